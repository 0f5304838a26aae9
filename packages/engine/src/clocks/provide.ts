import type { DutyOf } from "@entente/ir";
import { triggerWords } from "./event-words.ts";
import type { LeadView } from "./lead-view.ts";
import { compileTrigger, type Opening } from "./openings.ts";
import type { Strand, StrandSource } from "./strand.ts";

/**
 * `marketing must provide email, phone by handoff`: judged at the instant of the trigger. Fields have no
 * history, so they are read from the record as given; `owner` may come from an event by then.
 */
export function provideStrand({ plan, clause, term }: StrandSource, duty: DutyOf<"provide">): Strand {
  const absent = (view: LeadView, opening: Opening): readonly string[] =>
    duty.fields.filter((field) => !view.facts.values.has(field) && !isHeld(field, view, opening));
  return {
    id: clause.id,
    trigger: triggerWords(duty.trigger),
    openings: compileTrigger(plan, duty.trigger, term, false),
    immediate: true,
    restarts: false,
    termChanges: [],
    allowance: () => ({ kind: "amount", counting: "elapsed", ms: 0 }),
    answer: ({ view, opening }) => {
      const wanting = absent(view, opening).length;
      const done = wanting === 0 ? opening.start : null;
      return { done, counted: duty.fields.length - wanting, events: [], loggedLate: false };
    },
    wanting: ({ view, opening }) => {
      const names = absent(view, opening);
      return `${names.join(", ")} ${names.length === 1 ? "is" : "are"} missing`;
    },
  };
}

function isHeld(field: string, view: LeadView, opening: Opening): boolean {
  return field === "owner" && view.ownerAt(opening.start, opening.known) !== null;
}
