import type { Duration, Period } from "@entente/ir";
import { listed, say, uninflected } from "../../phrase/say.ts";
import { clockTime, formatDate } from "../../values/format-date.ts";
import { formatNumber } from "../../values/format-number.ts";
import { plural } from "../../values/plural.ts";
import type { ValueWords } from "../../words/value-words.ts";

const locale = "en";

function duration({ amount, unit, business }: Duration): string {
  const noun = `${business ? "business " : ""}${unit}`;
  return `${formatNumber(locale, amount)} ${amount === 1 ? noun : `${noun}s`}`;
}

function every({ count, unit, business }: Period): string {
  const noun = `${business ? "business " : ""}${unit}`;
  return count === 1 ? `every ${noun}` : `every ${formatNumber(locale, count)} ${noun}s`;
}

export const values: ValueWords = {
  duration: (length) => uninflected(duration(length)),
  every,
  inEvery: every,
  date: (date) => formatDate(locale, date),
  moment: (date, time) => `${formatDate(locale, date)}, ${time}`,
  timeOfDay: (minute) => (minute > 1440 ? `${clockTime(minute - 1440)} on the next day` : clockTime(minute)),
  yesNo: (value) => (value ? "yes" : "no"),
  quoted: (text) => `“${text}”`,
  given: (value, circumstance) => say`${value} (${circumstance})`,
  caseIs: (by, cases) => say`${by}: ${cases}`,
  otherwise: "otherwise",
  from: (date) => `from ${formatDate(locale, date)}`,
  initially: "at first",
  list: (type, items) => listed(locale, type, items),
  gap: " ",
  comma: ", ",
  semicolon: "; ",
  colon: ": ",
  times: ({ said, exact }) => say`${said} ${plural(locale, exact, { one: "time", other: "times" })}`,
  points: ({ said, exact }) => say`${said} ${plural(locale, exact, { one: "point", other: "points" })}`,
  leads: ({ said, exact }) => say`${said} ${plural(locale, exact, { one: "lead", other: "leads" })}`,
};
