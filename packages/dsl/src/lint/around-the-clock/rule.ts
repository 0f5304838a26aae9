import { elapsedMs, isElapsedUnit, MS_PER_HOUR } from "@entente/ir";
import type { DeadlineNode } from "../../1-syntax/ast/commitments.ts";
import type { DurationNode } from "../../1-syntax/ast/expressions.ts";
import { visit } from "../../1-syntax/children.ts";
import { reportLint } from "../../diagnostics/lint.ts";
import { declaredHere } from "../declared-here.ts";
import type { LintRule } from "../rule.ts";

/** A working day, in milliseconds: what is shorter is mostly meant to run on. */
const SHORTEST = 8 * MS_PER_HOUR;

/** `24 hours` in a contract with office hours: a lead of Friday evening is due on Saturday. */
export const aroundTheClock: LintRule = {
  name: "around-the-clock",
  isOn: false,
  check: (contract) => {
    const calendar = contract.policy.calendars[0]?.name;
    if (calendar === undefined) return [];
    const clauses = declaredHere(contract, "Commitment").flatMap((commitment) => commitment.clauses);
    const deadlines = clauses.flatMap((clause) =>
      clause.kind === "Obligation" && "deadline" in clause.duty ? [clause.duty.deadline] : [],
    );
    return deadlines.flatMap(elapsedLengths).map((node) => {
      const duration = `${node.amount} ${node.unit}s`;
      return reportLint("lint/around-the-clock", node.span, { duration, calendar });
    });
  },
};

function elapsedLengths(deadline: DeadlineNode): readonly DurationNode[] {
  const found: DurationNode[] = [];
  visit(deadline, (node) => {
    if (node.kind !== "Duration" || node.business || !isElapsedUnit(node.unit)) return;
    if (elapsedMs(Number(node.amount), node.unit) >= SHORTEST) found.push(node);
  });
  return found;
}
