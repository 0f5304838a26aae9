import { visit } from "../../1-syntax/children.ts";
import { reportLint } from "../../diagnostics/lint.ts";
import { declaredHere } from "../declared-here.ts";
import type { LintedContract, LintRule } from "../rule.ts";

/** A define that no condition and no test names. */
export const unusedDefine: LintRule = {
  name: "unused-define",
  isOn: true,
  check: (contract) => {
    const used = usedNames(contract);
    return declaredHere(contract, "Define")
      .filter(({ name }) => !used.has(name.text))
      .map(({ name }) => reportLint("lint/unused-define", name.span, { name: name.text }));
  },
};

function usedNames({ declarations, resolution }: LintedContract): ReadonlySet<string> {
  const used = new Set<string>();
  for (const declaration of declarations) {
    visit(declaration, (node) => {
      if (node.kind === "Subject") used.add(node.name.text);
      if (node.kind !== "Reference") return;
      const binding = resolution.bindings.get(node);
      if (binding?.kind === "define") used.add(binding.node.name.text);
    });
  }
  return used;
}
