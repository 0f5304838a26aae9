import type { TimeUnit } from "@entente/ir";
import { describe, expect, it } from "vitest";
import type { GrammaticalCase } from "../../phrase/say.ts";
import { durationIn } from "./duration.ts";

type Row = readonly [number, TimeUnit, boolean, GrammaticalCase, string];

const rows: readonly Row[] = [
  [1, "hour", false, "nominative", "1 godzina"],
  [1, "hour", false, "accusative", "1 godzinę"],
  [1, "hour", false, "genitive", "1 godziny"],
  [2, "hour", false, "nominative", "2 godziny"],
  [2, "hour", false, "genitive", "2 godzin"],
  [5, "hour", false, "nominative", "5 godzin"],
  [12, "hour", false, "accusative", "12 godzin"],
  [22, "hour", false, "accusative", "22 godziny"],
  [0, "minute", false, "genitive", "0 minut"],
  [1.5, "hour", false, "nominative", "1,5 godziny"],
  [1.5, "hour", true, "accusative", "1,5 godziny roboczej"],
  [1, "hour", true, "genitive", "1 godziny roboczej"],
  [1, "hour", true, "accusative", "1 godzinę roboczą"],
  [3, "hour", true, "nominative", "3 godziny robocze"],
  [1, "day", true, "genitive", "1 dnia roboczego"],
  [2, "day", true, "genitive", "2 dni roboczych"],
  [2, "day", true, "accusative", "2 dni robocze"],
  [5, "day", true, "nominative", "5 dni roboczych"],
  [1, "week", false, "genitive", "1 tygodnia"],
  [7, "week", false, "genitive", "7 tygodni"],
  [1, "month", false, "accusative", "1 miesiąc"],
  [6, "month", false, "accusative", "6 miesięcy"],
  [2, "quarter", false, "nominative", "2 kwartały"],
  [3, "year", false, "nominative", "3 lata"],
  [5, "year", false, "genitive", "5 lat"],
];

describe("a Polish length of time", () => {
  it.each(rows)("%d × %s (business: %s) in the %s is %s", (amount, unit, business, form, said) => {
    expect(durationIn({ kind: "duration", amount, unit, business }, form)).toBe(said);
  });
});
