import { describe, expect, it } from "vitest";
import type { ClockVerdict } from "../verdict.ts";
import { isOfClause, representative, statusesOf } from "./combined-status.ts";
import { clock, evaluate, policyWith, respond } from "./testing/test-contract.ts";

const template = clock(evaluate(policyWith(respond()), [], 0));
const verdict = (clause: string, start: number | null, status: ClockVerdict["status"]): ClockVerdict => ({
  ...template,
  clause,
  start,
  status,
});

describe("one verdict for several", () => {
  it.each<[string, ClockVerdict[], string | undefined]>([
    ["none", [], undefined],
    [
      "of one clause, the clock that started last",
      [verdict("1", 1, "breached"), verdict("1", 2, "met")],
      "met",
    ],
    ["in whatever order", [verdict("1", 2, "met"), verdict("1", 1, "breached")], "met"],
    [
      "of several clauses, the gravest",
      [verdict("a", 1, "met"), verdict("b", 1, "late"), verdict("c", 1, "running")],
      "late",
    ],
    ["met where another does not apply", [verdict("a", null, "inapplicable"), verdict("b", 1, "met")], "met"],
  ])("%s", (_case, verdicts, status) => {
    expect(representative(verdicts)?.status).toBe(status);
  });

  it("is known by commitment, and by clause with all its steps", () => {
    const statuses = statusesOf([
      verdict("plan/day 0", 1, "met"),
      verdict("plan/day 1", 1, "breached"),
      verdict("b", 1, "met"),
    ]);
    expect(Object.fromEntries(statuses)).toEqual({
      promise: "breached",
      "promise.plan": "breached",
      "promise.b": "met",
    });
    expect([
      isOfClause(verdict("plan/day 0", 1, "met"), "plan"),
      isOfClause(verdict("planned", 1, "met"), "plan"),
    ]).toEqual([true, false]);
  });
});
