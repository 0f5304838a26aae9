import { dirname, normalize, resolve } from "node:path";
import { checkVersions, type FileNode, parse } from "@entente/dsl";
import type { Policy } from "@entente/ir";
import type { ContractFindings } from "../reporters/diagnostics.ts";
import type { CompiledContract } from "./compile-contract.ts";
import { readContractText } from "./contract-text.ts";

/**
 * The files that are contracts of their own: without those that declare no agreement and that another of them imports.
 * A file that cannot be read stays, so that it is told.
 */
export function withoutLibraries(files: readonly string[], cwd: string): readonly string[] {
  const parsed = new Map(
    files.flatMap((file) => {
      const read = file.endsWith(".sla") ? readContractText(resolve(cwd, file)) : null;
      return read !== null && "text" in read ? [[file, parse(file, read.text).ast] as const] : [];
    }),
  );
  const imported = new Set(
    [...parsed].flatMap(([file, { declarations }]) =>
      declarations.flatMap((node) =>
        node.kind === "Import" ? [resolve(cwd, dirname(file), node.path.value)] : [],
      ),
    ),
  );
  return files.filter((file) => {
    const ast = parsed.get(file);
    return ast === undefined || isAgreement(ast) || !imported.has(resolve(cwd, file));
  });
}

function isAgreement({ declarations }: FileNode): boolean {
  return declarations.some(({ kind }) => kind === "Agreement");
}

/**
 * The findings about contracts, by file, with what is wrong between those that are versions of one agreement: of
 * the files of a folder, those with its title and its parties.
 *
 * @param folders paths as the user wrote them; files that were named one by one are no versions of each other
 */
export function withVersions(
  compiled: readonly CompiledContract[],
  folders: readonly string[],
): readonly ContractFindings[] {
  const known = new Set(folders.map((folder) => normalize(`${folder}/`)));
  const groups = Map.groupBy(compiled, ({ policy, findings }) =>
    policy === null || !known.has(normalize(`${dirname(findings.file)}/`))
      ? null
      : JSON.stringify([dirname(findings.file), identityOf(policy)]),
  );
  const found = [...groups].flatMap(([identity, group]) =>
    identity === null || group.length < 2 ? [] : checkVersions(group.flatMap(({ policy }) => policy ?? [])),
  );
  const sources = new Map(compiled.flatMap(({ findings }) => [...findings.sources]));
  const byFile = Map.groupBy(found, ({ span }) => fileOf(compiled, span.file));
  return compiled.map(({ findings }) => {
    const own = byFile.get(findings.file) ?? [];
    if (own.length === 0) return findings;
    return { ...findings, diagnostics: [...findings.diagnostics, ...own], sources };
  });
}

/** The contract that a finding is told with: that of its file, or the latest that imports it. */
function fileOf(compiled: readonly CompiledContract[], file: string): string | undefined {
  const itself = compiled.find(({ findings }) => findings.file === file);
  return (itself ?? compiled.findLast(({ findings }) => findings.sources.has(file)))?.findings.file;
}

/** What makes contracts versions of one agreement: its title and its two sides. */
export function identityOf({ agreement }: Policy): string {
  return JSON.stringify([agreement.title, agreement.between.toSorted()]);
}

/** Whether a file declares an agreement itself; one without is a library. */
export function declaresAgreement({ findings: { file, sources } }: CompiledContract): boolean {
  return isAgreement(parse(file, sources.get(file) ?? "").ast);
}
