import type { ClockStatus } from "@entente/ir";
import type { Overshoot } from "../verdict.ts";
import { type Allowance, allowedMs } from "./allowance.ts";
import type { Reckoning } from "./reckoning.ts";
import { isViolation } from "./status.ts";
import { type Counting, countedBetween, type Pause } from "./stopwatch.ts";

/** How much of its time a clock has used. Milliseconds. */
export interface Measures {
  readonly elapsedMs: number;
  readonly businessMs: number | null;
  readonly remainingMs: number | null;
  readonly usedPercent: number | null;
  readonly overshoot: Overshoot | null;
}

/** A clock that was judged; `end` is when it was done, stopped, excused, or now. */
export interface Measured {
  readonly status: ClockStatus;
  readonly start: number;
  readonly end: number;
  readonly due: number;
  readonly allowance: Allowance;
  readonly pauses: readonly Pause[];
}

/**
 * Measures a clock. Used share and remaining time are counted as the deadline is: open time for business
 * deadlines, elapsed time for the others. What lies beyond the calendar's horizon is not measured.
 */
export function measure(reckoning: Reckoning, clock: Measured): Measures {
  const { status, start, end, due, allowance, pauses } = clock;
  const counted = (counting: Counting, from: number, to: number): number | null =>
    withinHorizon(() => countedBetween(reckoning, counting, from, to, pauses));
  const businessMs = reckoning.calendar === null ? null : counted("open", start, end);
  const allowed = withinHorizon(() => allowedMs(reckoning, start, allowance, due, pauses));
  const used = counted(allowance.counting, start, end);
  const open = status === "running" || status === "at_risk" || status === "paused";
  return {
    elapsedMs: end - start - pausedBetween(pauses, start, end),
    businessMs,
    remainingMs: open && allowed !== null && used !== null ? Math.max(0, allowed - used) : null,
    usedPercent: allowed !== null && allowed > 0 && used !== null ? (used / allowed) * 100 : null,
    overshoot: isViolation(status) ? overshoot(reckoning, due, end) : null,
  };
}

function overshoot(reckoning: Reckoning, due: number, end: number): Overshoot {
  const { calendar } = reckoning;
  const businessMs = calendar === null ? null : withinHorizon(() => calendar.openBetween(due, end));
  return { elapsedMs: end - due, businessMs };
}

function pausedBetween(pauses: readonly Pause[], from: number, to: number): number {
  return pauses.reduce(
    (sum, pause) => sum + Math.max(0, Math.min(pause.to, to) - Math.max(pause.from, from)),
    0,
  );
}

/** What was counted; null where that lies beyond the calendar's horizon. */
export function withinHorizon(count: () => number): number | null {
  try {
    return count();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
