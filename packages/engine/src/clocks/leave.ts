import type { DutyOf } from "@entente/ir";
import type { Occurrence } from "../records/facts.ts";
import type { Answer } from "./answer.ts";
import { compileDeadline } from "./deadline.ts";
import { triggerWords } from "./event-words.ts";
import { countsFrom, recordedAt } from "./match-events.ts";
import { compileTrigger } from "./openings.ts";
import type { AnswerQuery, Strand, StrandSource } from "./strand.ts";
import { termChanges } from "./term-changes.ts";

/**
 * `sales must leave Opportunity within 7 days of reaching Opportunity`: done at the first event or time
 * field at which the lead's current stage is another one. What lapses merely with the passing of
 * time, such as a fading score, is noticed at the next of these instants.
 */
export function leaveStrand({ plan, policy, clause, term }: StrandSource, duty: DutyOf<"leave">): Strand {
  const timeFields = policy.lead.fields
    .filter((field) => field.type.kind === "time")
    .map((field) => field.name);
  const answer = ({ view, opening, due }: AnswerQuery): Answer => {
    const known = view.facts.events.filter((one) => recordedAt(one) <= view.now);
    for (const at of candidates(view, known, timeFields, opening.start, due)) {
      if (view.stageAt(at, Math.max(at, Math.min(due, view.now))) !== duty.stage) {
        const events = known.filter((one) => countsFrom(one, due) === at);
        return { done: at, counted: 1, events, loggedLate: at > due && isRecording(known, at) };
      }
    }
    return { done: null, counted: 0, events: [], loggedLate: false };
  };
  return {
    id: clause.id,
    trigger: triggerWords(duty.trigger),
    openings: compileTrigger(plan, duty.trigger, term, false),
    immediate: false,
    restarts: false,
    termChanges: termChanges(policy, plan.zone, duty.deadline),
    allowance: compileDeadline(plan, duty.deadline),
    answer,
    wanting: () => `still at ${duty.stage}`,
  };
}

/** The instants from `start` to now at which the stage may have changed. */
function candidates(
  view: AnswerQuery["view"],
  known: readonly Occurrence[],
  timeFields: readonly string[],
  start: number,
  due: number,
): readonly number[] {
  const events = known.map((one) => countsFrom(one, due));
  const fields = timeFields
    .map((name) => view.facts.values.get(name))
    .filter((value) => typeof value === "number");
  const instants = [...events, ...fields].filter((at) => at >= start && at <= view.now);
  return [...new Set(instants)].sort((a, b) => a - b);
}

function isRecording(events: readonly Occurrence[], at: number): boolean {
  return events.some((one) => one.at !== at && recordedAt(one) === at);
}
