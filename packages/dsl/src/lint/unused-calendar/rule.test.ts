import { describe, expect, it } from "vitest";
import { AGREEMENT, linted } from "../testing/linted.ts";

type Case = readonly [name: string, text: string, found: readonly string[]];

const CASES: readonly Case[] = [
  [
    "one of two",
    `calendar london { mon-fri 09:00-17:00 }
calendar tokyo { mon-fri 09:00-18:00 }
commitment c { sales must contact within 1 business hour of handoff;  calendar london }`,
    ["8: nothing counts time on the calendar `tokyo`"],
  ],
  [
    "a sole calendar is everybody's",
    `calendar london { mon-fri 09:00-17:00 }
commitment c { sales must contact within 1 hour of handoff }`,
    [],
  ],
  [
    "chosen by a table",
    `calendar london { mon-fri 09:00-17:00 }
calendar tokyo { mon-fri 09:00-18:00 }
calendar local by email { "a" -> london, otherwise -> tokyo }
commitment c { sales must contact within 1 business hour of handoff;  calendar local }`,
    [],
  ],
  [
    "hours of the owner",
    `calendar london { mon-fri 09:00-17:00 }
calendar tokyo { mon-fri 09:00-18:00 }
people { id text key;  hours one of london, tokyo }
commitment c { sales must contact within 1 business hour of handoff;  calendar of owner }`,
    [],
  ],
  [
    "of the lead",
    `calendar london { mon-fri 09:00-17:00 }
calendar tokyo { mon-fri 09:00-18:00 }
commitment c { sales must contact within 1 business hour of handoff;  calendar of lead }`,
    [],
  ],
];

describe("a calendar on which nothing counts", () => {
  it.each(CASES)("%s", (_name, text, found) => {
    expect(linted("unused-calendar", AGREEMENT + text)).toEqual(found);
  });
});
