import {
  type Attainment,
  type CancellationState,
  exactAmount,
  type FunnelActuals,
  type GoalAttainment,
  type MissedRun,
  moneyWords,
  percentWords,
  type ReviewState,
  type RewardPeriod,
} from "@entente/engine";
import { assertNever, type Policy, type Zone } from "@entente/ir";
import { counted } from "../terminal/counted.ts";
import { actionWords } from "./action-words.ts";
import { goalWords, shareWords, windowWords } from "./attain-figures.ts";
import { humanTime } from "./human-time.ts";

/** A heading with lines under it, and further lines under some of these. */
export interface NoteSection {
  readonly title: string;
  readonly notes: readonly { readonly text: string; readonly details: readonly string[] }[];
}

/** What follows from where the goals stand, in sections; empty ones are left out. */
export function attainNotes(policy: Policy, zone: Zone, attainment: Attainment): readonly NoteSection[] {
  const sections: NoteSection[] = [
    { title: "to go", notes: attainment.goals.flatMap((goal) => needed(goal, policy, zone)) },
    { title: "misses that go on", notes: attainment.goals.flatMap((goal) => ongoing(goal, policy, zone)) },
    { title: "rewards", notes: rewards(attainment.rewards, zone) },
    { title: "reviews", notes: attainment.reviews.map((review) => plain(reviewWords(review, zone))) },
    {
      title: "giving up the agreement",
      notes: attainment.cancellations.map((one) => plain(cancelWords(one, zone))),
    },
    { title: "through the funnels", notes: attainment.funnels.map(funnelNote) },
  ];
  return sections.filter(({ notes }) => notes.length > 0);
}

type Note = NoteSection["notes"][number];

const plain = (text: string): Note => ({ text, details: [] });

/** What each remaining day has to bring, in windows that are running. */
function needed(goal: GoalAttainment, { agreement, calendars }: Policy, zone: Zone): Note[] {
  return goal.windows.flatMap(({ remaining, window, per }) => {
    if (remaining === null || remaining.needed === null || remaining.needed.equals(0)) return [];
    const each = shareWords(goal, remaining.needed, agreement.currency);
    const days = daysLeft(remaining.days, calendars.length === 0 ? "day" : "working day");
    return [plain(`${goalWords(goal, per)}, ${windowWords(zone, window)}: ${each} on ${days}`)];
  });
}

function daysLeft(days: number, noun: string): string {
  return days === 1 ? `the one ${noun} that is left` : `each of the ${counted(days, noun)} that are left`;
}

function ongoing(goal: GoalAttainment, policy: Policy, zone: Zone): Note[] {
  return goal.runs
    .filter(({ until }) => until === null)
    .map((run) => ({
      text: runWords(goal, run, policy, zone),
      details: run.steps.map((step) => stepWords(step, zone)),
    }));
}

function runWords(goal: GoalAttainment, run: MissedRun, policy: Policy, zone: Zone): string {
  const { per, since, missed } = run;
  const often = missed === 1 ? "missed once" : `missed ${missed} times in a row`;
  return `${goalWords(goal, per)}${whichTarget(goal, run, policy)}: ${often}, since ${humanTime(zone, since)}`;
}

/** The target as the contract writes it, where the goal has several. */
function whichTarget({ goal }: GoalAttainment, { target }: MissedRun, { goals, sources }: Policy): string {
  const { targets } = goals.find(({ name }) => name === goal) ?? { targets: [] };
  const spec = targets[target];
  const source = sources.find(({ file }) => file === spec?.span.file);
  if (targets.length < 2 || spec === undefined || source === undefined) return "";
  const words = source.text.slice(spec.span.start, spec.span.end).replace(/\s+/gu, " ").trim();
  return `, ${spec.bound === "atLeast" ? "at least" : "at most"} ${words}`;
}

function stepWords({ step, at, actions }: MissedRun["steps"][number], zone: Zone): string {
  return `step ${step}, due ${humanTime(zone, at)}: ${actions.map(actionWords).join("; ")}`;
}

/** For each reward the periods that earned it, and how the latest one stands. */
function rewards(periods: readonly RewardPeriod[], zone: Zone): Note[] {
  const names = [...new Set(periods.map(({ reward }) => reward))];
  return names.flatMap((name) => {
    const own = periods.filter(({ reward }) => reward === name);
    const latest = own.at(-1);
    if (latest === undefined) return [];
    const earned = own
      .filter(({ status }) => status === "earned")
      .map(({ period }) => windowWords(zone, period));
    return [
      {
        text: `${name}, ${giveWords(latest)} to ${latest.to.join(" and ")}: ${windowWords(zone, latest.period)} ${latest.status}${lackingWords(latest)}`,
        details: earned.length === 0 ? [] : [`earned in ${earned.join(", ")}`],
      },
    ];
  });
}

function lackingWords({ status, lacking }: RewardPeriod): string {
  if (lacking.length === 0) return "";
  return `${status === "not earned" ? ", for want of" : ", still to be met:"} ${lacking.join(", ")}`;
}

function giveWords({ give, span }: RewardPeriod): string {
  switch (give.kind) {
    case "money":
      return moneyWords(exactAmount({ kind: "literal", value: give, span }, "1970-01-01"), give.currency);
    case "text":
      return JSON.stringify(give.value);
    default:
      return "something";
  }
}

function reviewWords({ status, due, held, next }: ReviewState, zone: Zone): string {
  const last = held === null ? "" : `last held ${humanTime(zone, held)}`;
  const coming = next === null ? "" : `next due ${humanTime(zone, next)}`;
  switch (status) {
    case "overdue":
      return [`overdue since ${due === null ? "" : humanTime(zone, due)}`, last]
        .filter((part) => part !== "")
        .join("; ");
    case "held":
    case "not due":
      return [last, coming].filter((part) => part !== "").join("; ") || "none is due";
    default:
      return assertNever(status);
  }
}

function cancelWords({ goal, needed: asked, run, metAt }: CancellationState, zone: Zone): string {
  const often = `${goal} missed ${run} of ${asked} times in a row`;
  return metAt === null ? often : `${often}: the condition was met ${humanTime(zone, metAt)}`;
}

function funnelNote({ funnel, stages, steps }: FunnelActuals): Note {
  const counts = stages.map(({ stage, leads }) => `${leads.toLocaleString("en-US")} ${stage}`).join(", ");
  return {
    text: `${funnel}: ${counts}`,
    details: steps.map(
      ({ from, to, came, of, actual, agreed }) =>
        `${from} to ${to}: ${actual === null ? "no lead yet" : `${percentWords(actual)} (${came} of ${of})`}, agreed ${percentWords(agreed)}`,
    ),
  };
}
