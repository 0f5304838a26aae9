import type { ClockStatus } from "@entente/ir";
import type { ClockVerdict } from "../verdict.ts";

/** From the one that a reader must hear of first to the one that matters least. */
const GRAVITY: readonly ClockStatus[] = [
  "breached",
  "late",
  "unknown",
  "at_risk",
  "running",
  "paused",
  "waiting",
  "excused",
  "discharged",
  "met",
  "inapplicable",
];

/**
 * The one verdict that stands for several: of every clause (every step, in a cadence plan) the clock that
 * started last, and among those the gravest. So a commitment is met when none of its clauses says worse.
 */
export function representative(verdicts: readonly ClockVerdict[]): ClockVerdict | undefined {
  const latest = new Map<string, ClockVerdict>();
  for (const verdict of verdicts) {
    const other = latest.get(verdict.clause);
    if (other === undefined || (verdict.start ?? 0) >= (other.start ?? 0))
      latest.set(verdict.clause, verdict);
  }
  const gravity = (verdict: ClockVerdict): number => GRAVITY.indexOf(verdict.status);
  return [...latest.values()].sort((a, b) => gravity(a) - gravity(b))[0];
}

/** Whether a verdict belongs to a clause: to the clause itself, or to a step of its plan. */
export function isOfClause(verdict: ClockVerdict, clause: string): boolean {
  return verdict.clause === clause || verdict.clause.startsWith(`${clause}/`);
}

/** The statuses of judged clocks as a condition asks for them: by commitment, and by `commitment.clause`. */
export function statusesOf(verdicts: readonly ClockVerdict[]): Map<string, ClockStatus> {
  const groups = new Map<string, ClockVerdict[]>();
  for (const verdict of verdicts) {
    const clause = verdict.clause.split("/")[0] ?? verdict.clause;
    for (const key of [verdict.commitment, `${verdict.commitment}.${clause}`]) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [verdict]);
      else group.push(verdict);
    }
  }
  const statuses = new Map<string, ClockStatus>();
  for (const [key, group] of groups) {
    const one = representative(group);
    if (one !== undefined) statuses.set(key, one.status);
  }
  return statuses;
}
