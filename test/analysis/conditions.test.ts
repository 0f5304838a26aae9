import { describe } from "vitest";
import { check } from "./planted.ts";

describe("conditions that never or always hold", () => {
  const kept = (where: string) =>
    `commitment c for leads where ${where} { sales must contact within 1 hour of handoff }`;
  check([
    {
      name: "a number beyond its field",
      text: kept("fit > 100"),
      said: ["never: `for` of `c` never holds: nobody owes anything"],
    },
    {
      name: "two that exclude each other",
      text: kept("source is web and source is fair"),
      said: ["never: `for` of `c` never holds: nobody owes anything"],
    },
    {
      name: "a part alone",
      text: kept("asked and (vip or fit < 0)"),
      said: ["never: `fit < 0` never holds, in `for` of `c`"],
    },
    {
      name: "a part that always holds",
      text: kept("asked and fit >= 0"),
      said: ["always: `fit >= 0` always holds, in `for` of `c`"],
    },
    {
      name: "always, for a field that is always there",
      text: kept("fit <= 100"),
      said: ["always: `for` of `c` always holds: `for` is not needed"],
    },
    { name: "not always, for a field that can be missing", text: kept("employees >= 0") },
    {
      name: "always whatever the field",
      text: kept("asked or not asked"),
      said: ["always: `for` of `c` always holds: `for` is not needed"],
    },
    { name: "unknown, where a missing field decides", text: kept("employees < 5 or employees >= 5") },
    {
      name: "an excuse that always holds",
      text: "commitment c { sales must contact within 1 hour of handoff;  unless fit is present }",
      said: ["always: this `unless` always holds: the commitment is always excused"],
    },
    {
      name: "a filter on an event",
      text: "commitment c { sales must contact where channel is call and channel is email within 1 hour of handoff }",
      said: ["never: this `where` never holds: no `contact` counts"],
    },
    {
      name: "a filter that lets everything through",
      text: "commitment c { sales must contact where channel in (call, email) within 1 hour of handoff }",
      said: ["always: this `where` always holds: every `contact` counts, with or without it"],
    },
    {
      name: "not always, where a column of the lead may give the event without its attributes",
      text: 'event met from "Met on" { kind one of visit, video }\ncommitment c { sales must met where kind in (visit, video) within 1 hour of handoff }',
    },
    {
      name: "a filter that can hold and fail",
      text: "commitment c { sales must contact where channel is call and minutes >= 3 within 1 hour of handoff }",
    },
    {
      name: "a filter inside a count",
      text: "define d = count of contact (where minutes > 600) >= 1",
      said: [
        "never: `d` never holds: whatever asks for it gets no",
        "never: this `where` never holds: no `contact` counts",
      ],
    },
    {
      name: "a define, told once where it is declared",
      text: `define d = fit > 100\n${kept("d")}`,
      said: ["never: `d` never holds: whatever asks for it gets no"],
    },
    {
      name: "a score that cannot be had",
      text: `score s {\n +10 when asked\n +20 when vip\n}\n${kept("s > 30")}`,
      said: ["never: `for` of `c` never holds: nobody owes anything"],
    },
    { name: "a score that can", text: `score s {\n +10 when asked\n +20 when vip\n}\n${kept("s >= 30")}` },
    {
      name: "a score line",
      text: "score s {\n +10 when grade is A and grade is B\n}\ndefine d = s >= 5",
      said: [
        "never: this line's condition never holds: it adds no points",
        "never: `d` never holds: whatever asks for it gets no",
      ],
    },
    {
      name: "a text that no record can hold",
      text: kept('country is " US"'),
      said: ["never: `for` of `c` never holds: nobody owes anything"],
    },
    {
      name: "a count behind a define",
      text: `define calls = count of contact (where channel is call)\n${kept("calls >= 2 and not calls >= 3")}`,
    },
    { name: "time that passes", text: kept("time since last contact > 7 days") },
  ]);
});

describe("stages", () => {
  check([
    {
      name: "that can be reached",
      text: "stage Lead when email is present at created\nstage MQL after Lead when fit >= 50 unless asked at handoff\nstage Customer after MQL when won",
    },
    {
      name: "whose condition excludes that of the one before",
      text: "stage Lead when source is web at created\nstage MQL after Lead when source is fair at handoff\nstage Customer after MQL when won",
      said: ["unreachable: no lead can reach `MQL`: its condition excludes that of every stage before it"],
    },
    {
      name: "whose `unless` covers its `when`",
      text: "stage Lead when fit > 50 unless fit > 20 at created",
      said: ["unreachable: no lead can reach `Lead`: `unless` holds whenever `when` does"],
    },
    {
      name: "that one left before the next was reached",
      text: "stage Lead when not handoff at created\nstage MQL after Lead when handoff",
    },
    {
      name: "with two ways in, of which one is open",
      text: "stage Lead when source is web at created\nstage Other when source is fair at created\nstage MQL after Lead or Other when source is fair at handoff",
    },
    {
      name: "and what asks for one that cannot be reached is not told again",
      text: "stage Lead when fit > 100 at created\ncommitment c for leads where stage reached Lead { sales must contact within 1 hour of handoff }",
      said: ["never: the condition of `Lead` never holds: no lead reaches the stage"],
    },
  ]);
});
