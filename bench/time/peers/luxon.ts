import { DateTime } from "luxon";
import type { Clockwork } from "./clockwork.ts";
import { CLOSES, HOLIDAYS, OPENS, TIME_ZONE } from "./office.ts";

const holidays = new Set(HOLIDAYS);

/** Day by day, as programs on luxon do it. */
export const luxon: Clockwork = {
  addOpen(at, ms) {
    let left = ms;
    for (let now = nextOpening(local(at)); ; now = nextOpening(closing(now))) {
      const room = closing(now).toMillis() - now.toMillis();
      if (left <= room) return now.toMillis() + left;
      left -= room;
    }
  },
  openBetween(from, to) {
    let open = 0;
    for (let now = nextOpening(local(from)); now.toMillis() < to; now = nextOpening(closing(now))) {
      open += Math.min(closing(now).toMillis(), to) - now.toMillis();
    }
    return open;
  },
  addWorkingDays(at, days) {
    let now = nextOpening(local(at));
    for (let left = days; left > 0; ) {
      now = now.plus({ days: 1 });
      if (isWorkingDay(now)) left -= 1;
    }
    return now.toMillis();
  },
};

function local(at: number): DateTime {
  return DateTime.fromMillis(at, { zone: TIME_ZONE });
}

function nextOpening(at: DateTime): DateTime {
  let day = at;
  if (isWorkingDay(day) && day.hour < CLOSES) return day.hour < OPENS ? opening(day) : day;
  do day = day.plus({ days: 1 });
  while (!isWorkingDay(day));
  return opening(day);
}

function opening(day: DateTime): DateTime {
  return day.set({ hour: OPENS, minute: 0, second: 0, millisecond: 0 });
}

function closing(day: DateTime): DateTime {
  return day.set({ hour: CLOSES, minute: 0, second: 0, millisecond: 0 });
}

function isWorkingDay(day: DateTime): boolean {
  return day.weekday <= 5 && !holidays.has(day.toFormat("yyyy-MM-dd"));
}
