import type { ContractTest, Expectation, Policy, Setting } from "@entente/ir";
import { type Halves, TERM_BEGINS } from "../attestations/halves.ts";
import { agreementTerm } from "../clocks/term.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import { asOfTest } from "./test-lead.ts";

/** What a test says of its lead, and what it says of the agreement itself; null where it says nothing of that. */
export interface TestHalves {
  readonly leads: ContractTest | null;
  readonly agreement: ContractTest | null;
}

/** Cuts a test in two as {@link Halves} does with its policy; both halves look at the same instant. */
export function halvesOfTest(
  { leads, agreement }: Halves,
  { zone }: ExpressionPlan,
  test: ContractTest,
): TestHalves {
  if (agreement === null) return { leads: test, agreement: null };
  const at = asOfTest(leads, test);
  const expected = test.expectations.filter((one) => isAbout(agreement, one));
  const others = test.expectations.filter((one) => !expected.includes(one));
  const isOwn = ({ event }: { readonly event: string }) =>
    agreement.events.some(({ name }) => name === event);
  return {
    leads:
      others.length === 0 && expected.length > 0
        ? null
        : { ...test, at, events: test.events.filter((one) => !isOwn(one)), expectations: others },
    agreement:
      expected.length === 0
        ? null
        : {
            ...test,
            at,
            lead: termBegins(agreement, agreementTerm(zone, agreement.agreement).from),
            events: test.events.filter(isOwn),
            expectations: expected,
          },
  };
}

function isAbout({ commitments }: Policy, expectation: Expectation): boolean {
  return "commitment" in expectation && commitments.some(({ name }) => name === expectation.commitment);
}

function termBegins({ agreement }: Policy, from: number): Setting[] {
  if (!Number.isFinite(from)) return [];
  return [{ name: TERM_BEGINS, value: { kind: "instant", value: from }, span: agreement.span }];
}
