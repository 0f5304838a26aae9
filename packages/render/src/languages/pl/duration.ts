import type { Duration, TimeUnit } from "@entente/ir";
import type { GrammaticalCase } from "../../phrase/say.ts";
import { formatNumber } from "../../values/format-number.ts";
import { plural } from "../../values/plural.ts";

interface NounForms {
  readonly feminine: boolean;
  /** godzina, godziny, godzin; the accusative and the genitive of one. */
  readonly one: string;
  readonly few: string;
  readonly many: string;
  readonly accusativeOne: string;
  readonly genitiveOne: string;
}

const noun = (
  feminine: boolean,
  one: string,
  few: string,
  many: string,
  accusativeOne: string,
  genitiveOne: string,
): NounForms => ({ feminine, one, few, many, accusativeOne, genitiveOne });

const units: Readonly<Record<TimeUnit, NounForms>> = {
  second: noun(true, "sekunda", "sekundy", "sekund", "sekundę", "sekundy"),
  minute: noun(true, "minuta", "minuty", "minut", "minutę", "minuty"),
  hour: noun(true, "godzina", "godziny", "godzin", "godzinę", "godziny"),
  day: noun(false, "dzień", "dni", "dni", "dzień", "dnia"),
  week: noun(false, "tydzień", "tygodnie", "tygodni", "tydzień", "tygodnia"),
  month: noun(false, "miesiąc", "miesiące", "miesięcy", "miesiąc", "miesiąca"),
  quarter: noun(false, "kwartał", "kwartały", "kwartałów", "kwartał", "kwartału"),
  year: noun(false, "rok", "lata", "lat", "rok", "roku"),
};

/** A length of time in a case: 1 godzina, 2 godziny, 5 godzin; within: w ciągu 2 godzin roboczych. */
export function durationIn({ amount, unit, business }: Duration, form: GrammaticalCase): string {
  const { forms, adjectives } = formsOf(units[unit], form);
  const category = plural("pl", String(amount), { one: "one", few: "few", many: "many", other: "other" });
  const words = business ? `${forms[category]} ${adjectives[category]}` : forms[category];
  return `${formatNumber("pl", amount)} ${words}`;
}

type Category = "one" | "few" | "many" | "other";
type Forms = Readonly<Record<string, string>> & Readonly<Record<Category, string>>;

function formsOf(unit: NounForms, form: GrammaticalCase): { forms: Forms; adjectives: Forms } {
  const { feminine, few, many, genitiveOne } = unit;
  // A fraction takes the genitive of one in every case: 1,5 godziny.
  const ofFraction = feminine ? "roboczej" : "roboczego";
  if (form === "genitive") {
    return {
      forms: { one: genitiveOne, few: many, many, other: genitiveOne },
      adjectives: { one: ofFraction, few: "roboczych", many: "roboczych", other: ofFraction },
    };
  }
  const accusative = form === "accusative";
  const ofOne = feminine ? (accusative ? "roboczą" : "robocza") : "roboczy";
  return {
    forms: { one: accusative ? unit.accusativeOne : unit.one, few, many, other: genitiveOne },
    adjectives: { one: ofOne, few: "robocze", many: "roboczych", other: ofFraction },
  };
}
