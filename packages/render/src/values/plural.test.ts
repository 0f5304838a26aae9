import { describe, expect, it } from "vitest";
import { plural } from "./plural.ts";

const points = { one: "punkt", few: "punkty", many: "punktów", other: "punktu" };

describe("the form behind a number", () => {
  it.each([
    ["1", "punkt"],
    ["2", "punkty"],
    ["5", "punktów"],
    ["12", "punktów"],
    ["22", "punkty"],
    ["0", "punktów"],
    ["0.5", "punktu"],
    ["2.50", "punktu"],
    ["2.0", "punkty"],
    ["-1", "punkt"],
    ["12345678901234567892", "punkty"],
    ["12345678901234567812", "punktów"],
    [null, "punktów"],
  ])("%s %s", (exact, form) => {
    expect(plural("pl", exact, points)).toBe(form);
  });

  it("falls back on the form that every language has", () => {
    expect(plural("en", null, { one: "lead", other: "leads" })).toBe("leads");
  });
});
