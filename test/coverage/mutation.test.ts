import { join } from "node:path";
import { createEngine, runContractTests } from "@entente/engine";
import type { Expression, ExpressionOf, Policy } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { contractsBelow, policyOf, policyOfFile } from "../support/compiled.ts";
import { HANDOFF } from "../support/contracts.ts";
import { hasShared, SHARED } from "../support/folders.ts";
import type { Item } from "./measured.ts";

/** A policy with one fault, and the item that says whether the contract's tests exercise the place. */
interface Mutant {
  readonly item: Item;
  readonly policy: Policy;
}

/** Whether the tests of a policy fail for a fault: then it did not survive. */
function isKilled({ policy }: Mutant): boolean {
  return runContractTests(createEngine(policy)).some(({ status }) => status === "failed");
}

/** A fault for every branch and for every boundary of a comparison with a number. */
function mutantsOf(policy: Policy): Mutant[] {
  const { items } = runContractTests(createEngine(policy), { coverage: true }).coverage;
  return items.flatMap((item) => {
    const replace = faultOf(item);
    if (replace === null) return [];
    const mutated = structuredClone(policy);
    return replaceAt(mutated, item, replace) ? [{ item, policy: mutated }] : [];
  });
}

type Replace = (node: Expression) => Expression | null;

/**
 * A condition that is never true, or never false, but still unknown where it was and still of the same event; a bound
 * that is one further on the side in question.
 */
function faultOf({ kind, side }: Item): Replace | null {
  if (kind === "branch") {
    return (node) => {
      const { span } = node;
      const operands = [node, { kind: "not", operand: node, span } as const];
      return { kind: side === "false" ? "or" : "and", operands, span };
    };
  }
  if (kind !== "boundary" || (side !== "low" && side !== "high")) return null;
  return (node) => (node.kind === "compare" ? withBoundMoved(node, side === "low" ? -1 : 1) : null);
}

function withBoundMoved(node: ExpressionOf<"compare">, by: number): Expression | null {
  const { right } = node;
  if (right.kind !== "literal" || right.value.kind !== "number") return null;
  const value = { ...right.value, value: String(Number(right.value.value) + by) };
  return { ...node, right: { ...right, value } };
}

const TESTS = new Set([
  "compare",
  "in",
  "present",
  "not",
  "field",
  "define",
  "happened",
  "stageReached",
  "textMatch",
]);

/** Replaces the condition that an item is about, in a policy that is the caller's own. False where there is none. */
function replaceAt(policy: Policy, item: Item, replace: Replace): boolean {
  const { sources: _sources, tests: _tests, ...rules } = policy;
  const visit = (part: object): boolean =>
    Object.entries(part).some(([key, child]) => {
      if (typeof child !== "object" || child === null) return false;
      if (isTestOf(child, item)) {
        const fault = replace(child);
        if (fault !== null) Object.assign(part, { [key]: fault });
        return fault !== null;
      }
      return visit(child);
    });
  return visit(rules);
}

/** The two comparisons of `between` have one span, and differ by their operators. */
function isTestOf(part: object, { span, text }: Item): part is Expression {
  const node: Partial<Expression> = part;
  if (node.kind === undefined || !TESTS.has(node.kind)) return false;
  const isHere = node.span?.start === span.start && node.span.end === span.end;
  const isOther = node.kind === "compare" && /[<>]/.test(text) && !text.includes(` ${node.operator} `);
  return isHere && !isOther;
}

const handoff = `${HANDOFF}
test "a fit lead that is interested" {
  lead { email: "a", employees: 50, source: web }
  2026-03-02 10:00 handoff
  2026-03-02 11:00 contact { channel: call }
  expect stage is MQL
  expect kind is small
  expect interest = 10
  expect first_contact.call is met
}
test "too small" {
  lead { email: "a", employees: 49, source: referral }
  2026-03-02 10:00 handoff
  expect stage is Lead
  expect interest = 30
}
test "an e-mail is no call" {
  lead { email: "a", employees: 1000, source: web }
  2026-03-02 10:00 handoff
  2026-03-02 10:10 contact { channel: email }
  at 2026-03-02 11:01
  expect first_contact.call is breached
  expect kind is large
}
test "webinars are left alone" {
  lead { email: "a", employees: 50, source: webinar }
  2026-03-02 10:00 handoff
  expect first_contact is inapplicable
}
`;

const examples = join(import.meta.dirname, "..", "..", "examples");
const contracts: [string, Policy][] = [
  ["the handoff contract", policyOf(handoff)],
  ...contractsBelow(examples).map((file): [string, Policy] => [
    file.slice(examples.length + 1),
    policyOfFile(file),
  ]),
];
if (hasShared)
  contracts.push(["the published company-a", policyOfFile(join(SHARED, "contracts", "company-a.sla"))]);

describe("faults in contracts", () => {
  const outcomes = contracts.flatMap(([name, policy]) =>
    mutantsOf(policy).map((mutant) => {
      const { of, text: words, side, covered } = mutant.item;
      return { covered, killed: isKilled(mutant), words: `${name}: ${of}: ${words} ${side}` };
    }),
  );
  const covered = outcomes.filter((one) => one.covered);
  const open = outcomes.filter((one) => !one.covered);

  it.each(contracts)("are put into tests that pass: %s", (_, policy) => {
    const failed = runContractTests(createEngine(policy)).filter(({ status }) => status === "failed");
    expect(failed).toEqual([]);
  });

  it("are put into many places of both kinds", () => {
    expect(covered.length).toBeGreaterThan(30);
    expect(open.length).toBeGreaterThan(15);
  });

  it("survive wherever nothing is exercised", () => {
    expect(open.filter(({ killed }) => killed).map(({ words }) => words)).toEqual([]);
  });

  it("are mostly found where something is: at least four in five", () => {
    const surviving = covered.filter(({ killed }) => !killed).map(({ words }) => words);
    expect(surviving.length, surviving.join("\n")).toBeLessThanOrEqual(covered.length / 5);
  });
});

describe.skipIf(!hasShared)("the published contract beside the project", () => {
  it("was tried as well", () => expect(contracts.map(([name]) => name)).toContain("the published company-a"));
});
