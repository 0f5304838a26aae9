import { describe, expect, it } from "vitest";
import { AGREEMENT, linted } from "../testing/linted.ts";

type Case = readonly [name: string, text: string, found: readonly string[]];

const CASES: readonly Case[] = [
  [
    "nothing follows",
    `commitment c { sales must contact within 1 hour of handoff }`,
    ["7: nothing follows where `c` is missed"],
  ],
  [
    "a ladder follows",
    `commitment c { sales must contact within 1 hour of handoff;  otherwise l }
ladder l { at breach notify owner }`,
    [],
  ],
];

describe("a commitment without a ladder", () => {
  it.each(CASES)("%s", (_name, text, found) => {
    expect(linted("commitment-without-ladder", AGREEMENT + text)).toEqual(found);
  });
});
