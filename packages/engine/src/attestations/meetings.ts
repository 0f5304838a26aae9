import type { Meeting, Policy, Zone } from "@entente/ir";
import { agreementTerm, type Term } from "../clocks/term.ts";
import { periodOf, type Stretch } from "../limits/period-of.ts";
import type { BusinessCalendar } from "../time/business-calendar.ts";
import type { MeetingVerdict } from "./agreement-verdict.ts";
import { type Attestation, attestedAt } from "./attestation.ts";

/** What meetings are judged by. Without a calendar every day is a business day. */
export interface MeetingSetting {
  readonly policy: Policy;
  readonly zone: Zone;
  readonly calendar: BusinessCalendar | null;
}

/**
 * Whether each meeting was held in each period of its rhythm. Periods are those of limits (weeks begin on Monday;
 * those of several weeks or months are counted from the term's beginning); only whole ones within the term count, and
 * of business days those on which the agreement's calendar opens.
 *
 * @throws RangeError past the calendar's horizon
 */
export function judgeMeetings(
  setting: MeetingSetting,
  attestations: readonly Attestation[],
  now: number,
): readonly MeetingVerdict[] {
  return setting.policy.meetings.flatMap((meeting) => {
    const known = attestations
      .filter((one) => one.event === meeting.name && attestedAt(one) <= now)
      .toSorted((a, b) => a.at - b.at);
    return periodsOf(setting, meeting, known[0]?.at ?? null, now).map((period) =>
      verdictOf(meeting, period, known, now),
    );
  });
}

function verdictOf(
  meeting: Meeting,
  period: Stretch,
  known: readonly Attestation[],
  now: number,
): MeetingVerdict {
  const within = known.filter(({ at }) => period.from <= at && at < period.to);
  const [first] = within;
  const inTime = within.some((one) => attestedAt(one) < period.to);
  const status = first === undefined ? (now >= period.to ? "missed" : "open") : inTime ? "held" : "late";
  return { meeting: meeting.name, period, status, held: first?.at ?? null, span: meeting.span };
}

/** The whole periods of a meeting that lie in the term and began by now; from the first meeting on, where the term has no beginning. */
function periodsOf(
  { policy, zone, calendar }: MeetingSetting,
  { every }: Meeting,
  first: number | null,
  now: number,
): readonly Stretch[] {
  const term = agreementTerm(zone, policy.agreement);
  const anchor = policy.agreement.effective?.from ?? null;
  const begin = Number.isFinite(term.from) ? term.from : first;
  if (begin === null) return [];
  const periods: Stretch[] = [];
  let period = periodOf(zone, every, anchor, begin);
  while (period.from <= now && period.from < term.to) {
    if (isWithin(term, period) && isWorking(every.business, calendar, period)) periods.push(period);
    period = periodOf(zone, every, anchor, period.to);
  }
  return periods;
}

function isWithin(term: Term, { from, to }: Stretch): boolean {
  return term.from <= from && to <= term.to;
}

function isWorking(business: boolean, calendar: BusinessCalendar | null, period: Stretch): boolean {
  if (!business || calendar === null) return true;
  return calendar.isWorkingDay(period.from) || calendar.workingDaysBetween(period.from, period.to - 1) > 0;
}
