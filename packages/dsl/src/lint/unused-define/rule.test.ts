import { describe, expect, it } from "vitest";
import { AGREEMENT, linted } from "../testing/linted.ts";

type Case = readonly [name: string, text: string, found: readonly string[]];

const CASES: readonly Case[] = [
  ["no use at all", `define a = handoff`, ["7: `a` is defined, but nothing uses it"]],
  [
    "used by another",
    `define a = handoff
define b = a and contact
stage L when b at created`,
    [],
  ],
  [
    "used by a test",
    `define a = handoff
test "t" { lead { id: "1" };  at 2026-01-05 12:00;  expect a is no }`,
    [],
  ],
  [
    "used by a commitment",
    `define a = phone is present
commitment c for leads where a { sales must contact within 1 hour of handoff }`,
    [],
  ],
];

describe("a define that nothing names", () => {
  it.each(CASES)("%s", (_name, text, found) => {
    expect(linted("unused-define", AGREEMENT + text)).toEqual(found);
  });
});
