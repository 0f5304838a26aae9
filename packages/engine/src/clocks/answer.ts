import type { Duration, EventType, Policy } from "@entente/ir";
import type { LeadFacts, Occurrence } from "../records/facts.ts";
import { countsFrom, type Matcher, recordedAt } from "./match-events.ts";
import type { Opening } from "./openings.ts";
import { addSpan, type Reckoning } from "./reckoning.ts";

/** What was done about a clock by now. */
export interface Answer {
  /** The instant at which the last one that was asked for counts; null while some are wanting. */
  readonly done: number | null;
  readonly counted: number;
  /** The events that count, in the order in which they do; none where something else is asked for. */
  readonly events: readonly Occurrence[];
  /** Whether `done` is the instant of a recording that came after the deadline. */
  readonly loggedLate: boolean;
}

/** An event, and the instant from which it counts. */
export interface Counted {
  readonly at: number;
  readonly occurrence: Occurrence;
}

/**
 * The events that count for a clock, in the order in which they count: at or after its start, never the
 * trigger itself, known by `now`, and before a new trigger ended the clock.
 */
export function countedEvents(
  facts: LeadFacts,
  matcher: Matcher,
  opening: Opening,
  due: number,
  now: number,
  end: number | null,
): Counted[] {
  const counted: Counted[] = [];
  for (const occurrence of facts.events) {
    if (occurrence.at < opening.start || recordedAt(occurrence) > now) continue;
    if (opening.triggers.includes(occurrence) || !matcher(occurrence, facts)) continue;
    const at = countsFrom(occurrence, due);
    if (end === null || at <= end) counted.push({ at, occurrence });
  }
  return counted.sort((a, b) => a.at - b.at);
}

/** The n-th of the counted events; with `apart`, one that follows the last counted one too closely is skipped. */
export function nthAnswer(
  reckoning: Reckoning,
  counted: readonly Counted[],
  times: number,
  apart: Duration | null,
): Answer {
  const events: Occurrence[] = [];
  let notBefore = Number.NEGATIVE_INFINITY;
  for (const { at, occurrence } of counted) {
    if (at < notBefore) continue;
    events.push(occurrence);
    if (events.length >= times)
      return { done: at, counted: events.length, events, loggedLate: at !== occurrence.at };
    if (apart !== null) notBefore = addSpan(reckoning, at, apart);
  }
  return { done: null, counted: events.length, events, loggedLate: false };
}

/**
 * Whether an event came through another channel than the trigger. The channel is the attribute `channel`, or
 * else the only `one of` attribute of the event; events without either differ by their name.
 */
export function compileOtherChannel(policy: Policy): (occurrence: Occurrence, opening: Opening) => boolean {
  const attributes = new Map(policy.events.map((event) => [event.name, channelAttribute(event)]));
  const channelOf = (one: Occurrence): unknown => {
    const attribute = attributes.get(one.event) ?? null;
    return attribute === null ? one.event : one.attributes.get(attribute);
  };
  return (occurrence, opening) => {
    const channel = channelOf(occurrence);
    if (channel === undefined) return false;
    return opening.triggers.every((one) => {
      const other = channelOf(one);
      return other !== undefined && other !== channel;
    });
  };
}

function channelAttribute(event: EventType): string | null {
  const choices = event.attributes.filter((attribute) => attribute.type.kind === "choice");
  const named = choices.find((attribute) => attribute.name === "channel");
  return (named ?? (choices.length === 1 ? choices[0] : undefined))?.name ?? null;
}
