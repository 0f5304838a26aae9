import { analyse } from "@entente/analysis";
import { compile } from "@entente/dsl";
import { createEngine, type Engine } from "@entente/engine";
import { type Expression, invariant, type Policy } from "@entente/ir";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { condition, score } from "./random-conditions.ts";
import { everyLead, type SmallLead, smallContract } from "./small-world.ts";

interface Found {
  readonly overlaps: readonly string[];
  readonly gap: boolean;
  readonly never: readonly string[];
  readonly shadowed: readonly string[];
}

/** What is true of the classification `kind`, found by trying every lead of the small world with the engine. */
function bruteForce(policy: Policy): Found {
  const engine = createEngine(policy);
  const [kind] = policy.classes;
  invariant(kind !== undefined, "the contract has a classification");
  const cases = kind.cases.flatMap(({ name, when }) => (when === null ? [] : [{ name, when }]));
  const rows = everyLead(engine).map((lead) => cases.map(({ when }) => truthOf(engine, when, lead)));
  const holds = (index: number) => rows.some((row) => row[index] === true);
  const never = cases.filter((_, index) => !holds(index)).map(({ name }) => name);
  const overlaps = cases.flatMap((later, j) =>
    cases
      .slice(0, j)
      .flatMap((earlier, i) =>
        rows.some((row) => row[i] === true && row[j] === true) ? [`${earlier.name} ${later.name}`] : [],
      ),
  );
  const shadowed = cases
    .filter(
      (_, j) =>
        j > 0 &&
        holds(j) &&
        !rows.some((row) => row[j] === true && row.slice(0, j).every((one) => one === false)),
    )
    .map(({ name }) => name);
  return { overlaps, gap: rows.some((row) => row.every((one) => one === false)), never, shadowed };
}

function truthOf(engine: Engine, condition: Expression, { facts, at }: SmallLead): boolean | undefined {
  const context = { facts, at, knownAt: at, occurrence: null, statuses: null, missing: null };
  return engine.plan.condition(condition)(context);
}

/** What the analysis says of the same. */
function analysed(policy: Policy): Found & { readonly notProved: readonly string[] } {
  const { findings, notProved } = analyse(policy);
  const of = (id: string) => findings.filter((finding) => finding.id === id).map(({ message }) => message);
  const caseAt = (messages: readonly string[], pattern: RegExp) =>
    messages.flatMap((message) => pattern.exec(message)?.slice(1).join(" ") ?? []);
  return {
    overlaps: caseAt(of("analysis/overlap"), /`(\w+)` and `(\w+)` of `kind`/),
    gap: of("analysis/gap").some((message) => message.includes("`kind`")),
    never: caseAt(of("analysis/never"), /^the case `(\w+)` never holds/),
    shadowed: caseAt(of("analysis/shadowed"), /falls into `(\w+)` of `kind`: wherever/),
    notProved: notProved.map(({ question, reason }) => `${question}: ${reason}`),
  };
}

function policyOf(rest: string): Policy {
  const { policy, diagnostics } = compile({ entry: "small.sla", text: smallContract(rest) });
  invariant(policy !== null, diagnostics.map(({ message }) => message).join("\n"));
  return policy;
}

function expectAgreement(rest: string, compared: readonly (keyof Found)[]): void {
  const policy = policyOf(rest);
  const truth = bruteForce(policy);
  const found = analysed(policy);
  expect(found.notProved).toEqual([]);
  for (const kind of compared) expect({ [kind]: found[kind] }).toEqual({ [kind]: truth[kind] });
}

const runs = { numRuns: 30 };

describe("a classification without `first match`", () => {
  it("overlaps, and leaves a gap, exactly where some lead shows it", () => {
    fc.assert(
      fc.property(fc.tuple(condition, condition, condition), (conditions) => {
        const cases = conditions.map((one, index) => `  case${index} when ${one}`);
        expectAgreement(`classify kind {\n${cases.join("\n")}\n}`, ["overlaps", "gap", "never"]);
      }),
      runs,
    );
  });

  it("does so too where cases compare a score, a define and another classification", () => {
    fc.assert(
      fc.property(
        score,
        condition,
        fc.tuple(
          fc.constantFrom(2, 5, 7.5, 10),
          fc.constantFrom(">=", "<", "="),
          fc.constantFrom("is", "is not"),
        ),
        (points, named, [bound, operator, equality]) => {
          const rest = [
            points,
            `define named = ${named}`,
            "classify kind {",
            `  scored  when points ${operator} ${bound}`,
            `  named1  when named and points >= 5`,
            `  other1  when other ${equality} first_one and not named`,
            "}",
            `classify other, first match {\n  first_one when ${named} or asked\n  second_one when size >= 2\n}`,
          ].join("\n");
          expectAgreement(rest, ["overlaps", "gap", "never"]);
        },
      ),
      runs,
    );
  });
});

describe("a classification with `first match`", () => {
  it("has cases that no lead reaches exactly where none does", () => {
    fc.assert(
      fc.property(fc.tuple(condition, condition, condition), (conditions) => {
        const cases = conditions.map((one, index) => `  case${index} when ${one}`);
        expectAgreement(`classify kind, first match {\n${cases.join("\n")}\n}`, ["shadowed", "gap", "never"]);
      }),
      runs,
    );
  });
});

describe("a condition", () => {
  it("never holds, or always, exactly where it does for no lead, or for all", () => {
    fc.assert(
      fc.property(condition, condition, fc.constantFrom("and", "or"), (one, other, operator) => {
        const rest = `commitment kept for leads where ${one} ${operator} ${other} { sales must visit within 1 hour of reply }`;
        const policy = policyOf(rest);
        const condition = policy.commitments.find(({ name }) => name === "kept")?.appliesTo;
        invariant(condition !== undefined && condition !== null, "the commitment has a condition");
        const engine = createEngine(policy);
        const truths = new Set(everyLead(engine).map((lead) => truthOf(engine, condition, lead)));
        const { findings, notProved } = analyse(policy);
        const whole = findings
          .filter(({ message }) => message.startsWith("`for` of `kept`"))
          .map(({ id }) => id);
        expect(notProved).toEqual([]);
        if (truths.size === 1 && truths.has(true)) expect(whole).toEqual(["analysis/always"]);
        else expect(whole).toEqual(truths.has(true) ? [] : ["analysis/never"]);
      }),
      runs,
    );
  });
});
