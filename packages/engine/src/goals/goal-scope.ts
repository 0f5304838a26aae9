import { CannotJudgeError, type Reckoning } from "../clocks/reckoning.ts";
import { type ChooseReckoning, ReckoningChoices } from "../clocks/reckoning-choice.ts";
import { referencesOf } from "../clocks/references.ts";
import { agreementTerm } from "../clocks/term.ts";
import type { Engine } from "../engine.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import type { LeadFacts } from "../records/facts.ts";
import { horizonOf } from "../time/horizon.ts";
import { DayBook } from "./day-book.ts";
import type { LookOptions } from "./lead-look.ts";
import type { PeriodScope } from "./periods.ts";
import type { GoalScope } from "./plan-goal.ts";

/** What the goals of a policy are counted by at an instant. */
export function goalScope({ plan, people }: Engine, at: number): GoalScope {
  const { policy, zone } = plan;
  const hours = new ReckoningChoices(plan, people).compile(null);
  const reckoning = commonReckoning(plan, hours, at);
  const horizon = horizonOf(zone, policy.horizon);
  const periods: PeriodScope = {
    zone,
    term: agreementTerm(zone, policy.agreement),
    anchor: policy.agreement.effective?.from ?? null,
    known: { from: horizon.start, to: horizon.end },
    at,
  };
  return { plan, at, reckoning, hours, days: new DayBook(reckoning), periods };
}

/** The hours of the agreement as a whole; none where they depend on the lead, so that paces go by calendar days. */
function commonReckoning({ zone }: ExpressionPlan, hours: ChooseReckoning, at: number): Reckoning {
  const nobody: LeadFacts = { id: "", values: new Map(), events: [] };
  const context = { facts: nobody, at, knownAt: at, occurrence: null, statuses: null, missing: null };
  try {
    return { ...hours(context), zone };
  } catch (error) {
    if (error instanceof CannotJudgeError) return { zone, calendar: null };
    throw error;
  }
}

/** How leads have to be looked at for the goals of a policy. */
export function lookOptions({ policy, clocks }: Engine): LookOptions {
  const { defines, scores, classes, stages, goals, funnels } = policy;
  const asks = (part: unknown): boolean => referencesOf(policy, part).commitments.size > 0;
  const asksStatuses = asks(goals.map(({ measure }) => [measure.where, measure.per])) || asks(funnels);
  return {
    clocks,
    asksStatuses,
    judgesFirst: clocks.derived.length > 0 || asks({ defines, scores, classes, stages }),
  };
}
