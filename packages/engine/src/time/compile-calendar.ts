import { dayNumber, MS_PER_DAY, MS_PER_MINUTE, type Zone } from "@entente/ir";
import { BusinessCalendar } from "./business-calendar.ts";
import { horizonOf } from "./horizon.ts";
import { OpenTime, type Stretch } from "./open-time.ts";
import { type OpeningRules, openingsByDay } from "./opening-rules.ts";
import { type WorkingDay, WorkingDays } from "./working-days.ts";

/**
 * A calendar of one place's hours for the days of `horizon`, both included. `zone` must know that period.
 *
 * The day before the horizon is compiled too: its night shift may reach into the first day.
 */
export function compileCalendar(
  rules: OpeningRules,
  zone: Zone,
  horizon: { readonly from: string; readonly to: string },
): BusinessCalendar {
  const known = horizonOf(zone, horizon);
  const openings = openingsByDay(rules);
  const stretches: Stretch[] = [];
  const days: WorkingDay[] = [];
  for (let day = dayNumber(horizon.from) - 1; day <= dayNumber(horizon.to); day += 1) {
    if (!exists(zone, day)) continue;
    const own = openings(day)
      .map(({ opens, closes }) => ({ opens: instant(zone, day, opens), closes: instant(zone, day, closes) }))
      .filter(({ opens, closes }) => opens < closes);
    if (own.length === 0) continue;
    stretches.push(...own);
    days.push({
      day,
      opens: Math.min(...own.map(({ opens }) => opens)),
      closes: Math.max(...own.map(({ closes }) => closes)),
    });
  }
  return new BusinessCalendar(rules.name, zone, known, new OpenTime(stretches), new WorkingDays(zone, days));
}

/** False for a date that a place skipped by moving across the date line, such as 2011-12-30 in Samoa. */
function exists(zone: Zone, day: number): boolean {
  return zone.localDay(zone.toInstant(day * MS_PER_DAY + MS_PER_DAY / 2)) === day;
}

function instant(zone: Zone, day: number, minute: number): number {
  return zone.toInstant(day * MS_PER_DAY + minute * MS_PER_MINUTE);
}
