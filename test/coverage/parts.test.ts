import { describe, expect, it } from "vitest";
import { coverageOf, lineOf } from "./measured.ts";

const contract = `agreement "Every part" {
  between marketing and sales;  effective 2026-01-01 to 2026-12-31
  time zone "UTC";  currency USD
}
calendar early { mon-fri 06:00-14:00 }
calendar late { mon-fri 12:00-20:00 }
calendar local by region { EMEA -> early, otherwise -> late }
lead {
  id       text key
  email    text optional
  owner    text optional
  region   one of EMEA, APAC
  grade    one of A, B
  vip      yes/no
  created  time
}
event handoff
event assign
event accept
event reject
event reply
event recycle
event contact { channel one of call, email }
event hold
event resume

score points {
  +10 when vip
  +5 per contact where channel is call up to 10
  resets on recycle to 1
  never below 0
  never above 20
}
classify kind { gold when vip worth $5,000 from 2026-01-01, $6,000 from 2026-07-01;  iron otherwise }
classify rank, first match { top when vip;  good when grade is A;  rest otherwise }
stage Lead when id is present at created

ladder chase { at breach notify owner;  after 2 hours escalate to sales }

commitment call {
  sales must contact where channel is call within by grade { A -> 1 hour, otherwise -> 2 hours } of handoff or assign
  pause from hold to resume, at most 1 hour
  until reply or recycle
  unless email is missing
  waive for vip from 2026-07-01 to 2026-07-14 because "Works council"
  otherwise chase
}
commitment verdict { sales must accept or reject within 3 hours of handoff }
commitment touches { sales must contact 3 times within 2 weeks of handoff }
commitment hours { calendar local;  sales must reply within 1 business hour of handoff }
commitment onward { sales must leave SQL within 1 day of reaching SQL }
commitment shield { sales must reply within 1 hour of handoff;  unless verdict is breached }

funnel website { quota 20 Customer every month;  Lead to SQL 50%;  SQL to Customer 10% }
stage SQL after Lead when accept
stage Customer after SQL when reply
`;

const handoff = "2026-03-02 10:00 handoff";
const call = "contact { channel: call }";

/** The covered items of some kinds of parts, each as `text | side`. */
function covered(body: string, of: RegExp): string[] {
  const lines = body.replaceAll(";  ", "\n");
  return coverageOf(`${contract}test "it" {\n${lines}\n}`)
    .items.filter((item) => item.covered && of.test(lineOf(item)))
    .map(({ text, side }) => `${text} | ${side}`);
}

describe("a test exercises", () => {
  it.each<[string, RegExp, string, string[]]>([
    [
      "the lines of a score, and its cap exactly",
      /^(clause|boundary) score/,
      `lead { vip: no }
      2026-03-02 10:00 ${call};  2026-03-02 11:00 ${call};  expect points = 10`,
      [
        "+5 per contact where channel is call up to 10 | points",
        "+5 per contact where channel is call up to 10 | at cap",
      ],
    ],
    [
      "a cap that takes points away, and the upper bound",
      /^boundary score/,
      `lead { vip: yes }
      2026-03-02 10:00 ${call};  2026-03-02 11:00 ${call};  2026-03-02 12:00 ${call};  expect points = 20`,
      ["never above 20 | maximum", "+5 per contact where channel is call up to 10 | above cap"],
    ],
    [
      "what a score counts, and what it does not",
      /^branch score.*channel/,
      `lead { vip: no }
      2026-03-02 10:00 ${call};  2026-03-02 11:00 contact { channel: email };  expect points = 5`,
      ["channel is call | true", "channel is call | false"],
    ],
    [
      "the reset of a score, after which a line without events decides nothing",
      /^(clause|branch) score/,
      `lead { vip: yes }
      2026-03-02 10:00 recycle;  expect points = 1`,
      ["resets on recycle | reset"],
    ],
    [
      "the case of a class and the value in force",
      /^case/,
      `lead { vip: yes, created: 2026-08-01 10:00 }
      at 2026-08-01 11:00;  expect worth = $6,000`,
      [
        "gold when vip worth $5,000 from 2026-01-01, $6,000 from 2026-07-01 | case",
        "$6,000 from 2026-07-01 | case",
      ],
    ],
    [
      "the cases of a class up to the one that holds",
      /rank/,
      `lead { vip: yes, grade: A }
      ${handoff};  expect rank is top`,
      ["top when vip | case", "vip | true"],
    ],
    [
      "the stages that a clock starts with and that it is about",
      /stage (SQL|Customer)/,
      `lead { vip: no }
      2026-03-02 10:00 accept;  2026-03-02 11:00 reply;  expect onward is met`,
      [
        "stage SQL after Lead when accept | reached",
        "accept | true",
        "stage Customer after SQL when reply | reached",
        "reply | true",
        "reply | false",
      ],
    ],
    [
      "the case of a table, the event that starts a clock, and that which ends it",
      /^case call/,
      `lead { email: "a", grade: A, vip: no }
      2026-03-02 10:00 assign;  2026-03-02 10:10 reply;  expect call is discharged`,
      ["A -> 1 hour | case", "assign | counted", "reply | counted"],
    ],
    [
      "otherwise in a table",
      /^case call \|/,
      `lead { grade: B, email: "a", vip: no }
      ${handoff};  expect call is running`,
      ["otherwise -> 2 hours | otherwise", "handoff | counted"],
    ],
    [
      "one of two events that answer",
      /^case verdict/,
      `lead { vip: no }
      ${handoff};  2026-03-02 10:30 reject;  expect verdict is met`,
      ["reject | counted"],
    ],
    [
      "a pause and the end of its cap",
      /^(clause|boundary) call \| pause/,
      `lead { email: "a", grade: A, vip: no }
      ${handoff};  2026-03-02 10:10 hold;  2026-03-02 11:10 resume;  expect call is running`,
      [
        "pause from hold to resume, at most 1 hour | held",
        "pause from hold to resume, at most 1 hour | at cap",
      ],
    ],
    [
      "a pause that its cap cuts short",
      /^(clause|boundary) call \| pause/,
      `lead { email: "a", grade: A, vip: no }
      ${handoff};  2026-03-02 10:10 hold;  at 2026-03-02 11:30;  expect call is running`,
      [
        "pause from hold to resume, at most 1 hour | held",
        "pause from hold to resume, at most 1 hour | above cap",
      ],
    ],
    [
      "a pause well within its cap",
      /^(clause|boundary) call \| pause/,
      `lead { email: "a", grade: A, vip: no }
      ${handoff};  2026-03-02 10:10 hold;  2026-03-02 10:40 resume;  expect call is running`,
      ["pause from hold to resume, at most 1 hour | held"],
    ],
    [
      "an excuse that holds, and with it the status",
      /call.*(missing|excused)/,
      `lead { grade: A, vip: no }
      ${handoff};  expect call is excused`,
      [
        "sales must contact where channel is call within by grade { A -> 1 hour, otherwise -> 2 hours } of handoff or assign | excused",
        "email is missing | true",
      ],
    ],
    [
      "a waiver",
      /waive|call \| vip/,
      `lead { email: "a", grade: A, vip: yes }
      2026-07-02 10:00 handoff;  expect call is excused`,
      ['waive for vip from 2026-07-01 to 2026-07-14 because "Works council" | waived', "vip | true"],
    ],
    [
      "the steps of a ladder that fell due",
      /ladder/,
      `lead { email: "a", grade: A, vip: no }
      ${handoff};  at 2026-03-02 12:00;  expect call is breached`,
      ["at breach notify owner | due"],
    ],
    [
      "one time less than was asked",
      /^boundary touches/,
      `lead { vip: no }
      ${handoff};  2026-03-03 10:00 ${call};  2026-03-04 10:00 ${call};  at 2026-03-17 10:00;  expect touches is breached`,
      ["sales must contact 3 times within 2 weeks of handoff | one less"],
    ],
    [
      "all times that were asked",
      /^boundary touches/,
      `lead { vip: no }
      ${handoff};  2026-03-03 10:00 ${call};  2026-03-04 10:00 ${call};  2026-03-05 10:00 ${call};  expect touches is met`,
      ["sales must contact 3 times within 2 weeks of handoff | times"],
    ],
    [
      "the calendar that the lead chooses",
      /calendar/,
      `lead { region: EMEA, vip: no }
      ${handoff};  expect hours is running`,
      ["EMEA -> early | case"],
    ],
    [
      "the other calendar",
      /calendar/,
      `lead { region: APAC, vip: no }
      ${handoff};  expect hours is running`,
      ["otherwise -> late | otherwise"],
    ],
    [
      "a promise whose status another asks for",
      /^(clause|status) verdict/,
      `lead { vip: no }
      ${handoff};  at 2026-03-02 10:30;  expect shield is running`,
      [
        "sales must accept or reject within 3 hours of handoff | started",
        "sales must accept or reject within 3 hours of handoff | running",
      ],
    ],
    [
      "the rates after the stage that a sum is about",
      /funnel/,
      "expect website needs 200 SQL",
      ["SQL to Customer 10% | summed"],
    ],
    [
      "all rates",
      /funnel/,
      "expect website rate = 5%",
      ["Lead to SQL 50% | summed", "SQL to Customer 10% | summed"],
    ],
  ])("%s", (_, of, body, expected) => {
    expect(covered(body, of).toSorted()).toEqual(expected.toSorted());
  });
});
