import type { ClockVerdict, Verdict } from "@entente/engine";
import { assertNever, minorDigits, type Zone } from "@entente/ir";
import { clocksFor } from "./difference.ts";
import type { Relevance } from "./relevance.ts";
import type { Verdicts } from "./scenario.ts";

/** What two verdicts say where they differ, each in one line. */
export interface Words {
  readonly before: string;
  readonly after: string;
}

/** @param zone the agreement's, in which instants are told */
export function wordsOf(zone: Zone, verdicts: Verdicts, relevance: Relevance): Words {
  const { before, after } = verdicts;
  if (before.judged !== after.judged)
    return { before: recordWords(before, relevance), after: recordWords(after, relevance) };
  switch (relevance.kind) {
    case "clocks":
      return clockDifference(zone, clocksFor(before, relevance), clocksFor(after, relevance));
    case "score":
      return { before: scoreWords(before, relevance.name), after: scoreWords(after, relevance.name) };
    case "classify":
      return classDifference(before, after, relevance.name);
    case "stage":
      return stageDifference(zone, before, after);
    case "verdict":
      return anyDifference(zone, before, after);
    default:
      return assertNever(relevance);
  }
}

/** Whether a record is valid; of its issues the one with the field that has changed comes first. */
function recordWords({ judged, issues }: Verdict, relevance: Relevance): string {
  if (judged) return "the record is valid";
  const own = issues.find(({ field }) => relevance.kind === "verdict" && field === relevance.name);
  return `the record is refused: ${(own ?? issues[0])?.message ?? "it is invalid"}`;
}

function anyDifference(zone: Zone, before: Verdict, after: Verdict): Words {
  const clocks = clockDifference(zone, before.clocks, after.clocks);
  if (clocks.before !== clocks.after) return clocks;
  const stages = stageDifference(zone, before, after);
  if (stages.before !== stages.after) return stages;
  const name = Object.keys({ ...before.classes, ...after.classes }).find(
    (one) => before.classes[one] !== after.classes[one],
  );
  if (name !== undefined || worthWords(before) !== worthWords(after))
    return classDifference(before, after, name ?? "");
  const score = Object.keys({ ...before.scores, ...after.scores }).find(
    (one) => scoreWords(before, one) !== scoreWords(after, one),
  );
  return { before: scoreWords(before, score ?? ""), after: scoreWords(after, score ?? "") };
}

function scoreWords({ scores }: Verdict, name: string): string {
  const score = scores[name];
  if (score === undefined) return `there is no \`${name}\``;
  const { minimum, maximum } = score;
  return minimum === maximum ? `${name} = ${minimum}` : `${name} is ${minimum} to ${maximum}`;
}

function classDifference(before: Verdict, after: Verdict, name: string): Words {
  if (name === "" || before.classes[name] === after.classes[name])
    return { before: worthWords(before), after: worthWords(after) };
  return { before: classWords(before, name), after: classWords(after, name) };
}

function classWords({ classes }: Verdict, name: string): string {
  const value = classes[name];
  return value === undefined ? `there is no \`${name}\`` : `${name} is ${value ?? "undecided"}`;
}

function worthWords({ worth }: Verdict): string {
  if (worth === null) return "it is worth nothing";
  if (worth.unit === "points") return `it is worth ${worth.points} points`;
  const digits = minorDigits(worth.currency);
  return `it is worth ${withPoint(worth.minor, digits)} ${worth.currency}`;
}

/** An amount of minor units in the currency's own digits, exactly. */
function withPoint(minor: number, digits: number): string {
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  return `${minor < 0 ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function stageDifference(zone: Zone, before: Verdict, after: Verdict): Words {
  if (before.stage !== after.stage) return { before: stageWords(before), after: stageWords(after) };
  const reached = ({ stages }: Verdict): string =>
    stages.length === 0
      ? "it has reached no stage"
      : `it has reached ${stages.map(({ stage, at }) => `${stage} ${localTime(zone, at)}`).join(", ")}`;
  return { before: reached(before), after: reached(after) };
}

function stageWords({ stage }: Verdict): string {
  return stage === null ? "it is at no stage" : `its stage is ${stage}`;
}

/** The clocks that the other side has not, one of each; where all are alike, the first. */
function clockDifference(zone: Zone, before: readonly ClockVerdict[], after: readonly ClockVerdict[]): Words {
  const parties = (clocks: readonly ClockVerdict[]): string => clocks.map(({ party }) => party).join();
  const passedOn = before.length === after.length && parties(before) !== parties(after);
  const told = (clocks: readonly ClockVerdict[]) =>
    clocks.map((clock) => `${passedOn ? `${clock.party}: ` : ""}${clockWords(zone, clock)}`);
  const [one, other] = [told(before), told(after)];
  const only = (lines: readonly string[], others: readonly string[]): string =>
    lines.find((line) => !others.includes(line)) ??
    (lines.length < others.length ? "no clock" : (lines[0] ?? "no clock"));
  return { before: only(one, other), after: only(other, one) };
}

function clockWords(zone: Zone, clock: ClockVerdict): string {
  const { commitment, clause, status, due, done, steps } = clock;
  const parts = [
    `${commitment}${clause === "1" ? "" : `.${clause}`} is ${status.replace("_", " ")}`,
    ...(due === null ? [] : [`due ${localTime(zone, due)}`]),
    ...(done === null ? [] : [`done ${localTime(zone, done)}`]),
    ...(steps.length === 0
      ? []
      : [
          `then: ${steps.flatMap(({ actions }) => actions.map(({ verb, to, text }) => [verb, ...to, text ?? ""].join(" ").trim())).join(", ")}`,
        ]),
  ];
  return parts.join(", ");
}

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** `Mon 2026-03-09 10:00`, with seconds where there are any. */
export function localTime(zone: Zone, at: number): string {
  const local = new Date(zone.toLocal(at));
  const text = local.toISOString();
  const end = text.slice(17, 23) === "00.000" ? 16 : 19;
  return `${days[local.getUTCDay()]} ${text.slice(0, end).replace("T", " ")}`;
}
