import { day, isHoliday, minute, second, type Wall, wallOf, weekdayOf } from "./office-time.ts";
import type { Random } from "./random.ts";
import { holidayShare, hours, weekdays } from "./story.ts";

const hourShares: Readonly<Record<string, number>> = Object.fromEntries(hours.entries());

/** When the leads of a month come in, in order. `month` is `2020-03`. */
export function createdIn(random: Random, month: string, leads: number): readonly Wall[] {
  const days = daysOf(month);
  return Array.from({ length: leads }, () => {
    const date = Number(random.pick(days));
    const hour = Number(random.pick(hourShares));
    return date + hour * 60 * minute + random.between(0, 59) * minute + random.between(0, 59) * second;
  }).toSorted((a, b) => a - b);
}

/** The midnights of a month, by how many leads they bring. */
function daysOf(month: string): Record<string, number> {
  const first = wallOf(`${month}-01 00:00`);
  const weights: Record<string, number> = {};
  for (let date = first; new Date(date).getUTCMonth() === new Date(first).getUTCMonth(); date += day) {
    weights[String(date)] = (weekdays[weekdayOf(date)] ?? 0) * (isHoliday(date) ? holidayShare : 1);
  }
  return weights;
}
