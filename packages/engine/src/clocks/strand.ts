import type { Clause, Expression, Policy } from "@entente/ir";
import type { Context } from "../plan/context.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import type { Allowance } from "./allowance.ts";
import type { Answer } from "./answer.ts";
import type { LeadView } from "./lead-view.ts";
import type { FindOpenings, Opening } from "./openings.ts";
import { CannotJudgeError, type Reckoning } from "./reckoning.ts";
import type { Term } from "./term.ts";

/** What an answer to a clock is looked for with. */
export interface AnswerQuery {
  readonly view: LeadView;
  readonly opening: Opening;
  readonly reckoning: Reckoning;
  readonly due: number;
  /** The terms of the clock: the lead as it was when the clock started. */
  readonly terms: Context;
}

/**
 * One line of clocks of a clause: what starts them, how much time they give, what answers them. A clause has
 * one, but for a cadence plan, which has one for each of its steps.
 */
export interface Strand {
  readonly id: string;
  /** What starts the clock, for the reason of one that waits. */
  readonly trigger: string;
  readonly openings: FindOpenings;
  /** Judged at the instant it starts. */
  readonly immediate: boolean;
  /** Whether a new trigger ends the older clock for good, so that later events do not count for it. */
  readonly restarts: boolean;
  /** The instants at which the terms change under running clocks; empty where a clock keeps its terms. */
  readonly termChanges: readonly number[];
  allowance(reckoning: Reckoning, start: number, terms: Context): Allowance;
  answer(query: AnswerQuery): Answer;
  /** What is wanting, such as `2 of 3 contact`, for the reasons. */
  wanting(query: AnswerQuery, answer: Answer): string;
}

/** What the strands of a clause are compiled from. */
export interface StrandSource {
  readonly plan: ExpressionPlan;
  readonly policy: Policy;
  readonly clause: Clause;
  readonly term: Term;
}

/**
 * The whole number that an expression gives under a clock's terms.
 *
 * @throws CannotJudgeError where a missing field decides
 */
export function numberOf(plan: ExpressionPlan, expression: Expression): (terms: Context) => number {
  if (expression.kind === "literal" && expression.value.kind === "number") {
    const constant = Number(expression.value.value);
    return () => constant;
  }
  const value = plan.value(expression);
  return (terms) => {
    const missing = new Set<string>();
    const result = value({ ...terms, missing });
    if (result.kind === "value" && typeof result.value === "number") return result.value;
    throw new CannotJudgeError(missingWords(missing, "how often"), [...missing]);
  };
}

/** `grade is missing`, or that `what` cannot be told where no field is to blame. */
export function missingWords(missing: ReadonlySet<string>, what: string): string {
  const names = [...missing];
  if (names.length === 0) return `the contract does not say ${what} for this lead`;
  return names.length === 1 ? `${names[0]} is missing` : `${names.join(", ")} are missing`;
}
