import { type BusinessCalendar, type CalendarOptions, createCalendar } from "@entente/engine";
import type { Dice } from "./dice.ts";
import { REACH, randomCalendar } from "./random-calendar.ts";
import { BEYOND, WalkingCalendar } from "./walking-calendar.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A question to which the engine and the reference have different answers. */
export interface Mismatch {
  readonly calendar: CalendarOptions;
  readonly question: string;
  readonly engine: unknown;
  readonly reference: unknown;
}

export interface CaseResult {
  /** How many questions were asked. */
  readonly asked: number;
  readonly mismatches: readonly Mismatch[];
}

type Question = readonly [text: string, ask: (calendar: BusinessCalendar | WalkingCalendar) => unknown];

/** Puts questions about instants around one, mostly close to it, to a random calendar of a zone. */
export function compareCase(roll: Dice, timeZone: string, around: number, rounds: number): CaseResult {
  const options = randomCalendar(roll, timeZone, around);
  const engine = createCalendar(options);
  const reference = new WalkingCalendar(options);
  const mismatches: Mismatch[] = [];
  let asked = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [question, ask] of questions(roll, around)) {
      asked += 1;
      const [theirs, ours] = [outcome(() => ask(reference)), outcome(() => ask(engine))];
      if (!Object.is(theirs, ours) && !(theirs === 0 && ours === 0)) {
        mismatches.push({ calendar: options, question, engine: ours, reference: theirs });
      }
    }
  }
  return { asked, mismatches };
}

function questions(roll: Dice, around: number): readonly Question[] {
  const at = around + offset(roll);
  const other = around + offset(roll);
  const ms = roll.pick([0, 1, HOUR, 8 * HOUR, roll.whole(0, 40 * 60) * MINUTE, roll.whole(1, 20 * HOUR)]);
  const n = roll.whole(0, 5);
  const back = roll.whole(-5, -1);
  const minute = roll.whole(0, 1440);
  const when = new Date(at).toISOString();
  return [
    [`isOpen ${when}`, (calendar) => calendar.isOpen(at)],
    [`nextOpening ${when}`, (calendar) => calendar.nextOpening(at)],
    [`nextClosing ${when}`, (calendar) => calendar.nextClosing(at)],
    [`previousClosing ${when}`, (calendar) => calendar.previousClosing(at)],
    [`addOpen ${when} ${ms}`, (calendar) => calendar.addOpen(at, ms)],
    [`subtractOpen ${when} ${ms}`, (calendar) => calendar.subtractOpen(at, ms)],
    [`openBetween ${when} ${other}`, (calendar) => calendar.openBetween(at, other)],
    [`addWorkingDays ${when} ${n}`, (calendar) => calendar.addWorkingDays(at, n)],
    [`addWorkingDays ${when} ${back}`, (calendar) => calendar.addWorkingDays(at, back)],
    [`isWorkingDay ${when}`, (calendar) => calendar.isWorkingDay(at)],
    [`workingDaysBetween ${when} ${other}`, (calendar) => calendar.workingDaysBetween(at, other)],
    [`closeOfWorkingDay ${when} ${n}`, (calendar) => calendar.closeOfWorkingDay(at, n)],
    [`timeOnWorkingDay ${when} ${n} ${minute}`, (calendar) => calendar.timeOnWorkingDay(at, n, minute)],
    [`closingsBetween ${when} ${other}`, (calendar) => calendar.closingsBetween(at, other)],
  ];
}

/** Milliseconds from the middle: often within hours of it, on a full hour or not, sometimes far away. */
function offset(roll: Dice): number {
  const far = (REACH - 3) * DAY;
  return roll.pick([
    0,
    -1,
    roll.whole(-3, 3) * HOUR,
    roll.whole(-48, 48) * 15 * MINUTE,
    roll.whole(-2 * DAY, 2 * DAY),
    roll.whole(-far, far),
    Math.round(roll.whole(-far, far) / HOUR) * HOUR,
  ]);
}

function outcome(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError) return BEYOND;
    throw error;
  }
}
