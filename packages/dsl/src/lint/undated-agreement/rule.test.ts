import { describe, expect, it } from "vitest";
import { AGREEMENT, linted } from "../testing/linted.ts";

type Case = readonly [name: string, text: string, found: readonly string[]];

const CASES: readonly Case[] = [
  ["with a term", AGREEMENT, []],
  ["open-ended", AGREEMENT.replace(" to 2026-12-31", ""), []],
  [
    "without a term",
    AGREEMENT.replace("effective 2026-01-01 to 2026-12-31;", ""),
    ["1: the agreement does not say from when until when it holds"],
  ],
];

describe("an agreement", () => {
  it.each(CASES)("%s", (_name, text, found) => {
    expect(linted("undated-agreement", text)).toEqual(found);
  });
});
