import { dayNumber, MS_PER_MINUTE, type OfficeCalendar, weekday } from "@entente/ir";
import { openingsByDay } from "../time/opening-rules.ts";

const MINUTES_PER_DAY = 24 * 60;
const DAY_NAMES = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays"];

/**
 * Why a place is closed during a stretch of one date: `day` is its day number, `from` and `to` are milliseconds after
 * its midnight on the wall.
 */
export type ClosedReason = (day: number, from: number, to: number) => string;

/**
 * The reasons of a calendar, in the order in which its lines beat one another: `closed` with its label, a public
 * holiday with its name, `weekend` (or the day of the week) without hours; on a working day `break` between
 * two openings, else `night`.
 */
export function closedReasons(office: OfficeCalendar): ClosedReason {
  const openings = openingsByDay(office);
  const holidays = holidayNames(office);
  return (day, from, to) => {
    const own = openings(day);
    if (own.length === 0) return closureOf(office, day) ?? holidays.get(day) ?? freeDay(day);
    const spill = openings(day - 1).map(({ opens, closes }) => ({
      opens: opens - MINUTES_PER_DAY,
      closes: closes - MINUTES_PER_DAY,
    }));
    const over = [...own, ...spill].some(({ closes }) => closes > 0 && closes * MS_PER_MINUTE <= from);
    const ahead = own.some(({ opens }) => opens * MS_PER_MINUTE >= to);
    return over && ahead ? "break" : "night";
  };
}

function closureOf({ closed }: OfficeCalendar, day: number): string | null {
  const range = closed.find(({ from, to }) => dayNumber(from) <= day && day <= dayNumber(to));
  if (range === undefined) return null;
  return range.label === null ? "closed" : `closed: ${range.label}`;
}

function holidayNames({ holidays }: OfficeCalendar): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const { date, name } of holidays.flatMap((set) => set.dates)) {
    const day = dayNumber(date);
    if (!names.has(day)) names.set(day, `holiday: ${name}`);
  }
  return names;
}

function freeDay(day: number): string {
  const name = DAY_NAMES[weekday(day) - 1];
  return name === undefined ? "weekend" : `closed on ${name}`;
}
