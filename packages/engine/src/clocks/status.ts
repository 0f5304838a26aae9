import type { ClockStatus } from "@entente/ir";
import { isBy } from "./is-by.ts";
import type { Pause } from "./stopwatch.ts";

/** Whether an excuse holds at the earlier of the deadline and now. */
export type Excuse = "none" | "excused" | "unknown";

/** A clock that has started and that applies, as known at `now`. Instants are epoch milliseconds. */
export interface ClockState {
  readonly now: number;
  /** Infinity while a pause without a cap lasts. */
  readonly due: number;
  readonly done: number | null;
  readonly stop: number | null;
  /** The pauses that moved the deadline. */
  readonly pauses: readonly Pause[];
  /** From when on a running clock is at risk. */
  readonly warn: number | null;
  /** Judged at the instant it starts, as `provide` is: what is not done then is breached at once. */
  readonly immediate: boolean;
  /** Asked only where it decides. */
  readonly excuse: () => Excuse;
}

/** The verdict of one clock at one instant: the first line of the table in language.md, section 8, that applies. */
export function statusOf(state: ClockState): ClockStatus {
  const { now, due, done, stop } = state;
  if (done !== null && isBy(done, due) && (stop === null || done <= stop)) return "met";
  if (stop !== null && isBy(stop, due) && stop <= now) return "discharged";
  const excuse = state.excuse();
  if (excuse !== "none") return excuse;
  if (done !== null && !isBy(done, due)) return "late";
  if (isOverdue(state)) return "breached";
  if (state.pauses.some((pause) => pause.from <= now && now < pause.to)) return "paused";
  return state.warn !== null && now >= state.warn ? "at_risk" : "running";
}

/** Whether the deadline has passed at `now`: a deadline is inclusive, but what is judged at once is not awaited. */
export function isOverdue(state: Pick<ClockState, "now" | "due" | "immediate">): boolean {
  return !isBy(state.now, state.due) || (state.immediate && state.now === state.due);
}

/** Whether a status is a violation of the agreement. */
export function isViolation(status: ClockStatus): boolean {
  return status === "late" || status === "breached";
}
