import { reportCheck } from "../diagnostics/check.ts";
import type { Checking } from "./checking.ts";

/** Warns where only one side of the agreement owes anything that can be measured (language section 10). */
export function checkSymmetry(checking: Checking): void {
  const { symbols } = checking.resolution;
  const between = symbols.agreement?.clauses.find((clause) => clause.kind === "BetweenParties");
  if (between === undefined) return;
  const bound = new Set<string>();
  for (const goal of symbols.goals.values()) for (const party of goal.parties) bound.add(party.text);
  for (const commitment of symbols.commitments.values()) {
    for (const clause of commitment.clauses) if (clause.kind === "Obligation") bound.add(clause.party.text);
  }
  const [one, two] = between.parties;
  for (const [party, other] of [
    [one, two],
    [two, one],
  ] as const) {
    if (bound.has(party.text) || !bound.has(other.text)) continue;
    checking.diagnostics.push(
      reportCheck("check/one-sided", party.span, { party: party.text, other: other.text }),
    );
  }
}
