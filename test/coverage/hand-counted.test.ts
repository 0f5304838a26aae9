import { createEngine, runContractTests } from "@entente/engine";
import { describe, expect, it } from "vitest";
import { coverageOf, coveredLines, lineOf, policyOf } from "./measured.ts";

const contract = `agreement "Counted by hand" {
  between marketing and sales;  effective 2026-01-01 to 2026-12-31
  time zone "UTC";  currency USD
}
lead { id text key;  employees integer optional 0 to 1000;  vip yes/no;  created time }
event handoff
event call
define big = employees >= 50 or vip
stage Lead             when id is present  at created
stage MQL  after Lead  when big            at handoff
commitment answer for leads where stage reached MQL { sales must call within 2 hours of handoff }
commitment load { marketing must handoff at most 40 times every week }
commitment info { marketing must provide employees by handoff }
`;

const tests = `
test "fifty is enough, and two hours are" {
  lead { employees: 50, vip: no }
  2026-03-02 10:00 handoff
  2026-03-02 12:00 call
  expect stage is MQL
  expect answer is met
}
test "ten is not" {
  lead { employees: 10, vip: no }
  2026-03-02 10:00 handoff
  expect stage is Lead
}
`;

/** Counted by hand: covered on the left, open on the right. */
const counted = {
  clause: [
    ["stage Lead | stage Lead when id is present at created | reached", true],
    ["stage MQL | stage MQL after Lead when big at handoff | reached", true],
    ["answer | sales must call within 2 hours of handoff | started", true],
    ["info | marketing must provide employees by handoff | started", false],
  ],
  case: [],
  branch: [
    ["define big | employees >= 50 | true", true],
    ["define big | employees >= 50 | false", true],
    ["define big | vip | true", false],
    ["define big | vip | false", true],
    ["stage Lead | id is present | true", true],
    ["stage Lead | id is present | false", false],
    ["stage MQL | big | true", true],
    ["stage MQL | big | false", true],
    ["answer | stage reached MQL | true", true],
    ["answer | stage reached MQL | false", false],
  ],
  boundary: [
    ["define big | employees >= 50 | low", false],
    ["define big | employees >= 50 | high", true],
    ["answer | sales must call within 2 hours of handoff | at due", true],
    ["answer | sales must call within 2 hours of handoff | after due", false],
  ],
  status: [
    ...["waiting", "inapplicable", "unknown"].map((status) => [
      `answer | sales must call within 2 hours of handoff | ${status}`,
      false,
    ]),
    ["answer | sales must call within 2 hours of handoff | met", true],
    ...["late", "breached", "running"].map((status) => [
      `answer | sales must call within 2 hours of handoff | ${status}`,
      false,
    ]),
    ...["waiting", "met", "breached"].map((status) => [
      `info | marketing must provide employees by handoff | ${status}`,
      false,
    ]),
  ],
} as const;

describe("the coverage of a contract counted by hand", () => {
  const coverage = coverageOf(contract + tests);

  it("lists everything that there is to exercise, and what was", () => {
    const found = coverage.items.map((item) => [lineOf(item), item.covered]);
    const expected = Object.entries(counted).flatMap(([kind, items]) =>
      items.map(([line, covered]) => [`${kind} ${line}`, covered]),
    );
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  it("counts 13 of 28", () => {
    expect(coverage.kinds).toEqual({
      clause: { covered: 3, total: 4, percent: 75 },
      case: { covered: 0, total: 0, percent: null },
      branch: { covered: 7, total: 10, percent: 70 },
      boundary: { covered: 2, total: 4, percent: 50 },
      status: { covered: 1, total: 10, percent: 10 },
    });
    expect(coverage.all).toEqual({ covered: 13, total: 28, percent: 46.4 });
  });

  it("names what is about many leads apart", () => {
    expect(coverage.beyond.map(({ of, text, span }) => [of, text, span.line])).toEqual([
      ["load", "marketing must handoff at most 40 times every week", 12],
    ]);
  });

  it("tells the place and the gap in the contract's words", () => {
    const gap = coverage.items.find(({ side, kind }) => kind === "boundary" && side === "low");
    expect(gap).toMatchObject({
      text: "employees >= 50",
      gap: "was never tried at its boundary: 49",
      span: { file: "contract.sla", line: 8, column: 14 },
    });
  });
});

const when = "2026-03-02 10:00 handoff";

describe("one more test", () => {
  const before = new Set(coveredLines(contract + tests));
  const bigness = "define big | employees >= 50";
  const answer = "answer | sales must call within 2 hours of handoff";

  it.each<[string, string, string[]]>([
    [
      "an operand that decides",
      `lead { employees: 10, vip: yes }  ${when};  expect big is true`,
      ["branch define big | vip | true"],
    ],
    [
      "an operand beside one that decides as well",
      `lead { employees: 60, vip: yes }  ${when};  expect big is true`,
      [],
    ],
    [
      "an operand that is missing",
      `lead { vip: no }  ${when};  expect big is not true;  expect big is false`,
      [],
    ],
    [
      "the last value below",
      `lead { employees: 49, vip: no }  ${when};  expect big is false`,
      [`boundary ${bigness} | low`],
    ],
    [
      "a value beyond the boundary's neighbours",
      `lead { employees: 48, vip: no }  ${when};  expect big is false`,
      [],
    ],
    [
      "a promise that was passed by, not asked about",
      `lead { vip: no }  ${when};  2026-03-02 12:01 call;  expect stage is Lead`,
      [],
    ],
    [
      "a promise that is asked about",
      `lead { employees: 1, vip: no }  ${when};  expect info is met`,
      [
        "clause info | marketing must provide employees by handoff | started",
        "status info | marketing must provide employees by handoff | met",
      ],
    ],
    [
      "a condition that is false",
      `lead { employees: 1, vip: no }  ${when};  expect answer is inapplicable`,
      ["branch answer | stage reached MQL | false", `status ${answer} | inapplicable`],
    ],
    [
      "a minute too late",
      `lead { employees: 50, vip: no }  ${when};  2026-03-02 12:01 call;  expect answer is late`,
      [`boundary ${answer} | after due`, `status ${answer} | late`],
    ],
    [
      "two minutes too late",
      `lead { employees: 50, vip: no }  ${when};  2026-03-02 12:02 call;  expect answer is late`,
      [`status ${answer} | late`],
    ],
    [
      "nothing within a minute",
      `lead { employees: 50, vip: no }  ${when};  at 2026-03-02 12:00:30;  expect answer is breached`,
      [`boundary ${answer} | after due`, `status ${answer} | breached`],
    ],
    [
      "an expectation that fails",
      `lead { employees: 49, vip: no }  ${when};  expect big is true`,
      [`boundary ${bigness} | low`],
    ],
  ])("covers %s", (_, body, added) => {
    const now = coveredLines(
      `${contract}${tests}\ntest "one more" {\n${body.replaceAll(";  ", "\n").replace("}  ", "}\n")}\n}`,
    );
    expect(now.filter((line) => !before.has(line)).toSorted()).toEqual(added.toSorted());
    expect(now.length).toBe(before.size + added.length);
  });
});

describe("several tests", () => {
  it("cover together what they cover one by one", () => {
    const engine = createEngine(policyOf(contract + tests));
    const lines = (filter: string) =>
      runContractTests(engine, { filter, coverage: true })
        .coverage.items.filter(({ covered }) => covered)
        .map(lineOf);
    const apart = [...lines("fifty"), ...lines("ten")];
    expect(lines("fifty").length).toBeLessThan(lines("").length);
    expect([...new Set(apart)].toSorted()).toEqual(lines("").toSorted());
  });
});
