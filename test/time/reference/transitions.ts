import { Temporal } from "temporal-polyfill";

/** A change of a zone's offset, at an instant (epoch milliseconds). */
export interface Transition {
  readonly timeZone: string;
  readonly at: number;
}

/** Every time zone that the platform knows. */
export const ZONES: readonly string[] = Intl.supportedValuesOf("timeZone");

/** The changes of a zone's offset from one year to another, both included, as Temporal has them. */
export function transitionsOf(timeZone: string, fromYear: number, toYear: number): readonly Transition[] {
  const found: Transition[] = [];
  const end = Date.UTC(toYear + 1, 0, 1);
  let moment = Temporal.Instant.fromEpochMilliseconds(Date.UTC(fromYear, 0, 1)).toZonedDateTimeISO(timeZone);
  for (;;) {
    const next = moment.getTimeZoneTransition("next");
    if (next === null || next.epochMilliseconds >= end) return found;
    found.push({ timeZone, at: next.epochMilliseconds });
    moment = next;
  }
}
