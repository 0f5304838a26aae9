import type { DeclarationNode, DeclarationOf } from "../1-syntax/ast/file.ts";
import type { LintedContract } from "./rule.ts";

/** The declarations of a kind that the contract's own file makes; those of imported files are for others to use too. */
export function declaredHere<K extends DeclarationNode["kind"]>(
  { entry, declarations }: LintedContract,
  kind: K,
): readonly DeclarationOf<K>[] {
  return declarations.filter(
    (node): node is DeclarationOf<K> => node.kind === kind && node.span.file === entry,
  );
}
