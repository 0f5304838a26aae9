import type { Define } from "@entente/ir";
import { expect, it } from "vitest";
import { classifyLead } from "../classify/classify-lead.ts";
import { explainStages } from "../explain/explain-lead.ts";
import { NotPortable } from "../json-logic/not-portable.ts";
import { toJsonLogic } from "../json-logic/to-json-logic.ts";
import { expr } from "../testing/expression-builder.ts";
import {
  buildPolicy,
  contextOf,
  factsOf,
  fieldOf,
  fieldType,
  noSpan,
  occurrenceOf,
  stageOf,
} from "../testing/policy-builder.ts";
import { createExpressionPlan } from "./expression-plan.ts";

/** Sixty lines that would be two to the sixtieth conditions if every define were written out. */
function doubling(name: string, first: Define["value"], step: (inner: Define["value"]) => Define["value"]) {
  return Array.from({ length: 60 }, (_, index): Define => {
    const value = index === 0 ? first : step(expr.define(`${name}${index - 1}`));
    return { name: `${name}${index}`, value, span: noSpan };
  });
}

const policy = buildPolicy({
  lead: { fields: [fieldOf("n", fieldType.integer), fieldOf("created", fieldType.time)] },
  defines: [
    ...doubling("truth", expr.or(expr.happened("start"), expr.compare(expr.field("n"), ">", 1)), (inner) =>
      expr.and(inner, inner),
    ),
    ...doubling("sum", expr.field("n"), (inner) => expr.arithmetic(inner, "+", inner)),
  ],
  stages: [stageOf("Lead", { when: expr.define("truth59") })],
});
const plan = createExpressionPlan(policy);

it("ends on defines that double with every line", () => {
  const missing = new Set<string>();
  const unknown = contextOf(factsOf(), 100, { missing });
  expect(plan.condition(expr.define("truth59"))(unknown)).toBeUndefined();
  expect([...missing]).toEqual(["n"]);
  const started = factsOf({ n: 1 }, [occurrenceOf("start", 50)]);
  expect(classifyLead(plan, contextOf(started, 100)).stages).toEqual([{ stage: "Lead", at: 50 }]);
  expect(plan.value(expr.define("sum59"))(contextOf(started, 100))).toEqual({
    kind: "value",
    value: 2 ** 59,
  });
  expect(explainStages(plan, factsOf(), 100)[0]?.nearestMiss?.missing).toEqual(["n"]);
  expect(() => toJsonLogic(policy, expr.define("truth59"))).toThrow(NotPortable);
});
