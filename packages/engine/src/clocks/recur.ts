import type { DutyOf, Policy } from "@entente/ir";
import type { Truth } from "../plan/context.ts";
import { countedEvents, nthAnswer } from "./answer.ts";
import { compileDeadline } from "./deadline.ts";
import { eventWords } from "./event-words.ts";
import type { LeadView } from "./lead-view.ts";
import { compileMatcher, type Matcher, recordedAt } from "./match-events.ts";
import type { Opening } from "./openings.ts";
import { CannotJudgeError } from "./reckoning.ts";
import { missingWords, type Strand, type StrandSource } from "./strand.ts";

/**
 * `sales must contact at least every 90 days while owned`: a clock starts when the condition begins to hold
 * and at every contact after that; the next contact answers it. When the condition ends, the running clock
 * is discharged.
 *
 * The condition is looked at where something happens: at every event and when it is written down, at every time
 * field of the lead, and at the first instant of the agreement's term where something of the lead is known from then.
 */
export function recurStrand(source: StrandSource, duty: DutyOf<"recur">): Strand {
  const { plan, policy, clause, term } = source;
  const matcher = compileMatcher(plan, duty.events);
  const holds = duty.while === null ? null : plan.condition(duty.while);
  const what = eventWords(duty.events);
  return {
    id: clause.id,
    trigger: `the first ${what}`,
    openings: (view) => {
      const undecided: number[] = [];
      const openings = openingsOf(view, instantsOf(view, policy, term.from), matcher, (at) => {
        const truth = holds === null ? true : holds(view.context(at, at));
        if (truth === undefined) undecided.push(at);
        return truth;
      });
      const [first] = undecided;
      if (openings.length > 0 || first === undefined)
        return openings.filter((one) => term.includes(one.start));
      const missing = new Set<string>();
      holds?.(view.context(first, first, missing));
      throw new CannotJudgeError(missingWords(missing, "whether this goes on"), [...missing]);
    },
    immediate: false,
    restarts: false,
    termChanges: [],
    allowance: compileDeadline(plan, { kind: "within", duration: duty.every, span: clause.span }),
    answer: ({ view, opening, reckoning, due }) =>
      nthAnswer(reckoning, countedEvents(view.facts, matcher, opening, due, view.now, null), 1, null),
    wanting: () => `no ${what}`,
  };
}

function instantsOf(view: LeadView, policy: Policy, from: number): readonly number[] {
  const seen = view.facts.events.filter((one) => recordedAt(one) <= view.now);
  const events = seen.flatMap((one) => [one.at, recordedAt(one)]);
  const fields = policy.lead.fields
    .filter((field) => field.type.kind === "time")
    .map((field) => view.facts.values.get(field.name))
    .filter((value) => typeof value === "number");
  const known = [...events, ...fields];
  // The term may have begun before there was anything to keep warm.
  const begins = known.length === 0 || Math.min(...known) <= from ? [from] : [];
  const instants = [...begins, ...known].filter(
    (at) => at > Number.NEGATIVE_INFINITY && at >= from && at <= view.now,
  );
  return [...new Set(instants)].sort((a, b) => a - b);
}

function openingsOf(
  view: LeadView,
  instants: readonly number[],
  matcher: Matcher,
  holdsAt: (at: number) => Truth,
): Opening[] {
  const openings: Opening[] = [];
  let open = false;
  for (const at of instants) {
    const holds = holdsAt(at) === true;
    const triggers = view.facts.events.filter(
      (one) => one.at === at && recordedAt(one) <= view.now && matcher(one, view.facts),
    );
    const last = openings.at(-1);
    if (open && !holds && last !== undefined)
      openings[openings.length - 1] = { ...last, superseded: { at, known: at, triggers: [] } };
    if (holds && (!open || triggers.length > 0)) {
      openings.push({ start: at, known: at, triggers, superseded: null });
    }
    open = holds;
  }
  return openings;
}
