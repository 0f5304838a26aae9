import type { DutyOf, EventMatch } from "@entente/ir";
import { calendarDayAllowance } from "./allowance.ts";
import { type Answer, countedEvents, nthAnswer } from "./answer.ts";
import { eventWords, triggerWords } from "./event-words.ts";
import { compileMatcher } from "./match-events.ts";
import { compileTrigger, supersededAt } from "./openings.ts";
import { calendarOf, type Reckoning } from "./reckoning.ts";
import type { AnswerQuery, Strand, StrandSource } from "./strand.ts";

/**
 * A cadence plan: one line of clocks for each step, called `CLAUSE/day N` (with `.2`, `.3` … for more steps
 * of one day). A step is done when each of its events is. The k-th step that asks for an event needs
 * the k-th such event: one email does not answer every email of the plan.
 *
 * A step is due at the end of its day: the close of the n-th working day after the trigger's, which outside hours
 * is the day of the next opening, or 24:00 of the n-th calendar day.
 */
export function followStrands(source: StrandSource, duty: DutyOf<"follow">): readonly Strand[] {
  const { plan, clause, term } = source;
  const openings = compileTrigger(plan, duty.trigger, term, duty.restarts);
  const asked = new Map<string, number>();
  const days = new Map<number, number>();
  return duty.steps.map((step) => {
    const place = (days.get(step.day) ?? 0) + 1;
    days.set(step.day, place);
    const parts = step.events.map((match) => ({
      matcher: compileMatcher(plan, [match]),
      times: countUp(asked, match),
    }));
    const answer = (query: AnswerQuery): Answer =>
      allOf(parts.map(({ matcher, times }) => stepAnswer(query, matcher, times, duty.restarts)));
    return {
      id: `${clause.id}/day ${step.day}${place === 1 ? "" : `.${place}`}`,
      trigger: triggerWords(duty.trigger),
      openings,
      immediate: false,
      restarts: duty.restarts,
      termChanges: [],
      allowance: (reckoning, start) => dayAllowance(reckoning, start, step.day, duty.business),
      answer,
      wanting: (_query, { counted }) =>
        parts.length === 1
          ? `no ${eventWords(step.events)} for day ${step.day}`
          : `${counted} of ${eventWords(step.events, "and")} for day ${step.day}`,
    };
  });
}

function dayAllowance(reckoning: Reckoning, start: number, day: number, business: boolean) {
  if (!business) return calendarDayAllowance(reckoning, start, day, 24 * 60);
  const calendar = calendarOf(reckoning);
  const opening = calendar.nextOpening(start);
  return {
    kind: "day",
    counting: "open",
    due: (lost: number) => calendar.closeOfWorkingDay(opening, day + lost),
  } as const;
}

function stepAnswer(
  { view, opening, reckoning, due }: AnswerQuery,
  matcher: ReturnType<typeof compileMatcher>,
  times: number,
  restarts: boolean,
): Answer {
  const end = restarts ? supersededAt(opening, due) : null;
  return nthAnswer(reckoning, countedEvents(view.facts, matcher, opening, due, view.now, end), times, null);
}

/** How many steps up to here ask for the event under the same condition. */
function countUp(asked: Map<string, number>, match: EventMatch): number {
  const key = JSON.stringify([match.event, match.where], (name, value) =>
    name === "span" ? undefined : value,
  );
  const times = (asked.get(key) ?? 0) + 1;
  asked.set(key, times);
  return times;
}

function allOf(answers: readonly Answer[]): Answer {
  const done = answers.map((one) => one.done).filter((at) => at !== null);
  const last = Math.max(...done);
  const complete = done.length === answers.length;
  return {
    done: complete ? last : null,
    counted: done.length,
    events: answers.flatMap(({ events }) => events),
    loggedLate: complete && answers.some((one) => one.done === last && one.loggedLate),
  };
}
