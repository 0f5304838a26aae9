import { reportLint } from "../../diagnostics/lint.ts";
import { declaredHere } from "../declared-here.ts";
import type { LintRule } from "../rule.ts";

/** A commitment whose miss has no consequence. Off by default: not every promise needs one. */
export const commitmentWithoutLadder: LintRule = {
  name: "commitment-without-ladder",
  isOn: false,
  check: (contract) =>
    declaredHere(contract, "Commitment")
      .filter(({ clauses }) => clauses.every((clause) => clause.kind !== "Otherwise"))
      .map(({ name }) => reportLint("lint/commitment-without-ladder", name.span, { name: name.text })),
};
