import { nearest } from "@entente/ir";
import type { SyntaxNode } from "../../1-syntax/ast/node.ts";
import { visit } from "../../1-syntax/children.ts";
import { reportLint } from "../../diagnostics/lint.ts";
import { declaredHere } from "../declared-here.ts";
import type { LintRule } from "../rule.ts";

/** A role that nobody tells, asks or meets. */
export const unusedRole: LintRule = {
  name: "unused-role",
  isOn: true,
  check: (contract) => {
    const { parties, roles } = contract.resolution.symbols;
    const used = new Set<string>();
    for (const declaration of contract.declarations) {
      visit(declaration, (node) => {
        for (const name of rolesIn(node)) {
          // A misspelled role is told where it stands, and is not unused besides.
          const isKnown = parties.has(name) || roles.has(name);
          used.add(isKnown ? name : (nearest(name, roles.keys()) ?? name));
        }
      });
    }
    return declaredHere(contract, "Role")
      .filter(({ name }) => !used.has(name.text))
      .map(({ name }) => reportLint("lint/unused-role", name.span, { name: name.text }));
  },
};

/** The names of roles or parties that a node itself gives a part to. */
function rolesIn(node: SyntaxNode): readonly string[] {
  switch (node.kind) {
    case "Action":
      return node.to.flatMap((target) => (target.kind === "Name" ? [target.text] : []));
    case "Meeting":
      return node.attendedBy.map((name) => name.text);
    case "Panel":
    case "Assignment":
      return node.names.map((name) => name.text);
    case "Arbiter":
      return [node.name.text];
    case "Signature":
      return [node.role.text];
    default:
      return [];
  }
}
