import { describe, expect, it } from "vitest";
import { AGREEMENT, linted } from "../testing/linted.ts";

type Case = readonly [name: string, text: string, found: readonly string[]];

const CASES: readonly Case[] = [
  [
    "with a commitment",
    `commitment c { sales must contact within 1 hour of handoff }`,
    ["1: this contract has no tests: nothing shows that it says what both sides mean"],
  ],
  [
    "with a test",
    `commitment c { sales must contact within 1 hour of handoff }
test "t" { lead { id: "1" };  at 2026-01-05 12:00;  expect c is waiting }`,
    [],
  ],
  ["that promises nothing", ``, []],
];

describe("a contract without tests", () => {
  it.each(CASES)("%s", (_name, text, found) => {
    expect(linted("no-tests", AGREEMENT + text)).toEqual(found);
  });
});
