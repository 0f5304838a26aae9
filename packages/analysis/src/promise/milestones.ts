import { countWords, type Exact, exactAmount, percentWords } from "@entente/engine";
import type { Duration, Expression, Goal, Policy } from "@entente/ir";
import type { Finding } from "../finding.ts";
import type { Model } from "../model.ts";
import { promiseFinding } from "./promise-finding.ts";
import { orNull } from "./streams.ts";

/** A value that a goal passes on its way. */
interface Mark {
  readonly target: Goal["targets"][number];
  readonly amount: Amount;
}

/** A rate, or a time in milliseconds; `words` as the contract has it. */
interface Amount {
  readonly value: Exact | number;
  readonly words: string;
}

/**
 * Milestones that fall behind the one before them, or behind the baseline, in what does not add up over time: a rate,
 * a time, a share. Counts and sums start anew with each milestone, so a smaller one may be meant.
 */
export function checkMilestones({ policy }: Model): readonly Finding[] {
  return policy.goals.flatMap((goal) => {
    if (goal.measure.kind === "reach" || goal.measure.kind === "sum") return [];
    const bounds = new Set(goal.targets.map(({ bound }) => bound));
    if (bounds.size !== 1) return [];
    return [...backFromBaseline(policy, goal), ...backFromBefore(policy, goal)];
  });
}

function backFromBaseline(policy: Policy, goal: Goal): readonly Finding[] {
  const baseline = goal.baseline === null ? null : amountOf(policy, goal.baseline, null);
  if (baseline === null || goal.baseline === null) return [];
  const { span } = goal.baseline;
  const marks = marksOf(policy, goal);
  const first = marks
    .flatMap(({ target: { window } }) => (window.kind === "by" ? [window.date] : []))
    .toSorted()[0];
  return marks.flatMap(({ target, amount }) =>
    (target.window.kind === "by" && target.window.date !== first) || !isBehind(target.bound, amount, baseline)
      ? []
      : [
          promiseFinding("promise/milestone-goes-back", target.span, {
            message: `\`${goal.name}\` starts at ${baseline.words} and then asks for ${boundWords(target.bound)} ${amount.words}: what is there already meets it`,
            label: `behind the baseline of ${baseline.words}`,
            sum: [stepWords(baseline, amount), "move the target past the baseline, or correct the baseline"],
            related: [{ span, label: "where it starts" }],
          }),
        ],
  );
}

function backFromBefore(policy: Policy, goal: Goal): readonly Finding[] {
  const marks = marksOf(policy, goal)
    .flatMap((mark) => (mark.target.window.kind === "by" ? [{ ...mark, date: mark.target.window.date }] : []))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return marks.flatMap((mark, index) => {
    const before = marks[index - 1];
    if (before === undefined || !isBehind(mark.target.bound, mark.amount, before.amount)) return [];
    return [
      promiseFinding("promise/milestone-goes-back", mark.target.span, {
        message: `\`${goal.name}\` goes back: ${before.amount.words} by ${before.date}, and then only ${mark.amount.words} by ${mark.date}`,
        label: `behind the ${before.amount.words} of ${before.date}`,
        sum: [
          stepWords(before.amount, mark.amount),
          "let the later milestone ask for no less than the one before, or exchange the dates",
        ],
        related: [{ span: before.target.span, label: "asked for earlier" }],
      }),
    ];
  });
}

function marksOf(policy: Policy, goal: Goal): readonly Mark[] {
  return goal.targets.flatMap((target) => {
    const on = target.window.kind === "by" ? target.window.date : target.from;
    const amount = amountOf(policy, target.value, on);
    return amount === null ? [] : [{ target, amount }];
  });
}

function amountOf(policy: Policy, expression: Expression, on: string | null): Amount | null {
  if (expression.kind === "literal" && expression.value.kind === "duration")
    return lengthOf(expression.value);
  const date = on ?? policy.agreement.effective?.from ?? policy.horizon.from;
  const value = orNull(() => exactAmount(expression, date));
  return value === null ? null : { value, words: percentWords(value, 4) };
}

const LENGTHS = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
} as const;

/** Months have no fixed length, and business time none that compares with it. */
function lengthOf({ amount, unit, business }: Duration): Amount | null {
  if (business || unit === "month" || unit === "quarter" || unit === "year") return null;
  return { value: amount * LENGTHS[unit], words: `${amount} ${unit}${amount === 1 ? "" : "s"}` };
}

function isBehind(bound: "atLeast" | "atMost", later: Amount, earlier: Amount): boolean {
  const order =
    typeof later.value === "number" || typeof earlier.value === "number"
      ? Number(later.value) - Number(earlier.value)
      : later.value.compare(earlier.value);
  return bound === "atLeast" ? order < 0 : order > 0;
}

function stepWords(earlier: Amount, later: Amount): string {
  if (typeof later.value === "number" || typeof earlier.value === "number")
    return `from ${earlier.words} to ${later.words}`;
  return `${later.words} - ${earlier.words} = ${countWords(later.value.sub(earlier.value).mul(100), 4)} percentage points`;
}

function boundWords(bound: "atLeast" | "atMost"): string {
  return bound === "atLeast" ? "at least" : "at most";
}
