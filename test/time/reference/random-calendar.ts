import type { CalendarOptions, Hours } from "@entente/engine";
import type { Dice } from "./dice.ts";

const DAY = 86_400_000;
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** How many days a random calendar knows before and after the day it is made around. */
export const REACH = 16;

/** Hours of one place around an instant: shifts may cross midnight, overlap, last all day; any day may be an exception. */
export function randomCalendar(roll: Dice, timeZone: string, around: number): CalendarOptions {
  const date = (offset: number) => new Date(around + offset * DAY).toISOString().slice(0, 10);
  const someDate = () => date(roll.whole(-REACH, REACH));
  const many = <T>(most: number, make: () => T): T[] => Array.from({ length: roll.whole(0, most) }, make);
  const office: Hours = many(1, () => ["09:00", "17:00"] as const);
  const isOffice = roll.chance(0.3);
  return {
    timeZone,
    hours: Object.fromEntries(
      DAYS.map((day) => [day, isOffice ? office : many(roll.pick([1, 1, 2, 3]), () => shift(roll))]),
    ),
    closed: many(2, someDate),
    holidays: many(2, someDate),
    open: Object.fromEntries(many(2, () => [someDate(), many(2, () => shift(roll))])),
    from: date(-REACH),
    to: date(REACH),
  };
}

/** Times lie on a grid of their own: full hours, quarters, or any minute. */
function shift(roll: Dice): Hours[number] {
  const grid = roll.pick([60, 60, 30, 15, 1]);
  const opens = roll.whole(0, 1440 / grid - 1) * grid;
  const closes = roll.whole(0, 1440 / grid) * grid;
  return [clock(opens), clock(closes)];
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
