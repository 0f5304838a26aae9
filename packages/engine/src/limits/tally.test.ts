import type { DutyOf } from "@entente/ir";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { on, policyWith } from "../clocks/testing/test-contract.ts";
import { createExpressionPlan } from "../plan/expression-plan.ts";
import type { LeadFacts } from "../records/facts.ts";
import { eventMatch, expr, literal } from "../testing/expression-builder.ts";
import { factsOf, instant, noSpan, occurrenceOf } from "../testing/policy-builder.ts";
import type { LimitVerdict } from "./limit-verdict.ts";
import { createTally } from "./tally.ts";

const weekly = { count: 1, unit: "week", business: false } as const;
const limit = (bound: "atMost" | "atLeast", times: number, per = expr.field("owner")): DutyOf<"limit"> => ({
  kind: "limit",
  events: [eventMatch("handoff")],
  bound,
  times: expr.literal(literal.number(times)),
  per,
  every: weekly,
});
const share = (percent: string): DutyOf<"share"> => ({
  kind: "share",
  events: [eventMatch("contact")],
  bound: "atLeast",
  percent: expr.literal(literal.percent(percent)),
  of: on("handoff"),
  per: null,
  every: weekly,
});

function tally(
  duty: DutyOf<"limit"> | DutyOf<"share">,
  leads: readonly LeadFacts[],
  at: string,
  effective: { from: string; to: string | null } | null = null,
): LimitVerdict[] {
  const counting = createTally(createExpressionPlan(policyWith(duty, {}, { agreement: { effective } })));
  for (const lead of leads) counting.add(lead, instant(at));
  return counting.finish(instant(at));
}

const lead = (id: string, handoff: string, owner = "anna", contact: string | null = null): LeadFacts =>
  factsOf(
    { id, owner },
    [occurrenceOf("handoff", handoff), ...(contact === null ? [] : [occurrenceOf("contact", contact)])],
    id,
  );

describe("a cap", () => {
  const leads = [
    lead("3", "2026-03-04T00:00Z"),
    lead("1", "2026-03-02T00:00Z"),
    lead("2", "2026-03-03T00:00Z"),
  ];

  it("the violations are the events over it, in order of time, whatever the order of arrival", () => {
    const [verdict] = tally(limit("atMost", 1), leads, "2026-03-05T00:00Z");
    expect([verdict?.status, verdict?.count, verdict?.violations.map((one) => one.lead)]).toEqual([
      "breached",
      3,
      ["2", "3"],
    ]);
  });

  it.each([
    [3, "2026-03-05T00:00Z", "running"],
    [3, "2026-03-08T23:59:59.999Z", "running"],
    [3, "2026-03-09T00:00Z", "met"],
    [2, "2026-03-05T00:00Z", "breached"],
  ])("of %d at %s is %s", (times, at, status) => {
    expect(tally(limit("atMost", times), leads, at).map((one) => one.status)).toEqual([status]);
  });

  it("counts per owner at the instant of the event, and by week", () => {
    const moved = factsOf(
      { owner: "anna" },
      [
        occurrenceOf("handoff", "2026-03-03T00:00Z", { owner: "bart" }),
        occurrenceOf("handoff", "2026-03-09T00:00Z"),
      ],
      "4",
    );
    const verdicts = tally(limit("atMost", 5), [...leads, moved], "2026-03-20T00:00Z");
    expect(
      verdicts.map(({ per, period, count }) => [
        per,
        new Date(period.from).toISOString().slice(0, 10),
        count,
      ]),
    ).toEqual([
      ["anna", "2026-03-02", 3],
      ["bart", "2026-03-02", 1],
      ["bart", "2026-03-09", 1],
    ]);
  });

  it("leaves out what lies outside the agreement's term or in the future", () => {
    const effective = { from: "2026-03-03", to: "2026-03-03" };
    const verdicts = tally(limit("atMost", 5), leads, "2026-03-20T00:00Z", effective);
    expect(verdicts.map(({ count, status }) => [count, status])).toEqual([[1, "met"]]);
    expect(tally(limit("atMost", 5), leads, "2026-03-02T12:00Z").map(({ count }) => count)).toEqual([1]);
  });

  it("agrees with sorting them all", () => {
    const instants = fc.array(fc.integer({ min: 0, max: 6 * 24 }), { maxLength: 20 });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 5 }), (hours, times) => {
        const at = instant("2026-03-02T00:00Z");
        const many = hours.map((hour, index) =>
          factsOf({}, [occurrenceOf("handoff", at + hour * 3_600_000)], String(index)),
        );
        const over = tally(limit("atMost", times), many, "2026-03-08T12:00Z").flatMap(
          (one) => one.violations,
        );
        const sorted = hours.map((hour) => at + hour * 3_600_000).sort((a, b) => a - b);
        expect(over.map((one) => one.at)).toEqual(sorted.slice(times));
      }),
      { numRuns: 100 },
    );
  });
});

describe("a minimum", () => {
  it.each([
    ["2026-03-05T00:00Z", ["running"]],
    ["2026-03-16T00:00Z", ["met", "breached", "running"]],
  ])("is judged when the week has ended, empty weeks too: %s", (at, statuses) => {
    const duty = { ...limit("atLeast", 1), per: null };
    const verdicts = tally(duty, [lead("1", "2026-03-02T00:00Z")], at, { from: "2026-03-02", to: null });
    expect(verdicts.map((one) => one.status)).toEqual(statuses);
  });
});

describe("a share", () => {
  const answered = lead("1", "2026-03-02T00:00Z", "anna", "2026-03-04T00:00Z");
  const nextWeek = lead("2", "2026-03-03T00:00Z", "anna", "2026-03-09T00:00Z");
  const never = lead("3", "2026-03-03T00:00Z");
  it.each([
    ["50", [answered, never], "2026-03-09T00:00Z", "met"],
    ["50.1", [answered, never], "2026-03-09T00:00Z", "breached"],
    ["50", [answered, never], "2026-03-08T00:00Z", "running"],
    ["100", [answered, nextWeek], "2026-03-20T00:00Z", "breached"],
  ])("at least %s%%", (percent, leads, at, status) => {
    const [verdict] = tally(share(percent), leads, at);
    expect([verdict?.status, verdict?.count, verdict?.of]).toEqual([status, 1, 2]);
  });

  it("says so in words", () => {
    const [verdict] = tally(share("70"), [answered, never], "2026-03-09T00:00Z");
    expect(verdict?.reasons).toEqual([
      "1 of 2 handoff had contact from Mon 2026-03-02 00:00 until Mon 2026-03-09 00:00, at least 70% agreed",
    ]);
    expect(verdict?.span).toEqual(noSpan);
  });
});
