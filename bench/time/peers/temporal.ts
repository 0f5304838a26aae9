import { Temporal } from "temporal-polyfill";
import type { Clockwork } from "./clockwork.ts";
import { CLOSES, HOLIDAYS, OPENS, TIME_ZONE } from "./office.ts";

type Moment = Temporal.ZonedDateTime;

const holidays = new Set(HOLIDAYS);

/** Day by day, as programs on Temporal do it. */
export const temporal: Clockwork = {
  addOpen(at, ms) {
    let left = ms;
    for (let now = nextOpening(local(at)); ; now = nextOpening(closing(now))) {
      const room = closing(now).epochMilliseconds - now.epochMilliseconds;
      if (left <= room) return now.epochMilliseconds + left;
      left -= room;
    }
  },
  openBetween(from, to) {
    let open = 0;
    for (let now = nextOpening(local(from)); now.epochMilliseconds < to; now = nextOpening(closing(now))) {
      open += Math.min(closing(now).epochMilliseconds, to) - now.epochMilliseconds;
    }
    return open;
  },
  addWorkingDays(at, days) {
    let now = nextOpening(local(at));
    for (let left = days; left > 0; ) {
      now = now.add({ days: 1 });
      if (isWorkingDay(now)) left -= 1;
    }
    return now.epochMilliseconds;
  },
};

function local(at: number): Moment {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(TIME_ZONE);
}

function nextOpening(at: Moment): Moment {
  let day = at;
  if (isWorkingDay(day) && day.hour < CLOSES) return day.hour < OPENS ? opening(day) : day;
  do day = day.add({ days: 1 });
  while (!isWorkingDay(day));
  return opening(day);
}

function opening(day: Moment): Moment {
  return day.withPlainTime({ hour: OPENS });
}

function closing(day: Moment): Moment {
  return day.withPlainTime({ hour: CLOSES });
}

function isWorkingDay(day: Moment): boolean {
  return day.dayOfWeek <= 5 && !holidays.has(day.toPlainDate().toString());
}
