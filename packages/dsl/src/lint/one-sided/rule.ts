import { reportLint } from "../../diagnostics/lint.ts";
import type { LintRule } from "../rule.ts";

/** Only one side of the agreement owes anything that can be measured (language section 10). */
export const oneSided: LintRule = {
  name: "one-sided",
  isOn: true,
  check: ({ policy, resolution }) => {
    const bound = new Set([
      ...policy.goals.flatMap((goal) => goal.parties),
      ...policy.commitments.flatMap((commitment) => commitment.clauses.map((clause) => clause.party)),
    ]);
    const { between } = policy.agreement;
    return between.flatMap((party, index) => {
      const other = between[1 - index] ?? party;
      const span = resolution.symbols.parties.get(party)?.name.span;
      if (span === undefined || bound.has(party) || !bound.has(other)) return [];
      return [reportLint("lint/one-sided", span, { party, other })];
    });
  },
};
