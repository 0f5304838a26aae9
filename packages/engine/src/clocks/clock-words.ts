import type { ClockStatus, Zone } from "@entente/ir";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** An instant on the wall of a zone: `Mon 2020-03-09 10:00`, with seconds where it has any. */
export function localWords(zone: Zone, at: number): string {
  const local = new Date(zone.toLocal(at));
  const iso = local.toISOString();
  const seconds = iso.slice(16, 23) === ":00.000" ? "" : iso.slice(16, 23).replace(".000", "");
  return `${WEEKDAYS[local.getUTCDay()]} ${iso.slice(0, 10)} ${iso.slice(11, 16)}${seconds}`;
}

/** What the sentence about a clock's status is made of. Instants are epoch milliseconds. */
export interface ClockFacts {
  readonly status: ClockStatus;
  readonly due: number;
  readonly done: number | null;
  readonly stop: number | null;
  /** What is not there yet, such as `2 of 3 contact`. */
  readonly wanting: string;
  readonly immediate: boolean;
  readonly loggedLate: boolean;
}

/** Why a started clock has its status, one sentence each, times in the agreement's zone. */
export function clockReasons(zone: Zone, facts: ClockFacts): string[] {
  const { status, due, done, stop, wanting } = facts;
  const by = due === Number.POSITIVE_INFINITY ? "the clock is paused" : `due ${localWords(zone, due)}`;
  const reasons: string[] = [];
  if (facts.immediate && status === "breached") reasons.push(`${wanting} at ${localWords(zone, due)}`);
  else if (done !== null && (status === "met" || status === "late"))
    reasons.push(`${by}, done ${localWords(zone, done)}`);
  else if (status === "discharged" && stop !== null) reasons.push(`${by}, ended ${localWords(zone, stop)}`);
  else if (status === "breached") reasons.push(`${wanting} by ${localWords(zone, due)}`);
  else if (status === "paused" && due !== Number.POSITIVE_INFINITY)
    reasons.push(`${by}, the clock is paused`);
  else if (status === "running" || status === "at_risk") reasons.push(`${by}, ${wanting} yet`);
  else reasons.push(by);
  if (status === "late" && facts.loggedLate)
    reasons.push("late logging: it counts from when it was recorded");
  return reasons;
}
