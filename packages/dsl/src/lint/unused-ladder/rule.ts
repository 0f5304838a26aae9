import { visit } from "../../1-syntax/children.ts";
import { reportLint } from "../../diagnostics/lint.ts";
import { declaredHere } from "../declared-here.ts";
import type { LintRule } from "../rule.ts";

/** A ladder to which no `otherwise` leads. */
export const unusedLadder: LintRule = {
  name: "unused-ladder",
  isOn: true,
  check: (contract) => {
    const used = new Set<string>();
    for (const declaration of contract.declarations) {
      visit(declaration, (node) => {
        if (node.kind === "Otherwise") used.add(node.ladder.text);
      });
    }
    return declaredHere(contract, "Ladder")
      .filter(({ name }) => !used.has(name.text))
      .map(({ name }) => reportLint("lint/unused-ladder", name.span, { name: name.text }));
  },
};
