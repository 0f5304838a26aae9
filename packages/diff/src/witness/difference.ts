import type { ClockVerdict, Verdict } from "@entente/engine";
import { assertNever } from "@entente/ir";
import type { Relevance } from "./relevance.ts";
import type { Verdicts } from "./scenario.ts";

/**
 * How plainly two verdicts differ: 3 for other violations, 2 for another status, stage, class or worth, or a record that
 * one version refuses; 1 for other instants, scores or steps; 0 where they agree in what matters.
 */
export type Plainness = 0 | 1 | 2 | 3;

/** How plainly the versions differ in what a change is about, and would by that change alone: the lesser of the two. */
export function plainness({ before, after, alone }: Verdicts, relevance: Relevance): Plainness {
  const level = plainnessOf(before, after, relevance);
  if (alone === after || level === 0) return level;
  return Math.min(level, plainnessOf(before, alone, relevance)) as Plainness;
}

function plainnessOf(before: Verdict, after: Verdict, relevance: Relevance): Plainness {
  if (before.judged !== after.judged) return isAboutRecords(relevance) ? 2 : 0;
  if (!before.judged) return 0;
  switch (relevance.kind) {
    case "clocks":
      return plainnessOfClocks(clocksFor(before, relevance), clocksFor(after, relevance));
    case "score":
      return differ(before.scores[relevance.name], after.scores[relevance.name]) ? 2 : 0;
    case "classify":
      return differ(classOf(before, relevance.name), classOf(after, relevance.name)) ? 2 : 0;
    case "stage":
      return differ(stageOf(before), stageOf(after)) ? 2 : differ(before.stages, after.stages) ? 1 : 0;
    case "verdict":
      return plainnessOfAll(before, after);
    default:
      return assertNever(relevance);
  }
}

/** Whether a change may make a record valid or invalid. */
function isAboutRecords(relevance: Relevance): boolean {
  return relevance.kind === "verdict" && ["lead", "event"].includes(relevance.of);
}

const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
const classOf = ({ classes, worth }: Verdict, name: string): unknown => [classes[name], worth];
const stageOf = ({ stage, stages }: Verdict): unknown => [stage, stages.map((one) => one.stage)];

/** The clocks of a commitment, or of one of its clauses: a plan of touches has one for each of its steps. */
export function clocksFor(
  { clocks }: Verdict,
  { commitment, clause }: { readonly commitment: string; readonly clause: string | null },
): readonly ClockVerdict[] {
  return clocks.filter(
    (clock) =>
      clock.commitment === commitment &&
      (clause === null || clock.clause === clause || clock.clause.startsWith(`${clause}/`)),
  );
}

function plainnessOfAll(before: Verdict, after: Verdict): Plainness {
  const clocks = plainnessOfClocks(before.clocks, after.clocks);
  if (clocks > 1 || differ(outcomeOf(before), outcomeOf(after))) return clocks === 3 ? 3 : 2;
  return clocks === 1 || differ([before.stages, before.scores], [after.stages, after.scores]) ? 1 : 0;
}

const outcomeOf = (verdict: Verdict): unknown => [stageOf(verdict), verdict.classes, verdict.worth];

function plainnessOfClocks(before: readonly ClockVerdict[], after: readonly ClockVerdict[]): Plainness {
  const violated = (clocks: readonly ClockVerdict[]) =>
    clocks.filter(({ status }) => status === "late" || status === "breached").map(nameOf);
  if (differ(violated(before), violated(after))) return 3;
  const statuses = (clocks: readonly ClockVerdict[]) => clocks.map((clock) => [nameOf(clock), clock.status]);
  if (differ(statuses(before), statuses(after))) return 2;
  return differ(before.map(detailOf), after.map(detailOf)) ? 1 : 0;
}

const nameOf = ({ commitment, clause, party, start }: ClockVerdict): unknown => [
  commitment,
  clause,
  party,
  start,
];

function detailOf({ due, done, stop, steps }: ClockVerdict): unknown {
  const fallen = steps.map(({ step, at, actions }) => [
    step,
    at,
    actions.map(({ verb, to, text }) => [verb, to, text]),
  ]);
  return [due, done, stop, fallen];
}
