import { assertNever, dateOfDay, type Literal, MS_PER_DAY, MS_PER_MINUTE } from "@entente/ir";
import { code } from "../phrase/nodes.ts";
import { plainText } from "../phrase/plain-text.ts";
import { type Inflected, uninflected } from "../phrase/say.ts";
import { clockTime } from "../values/format-date.ts";
import { formatDecimal, formatMoney, formatPercent } from "../values/format-number.ts";
import type { Draft } from "./draft.ts";

/** A value as the language writes it. */
export function literal(draft: Draft, value: Literal): Inflected {
  if (value.kind === "duration") return draft.language.values.duration(value);
  return uninflected(value.kind === "choice" ? code(value.value) : literalText(draft, value));
}

type Plain = Exclude<Literal, { kind: "duration" | "choice" }>;

function literalText({ language, zone }: Draft, value: Plain): string {
  const { locale, values } = language;
  switch (value.kind) {
    case "number":
      return formatDecimal(locale, value.value);
    case "percent":
      return formatPercent(locale, value.value);
    case "money":
      return formatMoney(locale, value.minor, value.currency);
    case "text":
      return values.quoted(plainText(value.value));
    case "boolean":
      return values.quoted(values.yesNo(value.value));
    case "date":
      return values.date(value.value);
    case "instant": {
      const local = zone.toLocal(value.value);
      const day = Math.floor(local / MS_PER_DAY);
      return values.moment(dateOfDay(day), timeOf(local - day * MS_PER_DAY));
    }
    default:
      return assertNever(value);
  }
}

/** `HH:MM`, with seconds where there are some. */
function timeOf(sinceMidnight: number): string {
  const minute = Math.floor(sinceMidnight / MS_PER_MINUTE);
  const rest = (sinceMidnight - minute * MS_PER_MINUTE) / 1000;
  if (rest === 0) return clockTime(minute);
  return `${clockTime(minute)}:${rest < 10 ? "0" : ""}${rest}`;
}
