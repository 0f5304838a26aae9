import { elapsedMs, isElapsedUnit, MS_PER_MINUTE } from "@entente/ir";
import type { CommitmentNode } from "../../1-syntax/ast/commitments.ts";
import type { DurationNode } from "../../1-syntax/ast/expressions.ts";
import { reportLint } from "../../diagnostics/lint.ts";
import { declaredHere } from "../declared-here.ts";
import type { LintRule } from "../rule.ts";

/** Less time than this is none to act in: milliseconds. */
const LEAST = 5 * MS_PER_MINUTE;

/** A warning that comes when nobody can still do anything about it. */
export const lateWarning: LintRule = {
  name: "late-warning",
  isOn: true,
  check: (contract) => {
    return declaredHere(contract, "Commitment").flatMap((commitment) => {
      const warn = commitment.clauses.find((clause) => clause.kind === "Warn");
      const [shortest] = deadlinesOf(commitment).toSorted((a, b) => a.length - b.length);
      if (warn === undefined || shortest === undefined) return [];
      const left = (shortest.length * (100 - Number(warn.at.value))) / 100;
      if (left >= LEAST) return [];
      const params = { left: inWords(left), deadline: written(shortest.node) };
      return [reportLint("lint/late-warning", warn.at.span, params)];
    });
  },
};

/** Deadlines that are written as one length of minutes or hours, in milliseconds. */
function deadlinesOf(commitment: CommitmentNode): { length: number; node: DurationNode }[] {
  return commitment.clauses.flatMap((clause) => {
    if (clause.kind !== "Obligation" || !("deadline" in clause.duty)) return [];
    const { deadline } = clause.duty;
    if (deadline.kind !== "Within" || deadline.duration.kind !== "Duration") return [];
    const node = deadline.duration;
    return isElapsedUnit(node.unit) ? [{ length: elapsedMs(Number(node.amount), node.unit), node }] : [];
  });
}

function inWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds === 0) return "nothing";
  const minutes = Math.floor(seconds / 60);
  const parts = [counted(minutes, "minute"), counted(seconds % 60, "second")];
  return parts.filter((part) => !part.startsWith("0 ")).join(" ");
}

function written({ amount, unit, business }: DurationNode): string {
  return counted(Number(amount), `${business ? "business " : ""}${unit}`);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
