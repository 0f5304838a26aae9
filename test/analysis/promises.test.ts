import { describe, expect } from "vitest";
import { check } from "./planted.ts";

describe("deadlines that contradict one another", () => {
  const twice = (first: string, second: string) => `commitment a ${first}\ncommitment b ${second}`;
  const said = ["contradictory-deadlines: `a` and `b` ask sales for the same, with different targets"];
  check([
    {
      name: "for the same leads",
      text: twice(
        "{ sales must contact within 1 hour of handoff }",
        "{ sales must contact within 2 hours of handoff }",
      ),
      said,
      events: ["handoff"],
    },
    {
      name: "for leads that overlap",
      text: twice(
        "for leads where asked { sales must contact within 1 hour of handoff }",
        "for leads where source is fair { sales must contact within 2 hours of handoff }",
      ),
      said,
      shows: { asked: true, source: "fair" },
    },
    {
      name: "for leads that do not",
      text: twice(
        "for leads where asked { sales must contact within 1 hour of handoff }",
        "for leads where not asked { sales must contact within 2 hours of handoff }",
      ),
    },
    {
      name: "not the steps of a cadence",
      text: twice(
        "{ sales must contact 3 times within 2 weeks of handoff }",
        "{ sales must contact 5 times within 4 weeks of handoff }",
      ),
    },
    {
      name: "more times in less time",
      text: twice(
        "{ sales must contact 3 times within 2 weeks of handoff }",
        "{ sales must contact 6 times within 1 week of handoff }",
      ),
      said,
    },
    {
      name: "not with another trigger, event or filter",
      text: twice(
        "{ sales must contact within 1 hour of handoff }",
        "{ sales must contact within 2 hours of reject }\ncommitment d { sales must reject within 2 hours of handoff }\ncommitment e { sales must contact where channel is call within 3 hours of handoff }",
      ),
    },
    {
      name: "a deadline that depends on the lead: not proved",
      text: twice(
        "{ sales must contact within by grade { A -> 1 hour, otherwise -> 2 hours } of handoff }",
        "{ sales must contact within 2 hours of handoff }",
      ),
      said: [
        "not proved: that `a` and `b` do not ask for the same in two ways: the two targets depend on the lead, or count time in two ways",
      ],
    },
  ]);
});

describe("cadences", () => {
  check([
    {
      name: "that take longer than there is",
      text: "commitment c { sales must contact 8 times within 1 week of handoff, at least 1 business day apart }",
      said: [
        "tight-cadence: 8 times, so far apart, take longer than there is time on whatever day it starts, such as 2026-01-02",
      ],
      events: ["handoff", ...Array.from({ length: 8 }, () => "contact")],
    },
    {
      name: "that fit",
      text: "commitment c { sales must contact 8 times within 7 weeks of handoff, at least 1 business day apart }",
    },
    {
      name: "that do not fit where holidays are near",
      text: "commitment c { sales must contact 6 times within 1 week of handoff, at least 1 business day apart }",
      said: [
        expect.stringMatching(
          /^tight-cadence: 6 times, so far apart, take longer than there is time when it starts on 2026-\d\d-\d\d, one of \d+ such days among 2\d\d$/,
        ) as unknown as string,
      ],
    },
    {
      name: "by plain days",
      text: "commitment c { sales must contact 3 times within 3 days of handoff, at least 2 days apart }",
      said: [
        "tight-cadence: 3 times, so far apart, take longer than there is time on whatever day it starts, such as 2026-01-02",
      ],
    },
  ]);
});
