import type { Duration } from "@entente/ir";
import { dueOf } from "../clocks/allowance.ts";
import type { StartedClock } from "../clocks/judged.ts";
import { withinHorizon } from "../clocks/measures.ts";
import { type PausePlan, pausesOf } from "../clocks/pauses.ts";
import { exactMilliseconds } from "../clocks/reckoning.ts";
import type { Pause } from "../clocks/stopwatch.ts";
import type { Recording } from "./recording.ts";

/** Records which `pause` lines held the clock, and whether their caps were just used up or cut a pause short. */
export function observePauses({ ledger }: Recording, started: StartedClock): void {
  const { plan } = started.name;
  for (const [place, pause] of plan.commitment.pauses.entries()) {
    const own = plan.pauses[place];
    if (own === undefined) continue;
    const lengthUnder = (cap: Duration | null): number =>
      withinHorizon(() => lengthBy(started.run.query.view.now, pausesUnder(started, { ...own, cap }))) ?? 0;
    const held = lengthUnder(pause.cap);
    if (held === 0) continue;
    ledger.mark(pause, "held");
    if (pause.cap === null) continue;
    if (lengthUnder(null) > held) ledger.mark(pause, "above cap");
    else if (lengthUnder(slightlyLess(pause.cap)) < held) ledger.mark(pause, "at cap");
  }
}

function pausesUnder({ run }: StartedClock, plan: PausePlan): readonly Pause[] {
  const { view, opening, reckoning } = run.query;
  const dueWith = (pauses: readonly Pause[]): number =>
    dueOf(reckoning, opening.start, run.allowance, pauses).due;
  return pausesOf([plan], view.facts, reckoning, opening.start, view.now, dueWith);
}

function lengthBy(now: number, pauses: readonly Pause[]): number {
  return pauses.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, now) - from), 0);
}

/** A minute less than an exact length, else one unit less. */
function slightlyLess(cap: Duration): Duration {
  const exact = exactMilliseconds(cap);
  if (exact === null) return { ...cap, amount: Math.max(0, cap.amount - 1) };
  return { ...cap, unit: "minute", amount: Math.max(0, exact / 60_000 - 1) };
}
