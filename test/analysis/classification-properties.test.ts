import { analyse } from "@entente/analysis";
import { compile } from "@entente/dsl";
import { createEngine } from "@entente/engine";
import { type Expression, invariant, type Policy } from "@entente/ir";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { condition, score } from "./random-conditions.ts";
import { everyLead, smallContract } from "./small-world.ts";

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
  const rows = everyLead(engine).map(({ facts, at }) =>
    cases.map(({ when }) =>
      truth(when, { facts, at, knownAt: at, occurrence: null, statuses: null, missing: null }),
    ),
  );
  const truth1 = (index: number) => rows.some((row) => row[index] === true);
  const never = cases.filter((_, index) => !truth1(index)).map(({ name }) => name);
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
        truth1(j) &&
        !rows.some((row) => row[j] === true && row.slice(0, j).every((one) => one === false)),
    )
    .map(({ name }) => name);
  return { overlaps, gap: rows.some((row) => row.every((one) => one === false)), never, shadowed };

  function truth(when: Expression, context: Parameters<ReturnType<typeof engine.plan.condition>>[0]) {
    return engine.plan.condition(when)(context);
  }
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

/** A never that lies in a part of a case's condition is reported there; brute force tells only of whole cases. */
function expectAgreement(rest: string, compared: readonly (keyof Found)[]): void {
  const policy = policyOf(rest);
  const truth = bruteForce(policy);
  const found = analysed(policy);
  expect(found.notProved).toEqual([]);
  for (const kind of compared) expect({ [kind]: found[kind] }).toEqual({ [kind]: truth[kind] });
}

const runs = { numRuns: Number(process.env.ANALYSIS_RUNS ?? 60) };

describe("a classification without `first match`", () => {
  it("overlaps, and leaves a gap, exactly where some lead shows it", () => {
    fc.assert(
      fc.property(fc.tuple(condition, condition, condition), (conditions) => {
        const cases = conditions.map((one, index) => `  case${index} when ${one}`);
        expectAgreement(`classify kind {\n${cases.join("\n")}\n}`, ["overlaps", "gap"]);
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
          expectAgreement(rest, ["overlaps", "gap"]);
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
        expectAgreement(`classify kind, first match {\n${cases.join("\n")}\n}`, ["shadowed", "gap"]);
      }),
      runs,
    );
  });
});

describe("a single condition", () => {
  it("never holds exactly where it holds for no lead", () => {
    fc.assert(
      fc.property(condition, condition, (one, other) => {
        const policy = policyOf(
          `classify kind, first match {\n  only when ${one} and ${other}\n  rest otherwise\n}`,
        );
        const never = bruteForce(policy).never.includes("only");
        const findings = analyse(policy).findings.filter(({ id }) => id === "analysis/never");
        const whole = findings.some(({ message }) => message.startsWith("the case `only`"));
        expect(whole ? true : never && findings.length === 0).toBe(
          never && findings.length > 0 ? whole : never,
        );
        if (whole) expect(never).toBe(true);
        if (never) expect(findings.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });
});
