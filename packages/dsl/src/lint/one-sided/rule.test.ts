import { describe, expect, it } from "vitest";
import { AGREEMENT, linted } from "../testing/linted.ts";

type Case = readonly [name: string, text: string, found: readonly string[]];

const CASES: readonly Case[] = [
  [
    "only sales has a commitment",
    `commitment c { sales must contact within 1 hour of handoff }`,
    ["2: marketing promises nothing here: only sales has commitments or goals"],
  ],
  [
    "only marketing has a goal",
    `stage L when handoff
goal g by marketing { measure count of leads reaching L;  at least 5 every month }`,
    ["2: sales promises nothing here: only marketing has commitments or goals"],
  ],
  [
    "a goal of both binds both",
    `commitment c { sales must contact within 1 hour of handoff }
stage L when handoff
goal g by marketing and sales { measure count of leads reaching L;  at least 5 every month }`,
    [],
  ],
  ["nobody promises anything", ``, []],
];

describe("an agreement that binds one side", () => {
  it.each(CASES)("%s", (_name, text, found) => {
    expect(linted("one-sided", AGREEMENT + text)).toEqual(found);
  });
});
