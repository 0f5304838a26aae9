import { type Policy, Zone } from "@entente/ir";
import type { Judged } from "./run-sla.ts";
import { byStage, type Count, count, countBy, type Miss, open, rejectedRows, worstFirst } from "./tally.ts";
import { bar, elapsedWords, localTime, number, openTimeWords, percent } from "./words.ts";

/** How a line is set off; plain text where the reader is no terminal. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** What the screen is made of besides the verdicts. */
export interface Scene {
  readonly policy: Policy;
  /** The as-of instant, as it is shown. */
  readonly at: string;
  /** Commands to try next; the lead is one with a violation. */
  readonly commands: (lead: string) => readonly string[];
  readonly style: Style;
}

const promise = "first_contact";
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The year on one screen: at most 40 lines of at most 100 columns. */
export function screen(
  { policy, at, commands, style }: Scene,
  { verdicts, rejects, warnings }: Judged,
): string {
  const { title, effective, timeZone } = policy.agreement;
  const zone = zoneOf(policy);
  const judged = verdicts.filter(({ clocks }) => clocks.length > 0);
  const stages = byStage(
    judged,
    policy.stages.map(({ name }) => name),
  );
  const settled = count(judged, promise);
  const running = open(judged, promise);
  const worst = worstFirst(settled.misses);
  const section = (heading: string, lines: readonly string[]) => [style.strong(heading), ...lines];
  return [
    ...section(title, [
      `${effective?.from} to ${effective?.to}, ${timeZone}; ${number(judged.length)} synthetic leads as of ${at}`,
    ]),
    ...section(`Where the leads are (${stages.get(null) ?? 0} at no stage)`, stageLines(stages)),
    ...section(
      `The promise: contact within 1 business hour. Kept ${kept(settled)}, ${running.open} open (${running.atRisk} at risk)`,
      monthLines(countBy(judged, promise, (clock) => localTime(zone, clock.due).slice(4, 11))),
    ),
    ...section(
      "Who missed it",
      ownerLines(
        countBy(judged, promise, ({ owner }) => owner ?? "no owner"),
        style,
      ),
    ),
    ...section("The five worst", [
      missColumns(["lead", "owner", "due", "called", "past due", "what follows"]),
      ...worst.slice(0, 5).map((miss) => missLine(miss, zone)),
    ]),
    ...section(
      `What marketing owes: feedback within 24 hours. Kept ${kept(count(judged, "answer_feedback"))}`,
      [],
    ),
    ...section("Left out of all this: rows that cannot be read", [
      ...rejectedRows(rejects).map((line) => `  ${line}`),
      ...warnings.map((line) => `  ${line.replace("warning: ", "")}`),
    ]),
    ...section(
      "Try next",
      commands(worst[0]?.lead ?? "").map((line) => `  ${line}`),
    ),
  ].join("\n");
}

/** The zone that the agreement's local times are shown in. */
function zoneOf({ agreement, zones }: Policy): Zone {
  const table = zones[agreement.timeZone];
  if (table === undefined) throw new Error(`the policy has no rules for ${agreement.timeZone}`);
  return new Zone(agreement.timeZone, table);
}

function kept({ met, misses }: Count): string {
  const all = met + misses.length;
  return `${number(met)} of ${number(all)} (${percent(met, all)})`;
}

function stageLines(stages: ReadonlyMap<string | null, number>): readonly string[] {
  const most = Math.max(1, ...stages.values());
  return [...stages].flatMap(([stage, leads]) =>
    stage === null ? [] : [`  ${stage.padEnd(12)}${number(leads).padStart(5)}  ${bar(leads / most, 60)}`],
  );
}

/** Two months to a line: the first half of the year on the left. */
function monthLines(counts: ReadonlyMap<string, Count>): readonly string[] {
  const cells = [...counts].map(([month, { met, misses }]) => {
    const all = met + misses.length;
    const name = months[Number(month.slice(-2)) - 1] ?? month;
    const missed = misses.length === 0 ? "" : `${String(misses.length).padStart(2)} missed`;
    return `  ${name} ${percent(met, all).padStart(6)}  ${bar(met / all, 20).padEnd(20)} ${missed}`.padEnd(
      48,
    );
  });
  const half = Math.ceil(cells.length / 2);
  return cells.slice(0, half).map((cell, i) => `${cell}${cells[i + half] ?? ""}`.trimEnd());
}

/** The owner with the most misses stands first, set off. */
function ownerLines(counts: ReadonlyMap<string, Count>, style: Style): readonly string[] {
  const owners = [...counts].toSorted(([, a], [, b]) => b.misses.length - a.misses.length);
  return owners.map(([owner, { met, misses }], i) => {
    const all = met + misses.length;
    const called = misses.filter(({ clock }) => clock.done !== null);
    const share = `${String(misses.length).padStart(3)} of ${String(all).padEnd(3)} (${percent(misses.length, all)})`;
    const slowest = worstFirst(called)[0]?.clock.overshoot;
    const words = slowest === undefined ? "" : `, slowest call ${openTimeWords(slowest)} past due`;
    const line = `  ${owner.padEnd(9)}${share.padEnd(20)}${misses.length - called.length} never called${words}`;
    return i === 0 ? style.bad(line) : line;
  });
}

function missLine({ lead, clock }: Miss, zone: Zone): string {
  const past = clock.overshoot === undefined ? "" : elapsedWords(clock.overshoot.elapsedMs);
  const called = clock.done === null ? "never" : localTime(zone, clock.done);
  const follows = clock.steps.at(-1)?.actions.join(", ") ?? "";
  return missColumns([lead, clock.owner ?? "no owner", localTime(zone, clock.due), called, past, follows]);
}

function missColumns(cells: readonly string[]): string {
  const widths = [8, 10, 22, 22, 10];
  return `  ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("")}`.trimEnd();
}
