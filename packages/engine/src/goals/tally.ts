import type { Funnel, Goal } from "@entente/ir";
import type { ReviewVerdict } from "../attestations/agreement-verdict.ts";
import type { Attestation } from "../attestations/attestation.ts";
import { halvesOf } from "../attestations/halves.ts";
import { planAgreement } from "../attestations/judge-agreement.ts";
import { CannotJudgeError } from "../clocks/reckoning.ts";
import type { Engine, LeadInput } from "../engine.ts";
import { createTally } from "../limits/tally.ts";
import { inOrder, readingOf } from "../records/lead-input.ts";
import type { Attainment } from "./attainment.ts";
import { cancellationStates } from "./cancellations.ts";
import { FunnelBook } from "./funnel-actuals.ts";
import { goalScope, lookOptions } from "./goal-scope.ts";
import { judgeGoal } from "./judge-goal.ts";
import { type JudgedPromise, lookAt } from "./lead-look.ts";
import { asksForLimits, promiseOf } from "./limit-promises.ts";
import { periodBeyond } from "./periods.ts";
import { type GoalScope, planTargets } from "./plan-goal.ts";
import { reviewState } from "./reviews.ts";
import { rewardPeriods } from "./rewards.ts";
import { TargetBook } from "./target-book.ts";

/**
 * Follows the goals, rewards, reviews, cancellations and funnels of an agreement over many leads. No lead is kept: what grows is
 * said at {@link TargetBook}.
 */
export interface AttainmentTally {
  /** Takes in one lead, of which only what was recorded by the as-of instant is seen. An invalid record is counted. */
  add(lead: LeadInput): void;
  /** Where everything stands with the leads that were added. May be asked at any time. */
  finish(): Attainment;
}

export interface AttainmentOptions {
  /** The as-of instant, epoch milliseconds. */
  readonly at: number;
  /** What is attested of the agreement itself, such as a `review`; by default what the engine was given. */
  readonly attestations?: readonly Attestation[];
}

/**
 * A tally of the promises of a policy that are about many leads (language, sections 10 and 13).
 *
 * @throws RangeError where `at` is not a whole number of milliseconds
 */
export function createAttainment(engine: Engine, options: AttainmentOptions): AttainmentTally {
  const { at } = options;
  if (!Number.isSafeInteger(at)) throw new RangeError(`at must be epoch milliseconds, not ${at}`);
  const scope = goalScope(engine, at);
  const { policy } = engine;
  const issues: string[] = [];
  const goals = policy.goals.map((goal) => ({ goal, books: booksOf(scope, goal, issues) }));
  const books = goals.flatMap((each) => each.books);
  const funnels = policy.funnels.flatMap((funnel) => funnelBooks(scope, funnel, issues));
  const look = lookOptions(engine);
  const reviews = reviewsAt(engine, options);
  const limits = asksForLimits(policy) ? createTally(engine.plan) : null;
  let counted = 0;
  let invalid = 0;
  return {
    add(lead) {
      const reading = readingOf(engine.reader, lead);
      if (!reading.ok) {
        invalid += 1;
        return;
      }
      counted += 1;
      const facts = inOrder(reading.facts);
      const seen = lookAt(look, facts, at);
      limits?.add(facts, at);
      for (const book of books) book.add(seen);
      for (const funnel of funnels) funnel.add(seen);
    },
    finish() {
      const overLeads = (limits?.finish(at) ?? []).map((verdict) => promiseOf(verdict, scope.periods.term));
      const judged = goals.map((each) => judgeGoal(scope, each.goal, withPromises(each, overLeads)));
      return {
        at,
        leads: { counted, invalid },
        goals: judged.map(({ attainment }) => attainment),
        rewards: rewardPeriods(scope, judged),
        cancellations: cancellationStates(scope, judged),
        reviews: reviews.map(reviewState),
        funnels: funnels.map((funnel) => funnel.finish()),
        issues,
      };
    },
  };
}

/** What was promised over many leads is certain only at the end, and the end may be asked for more than once. */
function withPromises(
  { goal, books }: { readonly goal: Goal; readonly books: readonly TargetBook[] },
  promises: readonly JudgedPromise[],
): readonly TargetBook[] {
  if (goal.measure.kind !== "share" || promises.length === 0) return books;
  return books.map((book) => {
    const copy = book.copy();
    copy.addPromises(promises);
    return copy;
  });
}

function reviewsAt(engine: Engine, { at, attestations }: AttainmentOptions): readonly ReviewVerdict[] {
  if (attestations === undefined) return engine.agreement({ at }).reviews;
  return planAgreement(engine.policy, halvesOf(engine.policy).agreement, attestations)(at).reviews;
}

function booksOf(scope: GoalScope, goal: Goal, issues: string[]): TargetBook[] {
  try {
    for (const target of goal.targets) {
      const beyond = periodBeyond(scope.periods, target);
      if (beyond !== null) issues.push(`goal ${goal.name}: ${beyond}`);
    }
    return planTargets(scope, goal).map((plan) => new TargetBook(scope, plan));
  } catch (error) {
    if (!(error instanceof CannotJudgeError || error instanceof RangeError)) throw error;
    issues.push(`goal ${goal.name}: ${error.message}`);
    return [];
  }
}

function funnelBooks(scope: GoalScope, funnel: Funnel, issues: string[]): FunnelBook[] {
  try {
    return [new FunnelBook(scope, funnel)];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    issues.push(`funnel ${funnel.name}: ${error.message}`);
    return [];
  }
}
