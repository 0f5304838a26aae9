import {
  type ChangedLead,
  type FunnelChange,
  type GoalChange,
  type Moves,
  POINT,
  type Replay,
  type ViolationCount,
  type WorthChange,
} from "@entente/diff";
import type { GoalWindowAttainment, WorthAmount } from "@entente/engine";
import type { Policy } from "@entente/ir";
import { zoneOf } from "../commands/as-of.ts";
import { counted, listed } from "../terminal/counted.ts";
import { figureWords, windowWords } from "./attain-figures.ts";
import { currencyDecimals } from "./money.ts";

/** What a change would have done to history, in words: a line that sums up, and facts by what they are about. */
export interface ReplayFacts {
  readonly summary: string;
  readonly facts: readonly { readonly about: string; readonly lines: readonly string[] }[];
}

const shownMoves = 4;
const shownOwners = 5;

/**
 * The facts of a replay, in the zone and currency of `policy`, the later version. Names are as the contract and the data
 * write them: the caller makes them printable.
 */
export function replayFacts(replay: Replay, policy: Policy): ReplayFacts {
  const { leads, stages, classes, worth, violations, goals, funnels, examples } = replay;
  const facts = [
    { about: "stage", lines: movesLines(stages) },
    ...classes.map((each) => ({ about: each.classify, lines: movesLines(each) })),
    { about: "worth", lines: worthLines(worth) },
    { about: "violations", lines: violationLines(violations) },
    { about: "goals", lines: goals.map((goal) => goalWords(goal, policy)) },
    { about: "funnels", lines: funnels.map(funnelWords) },
    { about: `first ${examples.length === 1 ? "lead" : "leads"} to change`, lines: examples.map(leadWords) },
  ].filter(({ lines }) => lines.length > 0);
  const unread = [
    [leads.readableBeforeOnly, "record can", "records can", "only be read by the earlier version"],
    [leads.readableAfterOnly, "record can", "records can", "only be read by the later version"],
    [leads.unreadable, "record cannot", "records cannot", "be read by either version"],
  ] as const;
  const notes = unread.flatMap(([count, one, many, rest]) =>
    count === 0 ? [] : [`${counted(count, one, many)} ${rest}`],
  );
  return {
    summary: `${leads.changed.toLocaleString("en-US")} of ${counted(leads.compared, "lead")} would have come out differently`,
    facts: notes.length === 0 ? facts : [...facts, { about: "records", lines: notes }],
  };
}

function movesLines({ changed, moves }: Moves): string[] {
  if (changed === 0) return [];
  const shown = moves
    .slice(0, shownMoves)
    .map(({ from, to, leads }) => `${leads.toLocaleString("en-US")} from ${named(from)} to ${named(to)}`);
  const rest = moves.slice(shownMoves).reduce((sum, { leads }) => sum + leads, 0);
  return [
    `${counted(changed, "lead")} would be elsewhere: ${shown.join(", ")}${rest === 0 ? "" : `, ${rest.toLocaleString("en-US")} others`}`,
  ];
}

function worthLines({ changed, sums }: WorthChange): string[] {
  if (changed === 0) return [];
  const totals = sums
    .filter(({ before, after }) => before !== after)
    .map(({ unit, before, after }) => `in all ${amountWords(unit, before)} → ${amountWords(unit, after)}`);
  return [[`${counted(changed, "lead")} would be worth something else`, ...totals].join("; ")];
}

function violationLines(violations: Replay["violations"]): string[] {
  const { before, after, appeared, vanished, byParty, byClause, byOwner, limits } = violations;
  const caps =
    limits.before === limits.after
      ? []
      : [`promises over many leads: ${limits.before} → ${limits.after} missed periods`];
  if (appeared + vanished === 0) return caps;
  const owners = byOwner.filter(({ name }) => name !== null);
  return [
    `${number(before)} → ${number(after)}: ${number(appeared)} appear, ${number(vanished)} vanish`,
    `by party: ${byParty.map(countWords).join(", ")}`,
    `by clause: ${byClause.map(countWords).join(", ")}`,
    ...(owners.length === 0
      ? []
      : [`by owner: ${owners.slice(0, shownOwners).map(countWords).join(", ")}${more(owners.length)}`]),
    ...caps,
  ];
}

function countWords({ name, appeared, vanished }: ViolationCount): string {
  const signs = [
    ...(appeared > 0 ? [`+${number(appeared)}`] : []),
    ...(vanished > 0 ? [`-${number(vanished)}`] : []),
  ];
  return `${name ?? "no owner"} ${signs.join(" ")}`;
}

function more(owners: number): string {
  return owners > shownOwners ? ` and ${counted(owners - shownOwners, "more owner")}` : "";
}

function goalWords(change: GoalChange, policy: Policy): string {
  const { goal, windows, missed, differing } = change;
  const miss = `missed in ${missed.before} → ${missed.after} of ${counted(windows, "window")}`;
  const last = differing.at(-1);
  const window = last?.after?.window ?? last?.before?.window;
  if (last === undefined || window === undefined) return `${goal}: ${miss}`;
  const figure = (one: GoalWindowAttainment | null): string =>
    one === null || one.actual === null
      ? "nothing measured"
      : figureWords(change, one.actual, policy.agreement.currency);
  const example = `${windowWords(zoneOf(policy), window)} ${figure(last.before)} → ${figure(last.after)}`;
  return `${goal}: ${miss}; ${counted(differing.length, "window")} with other figures, such as ${example}`;
}

function funnelWords({ funnel, before, after }: FunnelChange): string {
  if (before === null || after === null) {
    return `${funnel}: ${after === null ? "no sum any more" : "a new sum"}: ${needsWords(after ?? before)}`;
  }
  const stages = [...new Set([...before.keys(), ...after.keys()])].filter(
    (stage) => before.get(stage)?.toFraction() !== after.get(stage)?.toFraction(),
  );
  const counts = stages.map((stage) => {
    const [was, is] = [before.get(stage), after.get(stage)];
    return `${stage} ${was === undefined ? "none" : count(was)} → ${is === undefined ? "none" : count(is)}`;
  });
  return `${funnel} needs ${counts.join(", ")}`;
}

function needsWords(needs: FunnelChange["after"]): string {
  return [...(needs ?? [])].map(([stage, needed]) => `${stage} ${count(needed)}`).join(", ");
}

function count(needed: { ceil(): { toFraction(): string } }): string {
  return number(BigInt(needed.ceil().toFraction()));
}

function leadWords({ lead, stage, classes, worth, appeared, vanished }: ChangedLead): string {
  const parts = [
    ...(stage === null ? [] : [`${named(stage.before)} → ${named(stage.after)}`]),
    ...classes.map(({ classify, before, after }) => `${classify} ${named(before)} → ${named(after)}`),
    ...(worth === null ? [] : [`worth ${worthWords(worth.before)} → ${worthWords(worth.after)}`]),
    ...(appeared.length === 0 ? [] : [`${listed(appeared)} would be violated`]),
    ...(vanished.length === 0 ? [] : [`${listed(vanished)} would no longer be violated`]),
  ];
  return `${lead}: ${parts.join("; ")}`;
}

function worthWords(worth: WorthAmount | null): string {
  if (worth === null) return "nothing";
  return worth.unit === "money"
    ? amountWords(worth.currency, BigInt(Math.round(worth.minor)))
    : counted(worth.points, "point");
}

/** An amount of a currency's minor units, or of millionths of points. */
function amountWords(unit: string, amount: bigint): string {
  if (unit === "points") return `${(Number(amount) / Number(POINT)).toLocaleString("en-US")} points`;
  const scale = 10n ** BigInt(currencyDecimals(unit));
  const [whole, rest] = [amount / scale, amount % scale];
  const minor =
    rest === 0n ? "" : `.${String(rest < 0n ? -rest : rest).padStart(currencyDecimals(unit), "0")}`;
  return `${unit} ${whole.toLocaleString("en-US")}${minor}`;
}

function named(name: string | null): string {
  return name ?? "none";
}

function number(value: number | bigint): string {
  return value.toLocaleString("en-US");
}
