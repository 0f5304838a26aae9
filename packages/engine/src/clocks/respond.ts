import type { DutyOf } from "@entente/ir";
import { type Answer, compileOtherChannel, countedEvents, nthAnswer } from "./answer.ts";
import { compileDeadline } from "./deadline.ts";
import { eventWords, triggerWords } from "./event-words.ts";
import { compileMatcher } from "./match-events.ts";
import { compileTrigger, supersededAt } from "./openings.ts";
import { type AnswerQuery, numberOf, type Strand, type StrandSource } from "./strand.ts";
import { termChanges } from "./term-changes.ts";

/** `sales must contact 3 times within 2 weeks of accept`: any of the events, so often, by the deadline. */
export function respondStrand(source: StrandSource, duty: DutyOf<"respond">): Strand {
  const { plan, policy, clause, term } = source;
  const matcher = compileMatcher(plan, duty.events);
  const times = numberOf(plan, duty.times);
  const onOtherChannel = duty.onAnotherChannel ? compileOtherChannel(policy) : null;
  const what = eventWords(duty.events);
  const answer = ({ view, opening, reckoning, due, terms }: AnswerQuery): Answer => {
    const end = duty.restarts ? supersededAt(opening, due) : null;
    const events = countedEvents(view.facts, matcher, opening, due, view.now, end);
    const counted =
      onOtherChannel === null ? events : events.filter((one) => onOtherChannel(one.occurrence, opening));
    return nthAnswer(reckoning, counted, times(terms), duty.apart);
  };
  return {
    id: clause.id,
    trigger: triggerWords(duty.trigger),
    openings: compileTrigger(plan, duty.trigger, term, duty.restarts),
    immediate: false,
    restarts: duty.restarts,
    termChanges: termChanges(policy, plan.zone, duty.deadline),
    allowance: compileDeadline(plan, duty.deadline),
    answer,
    wanting: ({ terms }, { counted }) => {
      const asked = times(terms);
      return asked === 1 ? `no ${what}` : `${counted} of ${asked} ${what}`;
    },
  };
}
