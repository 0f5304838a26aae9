import type { Period } from "@entente/ir";
import { asPhrase, listed, say } from "../../phrase/say.ts";
import { clockTime, formatDate } from "../../values/format-date.ts";
import { plural } from "../../values/plural.ts";
import type { ValueWords } from "../../words/value-words.ts";
import { durationIn } from "./duration.ts";

const locale = "pl";

const eachUnit: Readonly<Record<Period["unit"], string>> = {
  hour: "co godzinę",
  day: "codziennie",
  week: "co tydzień",
  month: "co miesiąc",
  quarter: "co kwartał",
  year: "co rok",
};
const inEachUnit: Readonly<Record<Period["unit"], string>> = {
  hour: "w każdej godzinie",
  day: "w każdym dniu",
  week: "w każdym tygodniu",
  month: "w każdym miesiącu",
  quarter: "w każdym kwartale",
  year: "w każdym roku",
};
const inBusinessUnit: Readonly<Partial<Record<Period["unit"], string>>> = {
  hour: "w każdej godzinie roboczej",
  day: "w każdym dniu roboczym",
};

function length(period: Period): Parameters<typeof durationIn>[0] {
  return { kind: "duration", unit: period.unit, business: period.business, amount: period.count };
}

function inEvery(period: Period): string {
  if (period.count > 1) return `w każdym okresie ${durationIn(length(period), "genitive")}`;
  return (period.business ? inBusinessUnit[period.unit] : undefined) ?? inEachUnit[period.unit];
}

function every(period: Period): string {
  if (period.count > 1) return `co ${durationIn(length(period), "accusative")}`;
  return period.business ? inEvery(period) : eachUnit[period.unit];
}

/** In documents a year carries „r.”. */
const date = (text: string): string => `${formatDate(locale, text)}\u00a0r.`;

export const values: ValueWords = {
  duration: (duration) => (form) => asPhrase(durationIn(duration, form)),
  every,
  inEvery,
  date,
  moment: (day, time) => `${date(day)}, godz. ${time}`,
  timeOfDay: (minute) => (minute > 1440 ? `${clockTime(minute - 1440)} następnego dnia` : clockTime(minute)),
  yesNo: (value) => (value ? "tak" : "nie"),
  quoted: (text) => `„${text}”`,
  given: (value, circumstance) => say`${value} (${circumstance})`,
  caseIs: (by, cases) => say`${by}: ${cases}`,
  otherwise: "w pozostałych przypadkach",
  from: (day) => `od ${date(day)}`,
  initially: "początkowo",
  list: (type, items) => listed(locale, type, items),
  gap: " ",
  comma: ", ",
  semicolon: "; ",
  colon: ": ",
  times: ({ said, exact }) =>
    say`${said} ${plural(locale, exact, { one: "raz", few: "razy", many: "razy", other: "raza" })}`,
  points: ({ said, exact }) =>
    say`${said} ${plural(locale, exact, { one: "punkt", few: "punkty", many: "punktów", other: "punktu" })}`,
  leads: ({ said, exact }) =>
    say`${said} ${plural(locale, exact, { one: "leada", few: "leady", many: "leadów", other: "leada" })}`,
};
