import { describe, expect, it } from "vitest";
import { AGREEMENT, linted } from "../testing/linted.ts";

type Case = readonly [name: string, text: string, found: readonly string[]];

const CASES: readonly Case[] = [
  ["no part at all", `role boss "Head of sales" of sales`, ["7: the role `boss` takes no part in anything"]],
  [
    "told by a ladder",
    `role boss "Head of sales" of sales
ladder l { at breach notify boss }`,
    [],
  ],
  [
    "attends a meeting",
    `role boss "Head of sales" of sales
meeting m every week for 1 hour attended by boss`,
    [],
  ],
  [
    "sits on a panel",
    `role boss "Head of sales" of sales
dispute { panel boss }`,
    [],
  ],
  [
    "is the arbiter",
    `role boss "Head of sales" of sales
dispute { arbiter boss }`,
    [],
  ],
  [
    "is responsible",
    `role boss "Head of sales" of sales
responsibility "Follow-up" { responsible boss }`,
    [],
  ],
  [
    "signs",
    `role boss "Head of sales" of sales
signature "By proxy" as boss on 2026-01-01`,
    [],
  ],
];

describe("a role without a part", () => {
  it.each(CASES)("%s", (_name, text, found) => {
    expect(linted("unused-role", AGREEMENT + text)).toEqual(found);
  });
});

it("is not told of a role that is misspelled where it has its part", () => {
  const text = `${AGREEMENT}role boss "Head of sales" of sales\nladder l { at breach notify bosss }`;
  expect(linted("unused-role", text)).toEqual([
    "8: nobody is called `bosss`: it is neither a party nor a role",
  ]);
});
