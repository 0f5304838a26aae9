import type { Expectation } from "@entente/ir";
import type { Engine } from "../engine.ts";
import type { Explanation } from "../judgement.ts";
import type { Context } from "../plan/context.ts";
import type { Verdict } from "../verdict.ts";
import type { ExpectationResult } from "./test-result.ts";

/** A lead that was judged for a test. What is not always needed is worked out when it is first asked for. */
export interface TestedLead {
  readonly engine: Engine;
  readonly verdict: Verdict;
  readonly explain: () => Explanation;
  /** The lead as of the test's instant, with the events that follow from its clocks, and their statuses. */
  readonly context: () => Context;
}

export type ExpectationOf<K extends Expectation["kind"]> = Extract<Expectation, { kind: K }>;

/** What a check found. The reasons are asked for where it does not hold. */
export interface Finding extends Pick<ExpectationResult, "expected" | "actual"> {
  readonly holds: boolean;
  readonly why: () => readonly string[];
}

/** `not ` where an expectation is negated. */
export function not(negated: boolean): string {
  return negated ? "not " : "";
}
