import { MS_PER_DAY, type OfficeCalendar, type Zone } from "@entente/ir";
import { dueOf } from "../clocks/allowance.ts";
import { eventWords } from "../clocks/event-words.ts";
import type { StartedClock } from "../clocks/judged.ts";
import { withinHorizon } from "../clocks/measures.ts";
import { calendarOf, type Reckoning } from "../clocks/reckoning.ts";
import type { Pause } from "../clocks/stopwatch.ts";
import { type ClosedReason, closedReasons } from "./closed-reason.ts";

/** A part of the way from a clock's start to its deadline. Instants are epoch milliseconds. */
export interface WalkStretch {
  readonly from: number;
  /** Null where a pause has no end yet. */
  readonly to: number | null;
  readonly kind: "open" | "closed" | "paused";
  /** Why nothing counts, such as `night`, `weekend`, `holiday: Thanksgiving Day`; null where time counts. */
  readonly why: string | null;
  /** What the stretch takes of the allowed time, milliseconds. */
  readonly countedMs: number;
}

/**
 * The way from a clock's start to its deadline, without gaps: what counted, and why the rest did not. The counted
 * parts add up to the allowed time. Where nothing but elapsed time counts, all of it is `open` but the pauses.
 *
 * @param office the calendar whose hours the clock counts; null where it counts elapsed time
 */
export function walkOf({ name, run }: StartedClock, office: OfficeCalendar | null): readonly WalkStretch[] {
  const { allowance, pauses } = run;
  const { reckoning, opening } = run.query;
  const due = dueOf(reckoning, opening.start, allowance, pauses).due;
  const endless = pauses.find(({ to }) => to === Number.POSITIVE_INFINITY);
  const end = Number.isFinite(due) ? due : (endless?.from ?? opening.start);
  const inHours = allowance.counting === "open" && office !== null;
  const stretches = inHours
    ? hoursBetween(reckoning, closedReasons(office), opening.start, end)
    : counted(opening.start, end);
  const held = name.plan.commitment.pauses.map((pause) => eventWords(pause.from)).join(" or ");
  const walk = stretches.flatMap((one) => (one.kind === "open" ? split(one, pauses, held) : [one]));
  if (!Number.isFinite(due))
    return [...walk, { from: end, to: null, kind: "paused", why: held, countedMs: 0 }];
  if (run.due <= due) return walk;
  return [...walk, { from: due, to: run.due, kind: "closed", why: "new terms", countedMs: 0 }];
}

type Bounded = WalkStretch & { readonly to: number };

function counted(from: number, to: number): readonly Bounded[] {
  return from < to ? [{ from, to, kind: "open", why: null, countedMs: to - from }] : [];
}

function hoursBetween(reckoning: Reckoning, reasonOf: ClosedReason, from: number, to: number): Bounded[] {
  const calendar = calendarOf(reckoning);
  const walk: Bounded[] = [];
  let at = from;
  while (at < to) {
    const open = calendar.isOpen(at);
    const change = withinHorizon(() => (open ? calendar.nextClosing(at) : calendar.nextOpening(at)));
    const end = Math.min(to, change ?? to);
    walk.push(...(open ? counted(at, end) : closedBetween(reckoning.zone, reasonOf, at, end)));
    at = end;
  }
  return walk;
}

/** Cut at midnight where the reason changes with the date. */
function closedBetween(zone: Zone, reasonOf: ClosedReason, from: number, to: number): Bounded[] {
  const pieces: Bounded[] = [];
  let at = from;
  for (let day = zone.localDay(from); at < to; day += 1) {
    const end = Math.min(to, zone.toInstant((day + 1) * MS_PER_DAY));
    if (end <= at) continue;
    const midnight = day * MS_PER_DAY;
    const why = reasonOf(day, zone.toLocal(at) - midnight, zone.toLocal(end - 1) + 1 - midnight);
    const last = pieces.at(-1);
    if (last?.why === why) pieces[pieces.length - 1] = { ...last, to: end };
    else pieces.push({ from: at, to: end, kind: "closed", why, countedMs: 0 });
    at = end;
  }
  return pieces;
}

/** Takes the pauses out of a stretch that counts. */
function split(stretch: Bounded, pauses: readonly Pause[], held: string): readonly Bounded[] {
  const parts: Bounded[] = [];
  let at = stretch.from;
  for (const pause of pauses) {
    const from = Math.max(pause.from, at);
    const to = Math.min(pause.to, stretch.to);
    if (from >= to) continue;
    parts.push(...counted(at, from), { from, to, kind: "paused", why: held, countedMs: 0 });
    at = to;
  }
  return [...parts, ...counted(at, stretch.to)];
}
