import { addDays, addDuration, type Meeting, type Policy, type Zone } from "@entente/ir";
import ical, {
  type ICalCalendar,
  type ICalEventData,
  ICalEventRepeatingFreq,
  ICalWeekday,
} from "ical-generator";
import { zoneOf } from "../agenda/meeting-calendar.ts";
import { type Occurrence, occurrencesOf } from "../agenda/occurrences.ts";
import { common, type Stretch, termOf } from "../agenda/term.ts";
import { labelsOf, reviewDates, rhythmOf } from "../agenda/week-agenda.ts";
import { shownName, shownText } from "../words/shown-text.ts";
import { timeZoneComponent } from "./time-zone-component.ts";
import { uniqueId } from "./unique-id.ts";
import { WallClock } from "./wall-clock.ts";
import { type WeeklySeries, weeklySeries } from "./weekly-series.ts";

const weekdays = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU,
];

/** What a calendar is made for; instants are epoch milliseconds, the end excluded. */
export interface CalendarOptions extends Partial<Stretch> {
  /** The as-of instant, which the entries are stamped with. */
  readonly at: number;
}

/**
 * The meetings and reviews of an agreement as an iCalendar file (RFC 5545), by default for its whole term; of one without
 * an end up to two years after the as-of instant. A meeting
 * by the week or by the business day is a rule with its exceptions; every other is a date of its own. A review lasts all day.
 */
export function calendarOf(policy: Policy, options: CalendarOptions): string {
  const term = termOf(policy);
  const within = common(
    { from: options.from ?? term.from, to: options.to ?? lastOf(policy, options.at) },
    term,
  );
  const title = shownText(policy.agreement.title, 120);
  const calendar = ical({
    name: title,
    prodId: { company: "Entente", product: "sla report", language: "EN" },
    timezone: { name: null, generator: (name) => zoneText(policy, name, within) },
  });
  for (const meeting of policy.meetings) addMeeting(calendar, policy, meeting, within, options.at);
  for (const date of reviewDates(policy, within)) {
    const zone = zoneOf(policy);
    const day = {
      date,
      allDay: true,
      from: zone.instantOf(date, 0),
      to: zone.instantOf(addDays(date, 1), 0),
    };
    calendar.createEvent({
      ...entry(policy, zone, day, options.at),
      id: uniqueId(policy, "review", "", date),
      summary: `Review of the agreement: ${title}`,
    });
  }
  return `${calendar.toString().trimEnd()}\r\n`;
}

/** Where a calendar ends by default: an agreement without an end has no last meeting, so two years are written. */
function lastOf(policy: Policy, at: number): number {
  const twoYears = { amount: 2, unit: "year", business: false } as const;
  return policy.agreement.effective?.to == null
    ? addDuration(zoneOf(policy), at, twoYears)
    : Number.POSITIVE_INFINITY;
}

function addMeeting(
  calendar: ICalCalendar,
  policy: Policy,
  meeting: Meeting,
  within: Stretch,
  at: number,
): void {
  const rhythm = rhythmOf(policy, meeting);
  const { zone } = rhythm;
  const occurrences = occurrencesOf(rhythm, within);
  const series = weeklySeries(zone, meeting.every, occurrences);
  const words = wordsOf(policy, meeting);
  const add = (occurrence: Occurrence, rule: Partial<ICalEventData> = {}): void => {
    const which = rule.repeating === undefined ? occurrence.date : "series";
    const id = uniqueId(policy, "meeting", meeting.name, which);
    calendar.createEvent({ ...entry(policy, zone, occurrence, at), ...words, ...rule, id });
  };
  if (series === null) {
    for (const occurrence of occurrences) add(occurrence);
    return;
  }
  add(series.first, { repeating: ruleOf(zone, series) });
  for (const occurrence of series.moved) add(occurrence);
}

function ruleOf(
  zone: Zone,
  { interval, days, last, except }: WeeklySeries,
): NonNullable<ICalEventData["repeating"]> {
  return {
    freq: ICalEventRepeatingFreq.WEEKLY,
    ...(interval === 1 ? {} : { interval }),
    byDay: days.flatMap((day) => weekdays[day - 1] ?? []),
    until: new WallClock(zone, last.from),
    ...(except.length === 0 ? {} : { exclude: except.map((instant) => new WallClock(zone, instant)) }),
    startOfWeek: ICalWeekday.MO,
  };
}

function entry(policy: Policy, zone: Zone, { from, to, allDay }: Occurrence, at: number): ICalEventData {
  // A day is written without a zone; its midnight in UTC keeps its date whatever the zone is.
  const instant = (when: number): WallClock => new WallClock(zone, allDay ? zone.toLocal(when) : when);
  return {
    stamp: new WallClock(zone, at),
    start: instant(from),
    end: instant(to),
    allDay,
    ...(allDay ? {} : { timezone: zone.name }),
    categories: [{ name: shownText(policy.agreement.title, 120) }],
  };
}

function wordsOf(policy: Policy, { name, agenda, attendedBy }: Meeting): Partial<ICalEventData> {
  const who = `Attended by ${labelsOf(policy, attendedBy)
    .map((one) => shownText(one))
    .join(", ")}.`;
  const items = agenda.map((item) => `- ${shownText(item, 300)}`);
  return { summary: shownName(name), description: [who, ...items].join("\n") };
}

function zoneText(policy: Policy, name: string, within: Stretch): string | null {
  const table = policy.zones[name];
  return table === undefined ? null : timeZoneComponent(zoneOf(policy, name), table, within);
}
