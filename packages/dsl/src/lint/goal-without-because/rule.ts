import { reportLint } from "../../diagnostics/lint.ts";
import { declaredHere } from "../declared-here.ts";
import type { LintRule } from "../rule.ts";

/** A goal without its reason. Off by default: many speak for themselves. */
export const goalWithoutBecause: LintRule = {
  name: "goal-without-because",
  isOn: false,
  check: (contract) =>
    declaredHere(contract, "Goal")
      .filter(({ clauses }) => clauses.every((clause) => clause.kind !== "Because"))
      .map(({ name }) => reportLint("lint/goal-without-because", name.span, { name: name.text })),
};
