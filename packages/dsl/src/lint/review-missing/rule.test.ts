import { describe, expect, it } from "vitest";
import { AGREEMENT, linted } from "../testing/linted.ts";

type Case = readonly [name: string, text: string, found: readonly string[]];

const agreement = (effective: string): string =>
  AGREEMENT.replace("effective 2026-01-01 to 2026-12-31", effective);

const CASES: readonly Case[] = [
  ["a year", `effective 2026-01-01 to 2026-12-31`, []],
  ["a leap year", `effective 2028-01-01 to 2028-12-31`, []],
  [
    "a year and a half",
    `effective 2026-01-01 to 2027-06-30`,
    ["1: this agreement runs from 2026-01-01 to 2027-06-30, and nobody is to look at it again"],
  ],
  ["no end", `effective 2026-01-01`, ["1: this agreement has no end, and nobody is to look at it again"]],
];

describe("a long agreement without a review", () => {
  it.each(CASES)("%s", (_name, text, found) => {
    expect(linted("review-missing", agreement(text))).toEqual(found);
  });
});

it("is content with a review", () => {
  expect(linted("review-missing", `${agreement("effective 2026-01-01")}review every 6 months`)).toEqual([]);
});
