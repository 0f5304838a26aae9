import type { Clause, Commitment } from "@entente/ir";
import { isOfClause } from "../clocks/combined-status.ts";
import type { ClausePlan, CommitmentPlan } from "../clocks/commitment-plan.ts";
import type { Judged } from "../clocks/judged.ts";
import type { LeadView } from "../clocks/lead-view.ts";
import type { Opening } from "../clocks/openings.ts";
import type { Context } from "../plan/context.ts";
import { observeStage, observeStages } from "./observe-classification.ts";
import { observeClock } from "./observe-clock.ts";
import { observeCondition, observeValue } from "./observe-condition.ts";
import { markAlternatives, observeWheres } from "./observe-events.ts";
import type { Recording } from "./recording.ts";

/**
 * Records what decides on the clocks of a commitment.
 *
 * @param only the id of the clause that is asked about; null for all
 */
export function observeCommitment(
  recording: Recording,
  view: LeadView,
  name: string,
  only: string | null,
): void {
  const plan = recording.clocks.steps.map((step) => step.plan).find((one) => one.commitment.name === name);
  if (plan === undefined) return;
  for (const clausePlan of plan.clauses) {
    if (only !== null && clausePlan.clause.id !== only) continue;
    observeClause(recording, view, plan, clausePlan);
  }
}

function observeClause(
  recording: Recording,
  view: LeadView,
  plan: CommitmentPlan,
  clausePlan: ClausePlan,
): void {
  const { clause } = clausePlan;
  const { commitment } = plan;
  const clocks = recording.judged.clocks.filter(
    ({ verdict }) => verdict.commitment === commitment.name && isOfClause(verdict, clause.id),
  );
  observeTrigger(recording, clause);
  for (const opening of openingsOf(clausePlan, view)) {
    observeTerms(recording, plan, clause, opening, view.context(opening.start, opening.known));
  }
  observeAlongTheWay(recording, clause, view);
  for (const judged of clocks) {
    recording.ledger.mark(clause, judged.verdict.status);
    markSteps(recording, commitment, judged);
    if (judged.started !== null) observeClock(recording, judged, judged.started);
  }
}

/** A trigger that cannot be judged starts no clock. */
function openingsOf({ strands }: ClausePlan, view: LeadView): readonly Opening[] {
  const found = strands.flatMap((strand) => {
    try {
      return strand.openings(view);
    } catch (error) {
      if (error instanceof Error && error.name === "InvariantError") throw error;
      return [];
    }
  });
  return [...new Map(found.map((opening) => [opening.start, opening])).values()];
}

function observeTrigger(recording: Recording, { duty }: Clause): void {
  if (!("trigger" in duty)) return;
  const { trigger } = duty;
  if (trigger.kind === "event") observeWheres(recording, trigger.events, Number.NEGATIVE_INFINITY);
  if (trigger.kind === "stage") observeStage(recording, trigger.stage, recording.context);
}

/** What is read when the clock starts; the rest decides only where the commitment is for the lead. */
function observeTerms(
  recording: Recording,
  { commitment }: CommitmentPlan,
  clause: Clause,
  opening: Opening,
  terms: Context,
): void {
  const { appliesTo } = commitment;
  const { duty } = clause;
  if ("trigger" in duty && duty.trigger.kind === "event")
    markAlternatives(recording, duty.trigger.events, opening.triggers);
  if (appliesTo !== null) {
    observeCondition(recording, appliesTo, terms);
    if (recording.plan.condition(appliesTo)(terms) !== true) return;
  }
  observeCalendar(recording, commitment, terms);
  if ("deadline" in duty && duty.deadline.kind === "within")
    observeValue(recording, duty.deadline.duration, terms);
  if (duty.kind === "recur") observeValue(recording, duty.every, terms);
  if (duty.kind === "respond") observeValue(recording, duty.times, terms);
  if (duty.kind === "respond" || duty.kind === "recur") observeWheres(recording, duty.events, opening.start);
  if (duty.kind === "follow")
    for (const step of duty.steps) observeWheres(recording, step.events, opening.start);
  observeWheres(recording, commitment.until, opening.start);
  for (const pause of commitment.pauses)
    observeWheres(recording, [...pause.from, ...pause.to], Number.NEGATIVE_INFINITY);
}

/** Marks which case of a calendar chosen by the lead holds. */
function observeCalendar({ plan, ledger }: Recording, commitment: Commitment, terms: Context): void {
  const { policy } = plan;
  const choice = commitment.calendar ?? policy.agreement.calendar;
  const sole = policy.calendars.length === 1 ? policy.calendars[0]?.name : undefined;
  const name = choice?.kind === "named" ? choice.name : choice === null ? sole : undefined;
  const calendar = policy.calendars.find((one) => one.name === name);
  if (calendar?.kind !== "chosen") return;
  const { by: subject, span } = calendar;
  const held = calendar.cases.find(
    ({ values }) => plan.condition({ kind: "in", subject, values, span })(terms) === true,
  );
  ledger.mark(held ?? calendar, held === undefined ? "otherwise" : "case");
}

/** `while` and the stage to leave are looked at whenever something happens. */
function observeAlongTheWay(recording: Recording, { duty }: Clause, view: LeadView): void {
  if (duty.kind !== "recur" && duty.kind !== "leave") return;
  for (const { at } of view.facts.events) {
    if (at > view.now) continue;
    const context = view.context(at, at);
    if (duty.kind === "leave") observeStages(recording, context);
    else if (duty.while !== null) observeCondition(recording, duty.while, context);
  }
}

function markSteps({ plan, ledger }: Recording, commitment: Commitment, { verdict }: Judged): void {
  const ladder = plan.policy.ladders.find(({ name }) => name === commitment.ladder);
  for (const { step } of verdict.steps) {
    const due = ladder?.steps[step - 1];
    if (due !== undefined) ledger.mark(due, "due");
  }
}
