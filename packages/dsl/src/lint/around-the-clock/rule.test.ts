import { describe, expect, it } from "vitest";
import { AGREEMENT, linted } from "../testing/linted.ts";

type Case = readonly [name: string, text: string, found: readonly string[]];

const CASES: readonly Case[] = [
  [
    "24 hours beside office hours",
    `calendar office { mon-fri 09:00-17:00 }
commitment c { sales must contact within 24 hours of handoff }`,
    ["8: 24 hours run through nights, weekends and holidays"],
  ],
  [
    "in a table",
    `calendar office { mon-fri 09:00-17:00 }
commitment c { sales must contact within by email { "a" -> 1 hour, otherwise -> 12 hours } of handoff }`,
    ["8: 12 hours run through nights, weekends and holidays"],
  ],
  [
    "a short one is meant so",
    `calendar office { mon-fri 09:00-17:00 }
commitment c { sales must contact within 1 hour of handoff }`,
    [],
  ],
  [
    "business hours",
    `calendar office { mon-fri 09:00-17:00 }
commitment c { sales must contact within 24 business hours of handoff }`,
    [],
  ],
  [
    "days keep the time of day",
    `calendar office { mon-fri 09:00-17:00 }
commitment c { sales must contact within 2 days of handoff }`,
    [],
  ],
  ["no calendar", `commitment c { sales must contact within 24 hours of handoff }`, []],
];

describe("a deadline that runs through the night", () => {
  it.each(CASES)("%s", (_name, text, found) => {
    expect(linted("around-the-clock", AGREEMENT + text)).toEqual(found);
  });
});
