import { describe, expect, it } from "vitest";
import { AGREEMENT, linted } from "../testing/linted.ts";

type Case = readonly [name: string, text: string, found: readonly string[]];

const CASES: readonly Case[] = [
  [
    "no use at all",
    `commitment c { sales must contact within 1 hour of handoff }
event reject`,
    ["8: nothing in this contract depends on the event `reject`"],
  ],
  [
    "a test is no use",
    `commitment c { sales must contact within 1 hour of handoff }
event reject
stage L when handoff
test "t" { lead { id: "1" };  2026-01-05 12:00 reject;  expect stage is not L }`,
    ["8: nothing in this contract depends on the event `reject`"],
  ],
  [
    "an event with an owner hands the lead over",
    `commitment c { sales must contact within 1 hour of handoff }
event assign { owner text }`,
    [],
  ],
  [
    "used in until",
    `commitment c { sales must contact within 1 hour of handoff }
event x { amount money }
commitment d { sales must contact within 1 day of handoff;  until x }`,
    [],
  ],
  [
    "used in a pause",
    `commitment c { sales must contact within 1 hour of handoff }
event x { amount money }
commitment d { sales must contact within 1 day of handoff;  pause from x to handoff }`,
    [],
  ],
  [
    "used in a condition",
    `commitment c { sales must contact within 1 hour of handoff }
event x { amount money }
define y = x`,
    [],
  ],
  [
    "used in a count",
    `commitment c { sales must contact within 1 hour of handoff }
event x { amount money }
define y = count of x >= 2`,
    [],
  ],
  [
    "used in a comparison of times",
    `commitment c { sales must contact within 1 hour of handoff }
event x { amount money }
define y = last x > created`,
    [],
  ],
  [
    "used in an attribute",
    `commitment c { sales must contact within 1 hour of handoff }
event x { amount money }
define y = x.amount > $5`,
    [],
  ],
  [
    "used in a score",
    `commitment c { sales must contact within 1 hour of handoff }
event x { amount money }
score s { +5 per x }`,
    [],
  ],
  [
    "used in a stage",
    `commitment c { sales must contact within 1 hour of handoff }
event x { amount money }
stage L when x`,
    [],
  ],
  [
    "used in a sum",
    `commitment c { sales must contact within 1 hour of handoff }
event x { amount money }
goal g by sales { measure sum of x.amount;  at least $5 every month }`,
    [],
  ],
  [
    "used in a rate",
    `commitment c { sales must contact within 1 hour of handoff }
event x { amount money }
goal g by sales { measure rate from handoff to x, maturing 1 day;  at least 5% every month }`,
    [],
  ],
  [
    "used in a cadence",
    `commitment c { sales must contact within 1 hour of handoff }
event x { amount money }
commitment d { sales must follow { day 0: x } of handoff }`,
    [],
  ],
  [
    "used in a derived event",
    `commitment c { sales must contact within 1 hour of handoff }
event x { amount money }
event y, also when x
stage L when y`,
    [],
  ],
];

describe("an event on which nothing depends", () => {
  it.each(CASES)("%s", (_name, text, found) => {
    expect(linted("unused-event", AGREEMENT + text)).toEqual(found);
  });
});

it("leaves alone what an imported file declares", () => {
  const text = `import "./events.sla"\n${AGREEMENT}commitment c { sales must contact within 1 hour of handoff }`;
  expect(linted("unused-event", text, { "events.sla": "event won\nevent lost\n" })).toEqual([]);
});
