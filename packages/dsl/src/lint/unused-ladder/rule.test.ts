import { describe, expect, it } from "vitest";
import { AGREEMENT, linted } from "../testing/linted.ts";

type Case = readonly [name: string, text: string, found: readonly string[]];

const CASES: readonly Case[] = [
  [
    "no miss leads to it",
    `commitment c { sales must contact within 1 hour of handoff }
ladder l { at breach notify owner }`,
    ["8: no miss leads to the ladder `l`"],
  ],
  [
    "a commitment does",
    `commitment c { sales must contact within 1 hour of handoff;  otherwise l }
ladder l { at breach notify owner }`,
    [],
  ],
  [
    "a goal does",
    `stage L when handoff
goal g by sales { measure count of leads reaching L;  at least 5 every month;  otherwise l }
ladder l { after 30 days do "Talk" }`,
    [],
  ],
];

describe("a ladder to which nothing leads", () => {
  it.each(CASES)("%s", (_name, text, found) => {
    expect(linted("unused-ladder", AGREEMENT + text)).toEqual(found);
  });
});
