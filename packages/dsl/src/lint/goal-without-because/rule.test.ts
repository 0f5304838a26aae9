import { describe, expect, it } from "vitest";
import { AGREEMENT, linted } from "../testing/linted.ts";

type Case = readonly [name: string, text: string, found: readonly string[]];

const CASES: readonly Case[] = [
  [
    "no reason",
    `stage L when handoff
goal g by sales { measure count of leads reaching L;  at least 5 every month }`,
    ["8: `g` does not say what it is promised for"],
  ],
  [
    "a reason",
    `stage L when handoff
goal g by sales { measure count of leads reaching L;  at least 5 every month;  because "Growth" }`,
    [],
  ],
];

describe("a goal without a reason", () => {
  it.each(CASES)("%s", (_name, text, found) => {
    expect(linted("goal-without-because", AGREEMENT + text)).toEqual(found);
  });
});
