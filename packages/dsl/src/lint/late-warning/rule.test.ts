import { describe, expect, it } from "vitest";
import { AGREEMENT, linted } from "../testing/linted.ts";

type Case = readonly [name: string, text: string, found: readonly string[]];

const CASES: readonly Case[] = [
  [
    "three minutes of an hour",
    `commitment c {
  sales must contact within 1 hour of handoff
  warn at 95%
}
calendar office { mon-fri 09:00-17:00 }`,
    ["9: this warning leaves 3 minutes of the 1 hour that `within` allows"],
  ],
  [
    "a minute and a half",
    `commitment c {
  sales must contact within 15 minutes of handoff
  warn at 90%
}
calendar office { mon-fri 09:00-17:00 }`,
    ["9: this warning leaves 1 minute 30 seconds of the 15 minutes that `within` allows"],
  ],
  [
    "nothing",
    `commitment c {
  sales must contact within 2 business hours of handoff
  warn at 100%
}
calendar office { mon-fri 09:00-17:00 }`,
    ["9: this warning leaves nothing of the 2 business hours that `within` allows"],
  ],
  [
    "five minutes are enough",
    `commitment c {
  sales must contact within 50 minutes of handoff
  warn at 90%
}
calendar office { mon-fri 09:00-17:00 }`,
    [],
  ],
  [
    "a day is long",
    `commitment c {
  sales must contact within 1 business day of handoff
  warn at 99%
}
calendar office { mon-fri 09:00-17:00 }`,
    [],
  ],
  ["no warning", `commitment c { sales must contact within 1 hour of handoff }`, []],
];

describe("a warning that leaves no time", () => {
  it.each(CASES)("%s", (_name, text, found) => {
    expect(linted("late-warning", AGREEMENT + text)).toEqual(found);
  });
});
