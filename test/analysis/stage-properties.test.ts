import { analyse } from "@entente/analysis";
import { compile } from "@entente/dsl";
import { createEngine } from "@entente/engine";
import { type Expression, invariant, type Policy } from "@entente/ir";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { condition } from "./random-conditions.ts";
import { everyLead, smallContract } from "./small-world.ts";

const runs = { numRuns: 25 };

function policyOf(rest: string): Policy {
  const { policy, diagnostics } = compile({ entry: "small.sla", text: smallContract(rest) });
  invariant(policy !== null, diagnostics.map(({ message }) => message).join("\n"));
  return policy;
}

/** Two stages, one after the other, with conditions that may come and go. */
const stages = fc
  .tuple(condition, condition, condition, fc.constantFrom("created", "visit", "reply"), fc.boolean())
  .map(([first, second, unless, at, guarded]) =>
    [
      `stage One when ${first} at created`,
      `stage Two after One when ${second}${guarded ? ` unless ${unless}` : ""} at ${at}`,
    ].join("\n"),
  );

/** Which of some conditions hold for some lead of the small world. */
function holdFor(policy: Policy, conditions: readonly Expression[]): readonly boolean[] {
  const engine = createEngine(policy);
  const compiled = conditions.map((one) => engine.plan.condition(one));
  const found = conditions.map(() => false);
  for (const { facts, at } of [...everyLead(engine), ...everyLead(engine, 50)]) {
    const context = { facts, at, knownAt: at, occurrence: null, statuses: null, missing: null };
    for (const [index, test] of compiled.entries()) found[index] ||= test(context) === true;
  }
  return found;
}

describe("stages", () => {
  it("are reached by no lead where that is said, and by some lead where nothing is said", () => {
    fc.assert(
      fc.property(stages, (text) => {
        const policy = policyOf(text);
        const reached = holdFor(
          policy,
          policy.stages.map(({ name, span }) => ({ kind: "stageReached", stage: name, span })),
        );
        const { findings, notProved } = analyse(policy);
        const dead = ["One", "Two"].map((name) =>
          findings.some(({ message }) =>
            [`the condition of \`${name}\` never`, `no lead can reach \`${name}\``].some((start) =>
              message.startsWith(start),
            ),
          ),
        );
        const open = ["One", "Two"].map((name) =>
          notProved.some(({ question }) => question.includes(`\`${name}\``)),
        );
        const [one = false, two = false] = reached;
        expect([dead[0] && one, dead[1] && two]).toEqual([false, false]);
        expect(one || dead[0] || open[0]).toBe(true);
        expect(two || dead[1] || open[1] || dead[0]).toBe(true);
      }),
      runs,
    );
  });

  it("are asked about in conditions whose overlaps are those that some lead shows", () => {
    const question = fc.tuple(
      fc.constantFrom("stage is One", "stage is Two", "stage reached One", "not stage reached Two"),
      condition,
    );
    fc.assert(
      fc.property(stages, question, question, (text, [a, more], [b, other]) => {
        const policy = policyOf(
          `${text}\nclassify kind {\n a when ${a} and ${more}\n b when ${b} and ${other}\n rest otherwise\n}`,
        );
        const [first, second] = policy.classes[0]?.cases.flatMap(({ when }) => when ?? []) ?? [];
        invariant(first !== undefined && second !== undefined, "two cases have conditions");
        const [overlap = false] = holdFor(policy, [
          { kind: "and", operands: [first, second], span: first.span },
        ]);
        const { findings, notProved } = analyse(policy);
        const found = findings.some(({ id }) => id === "analysis/overlap");
        const open = notProved.some(({ question: asked }) => asked.includes("`a` and `b`"));
        expect(found && !overlap).toBe(false);
        expect(found || open).toBe(overlap || open);
      }),
      runs,
    );
  });
});
