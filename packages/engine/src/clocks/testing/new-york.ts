import { type OfficeCalendar, resolveZone } from "@entente/ir";
import type { Occurrence } from "../../records/facts.ts";
import { eventMatch } from "../../testing/expression-builder.ts";
import { instant, noSpan, occurrenceOf } from "../../testing/policy-builder.ts";
import { office, policyWith, respond, type within } from "./test-contract.ts";

const zone = "America/New_York";

/** An agreement in New York: standard time is -05:00, from 8 March to 1 November 2026 it is -04:00. */
export const newYorkAgreement = {
  agreement: { timeZone: zone },
  zones: { [zone]: resolveZone(zone, instant("2019-01-01T00:00Z"), instant("2031-12-31T00:00Z")) },
};

/** Mon-Fri 09:00-17:00 there. */
export const newYork: OfficeCalendar = { ...office, timeZone: zone };

/** A promise to respond there, with pauses from `hold` to `resume`. */
export function promiseOf(
  deadline: ReturnType<typeof within>,
  calendar: OfficeCalendar,
  duty: Parameters<typeof respond>[0] = {},
) {
  const pauses = [{ from: [eventMatch("hold")], to: [eventMatch("resume")], cap: null, span: noSpan }];
  return policyWith(
    respond({ deadline, ...duty }),
    { pauses },
    { ...newYorkAgreement, calendars: [calendar] },
  );
}

/** A hold and its resumption. */
export function held(from: string, to: string): Occurrence[] {
  return [occurrenceOf("hold", from), occurrenceOf("resume", to)];
}
