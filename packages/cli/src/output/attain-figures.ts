import {
  countWords,
  type Exact,
  fixedDecimal,
  type GoalAttainment,
  type GoalWindowAttainment,
  moneyWords,
} from "@entente/engine";
import { assertNever, dateOfDay, MS_PER_DAY, minorDigits, type Zone } from "@entente/ir";
import { humanDuration } from "./human-duration.ts";
import { humanTime } from "./human-time.ts";
import { daysWords } from "./plan-figures.ts";

type Measured = Pick<GoalAttainment, "unit" | "counting">;

/** A figure of a goal for a reader: `$550,000`, `34.2%`, `3 d 4 h`, `1,204`. Only what is shown is rounded. */
export function figureWords({ unit, counting }: Measured, value: Exact, currency: string): string {
  switch (unit) {
    case "leads":
    case "points":
      return countWords(value, 1);
    case "number":
      return counting === "workingDays" ? `${countWords(value, 1)} working days` : countWords(value, 2);
    case "money":
      return moneyWords(value.round(), currency);
    case "percent":
      return `${countWords(value, 1)}%`;
    case "milliseconds": {
      const words = humanDuration(value.abs().valueOf());
      return `${value.lt(0) ? "-" : ""}${words}${counting === "open" ? " of business time" : ""}`;
    }
    default:
      return assertNever(unit);
  }
}

/** A share of what is lacking, rounded up where it is shown, so that the shares come to all of it. */
export function shareWords(goal: Measured, share: Exact, currency: string): string {
  const places = { leads: 1, points: 1, number: 2, money: 0, percent: 1, milliseconds: 0 }[goal.unit];
  return figureWords(goal, share.ceil(places), currency);
}

/** A goal, with its value of `per`: `leads`, `leads (anna)`, `leads (no owner)`. */
export function goalWords(
  { goal, per: by }: Pick<GoalAttainment, "goal" | "per">,
  per: GoalWindowAttainment["per"],
): string {
  return by === null ? goal : `${goal} (${per === null ? `no ${by}` : String(per)})`;
}

/** A difference with its sign: `+$3,800`. */
export function gapWords(goal: Measured, gap: Exact, currency: string): string {
  return `${gap.gt(0) ? "+" : ""}${figureWords(goal, gap, currency)}`;
}

/** A figure as a decimal for programs: money in the currency's own unit, a percentage as its number; six digits at most. */
export function figureDecimal({ unit }: Measured, value: Exact, currency: string): string {
  if (unit !== "money") return trimmed(fixedDecimal(value, 6));
  const digits = minorDigits(currency);
  return fixedDecimal(value.div(10n ** BigInt(digits)), digits);
}

/** A ratio as a decimal, six digits at most. */
export function ratioDecimal(value: Exact): string {
  return trimmed(fixedDecimal(value, 6));
}

function trimmed(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

/** A window as people call it: `2020-09`, `2020 Q3`, `2020`, two dates, or two times where it does not begin at midnight. */
export function windowWords(zone: Zone, { from, to }: GoalWindowAttainment["window"]): string {
  const [begins, ends] = [zone.toLocal(from), zone.toLocal(to)];
  if (begins % MS_PER_DAY !== 0 || ends % MS_PER_DAY !== 0) {
    return `${humanTime(zone, from)} to ${humanTime(zone, to)}`;
  }
  const [first, last] = [dateOfDay(begins / MS_PER_DAY), dateOfDay(ends / MS_PER_DAY - 1)];
  const year = first.slice(0, 4);
  if (first === `${year}-01-01` && last === `${year}-12-31`) return year;
  const quarters = ["01-01 03-31", "04-01 06-30", "07-01 09-30", "10-01 12-31"];
  const quarter = quarters.indexOf(`${first.slice(5)} ${last.slice(5)}`);
  if (quarter >= 0 && last.startsWith(year)) return `${year} Q${quarter + 1}`;
  return daysWords({ from: first, to: last });
}
