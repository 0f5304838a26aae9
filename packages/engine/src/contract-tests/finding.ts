import type { Expectation } from "@entente/ir";
import type { Engine, Explanation } from "../engine.ts";
import type { LeadFacts } from "../records/facts.ts";
import type { Verdict } from "../verdict.ts";
import type { ExpectationResult } from "./test-result.ts";

/** A lead that was judged for a test. The explanation is worked out when something failed. */
export interface TestedLead {
  readonly engine: Engine;
  readonly facts: LeadFacts;
  readonly verdict: Verdict;
  readonly explain: () => Explanation;
}

export type ExpectationOf<K extends Expectation["kind"]> = Extract<Expectation, { kind: K }>;

/** What a check found. */
export type Finding = Pick<ExpectationResult, "expected" | "actual" | "why"> & { readonly holds: boolean };

/** `not ` where an expectation is negated. */
export function not(negated: boolean): string {
  return negated ? "not " : "";
}
