import { assertNever, type Deadline, type Trigger } from "@entente/ir";
import type { Phrase } from "../phrase/say.ts";
import { formatNumber } from "../values/format-number.ts";
import type { Draft } from "./draft.ts";
import { events, value } from "./expression.ts";
import { field, named } from "./names.ts";

/** What starts a time. */
export function trigger(draft: Draft, start: Trigger): Phrase {
  const words = draft.language.commitments;
  switch (start.kind) {
    case "event":
      return words.onEvent(start.which, events(draft, start.events));
    case "stage":
      return words.onStage(named("stage", start.stage));
    case "field":
      return words.onField(field(draft, start.field));
    default:
      return assertNever(start);
  }
}

/** What a share is a share of. */
export function whole(draft: Draft, of: Trigger): Phrase {
  const words = draft.language.commitments;
  switch (of.kind) {
    case "event":
      return words.ofEvents(of.which, events(draft, of.events));
    case "stage":
      return words.ofStage(named("stage", of.stage));
    case "field":
      return words.ofField(field(draft, of.field));
    default:
      return assertNever(of);
  }
}

/** By when, counted from what. */
export function due(draft: Draft, deadline: Deadline, start: Trigger): Phrase {
  const { commitments, values, locale } = draft.language;
  const from = trigger(draft, start);
  switch (deadline.kind) {
    case "within":
      return commitments.within(value(draft, deadline.duration), from);
    case "closeOfDay":
      return commitments.byClose(formatNumber(locale, deadline.day), from);
    case "timeOfDay": {
      const day = deadline.day === 0 ? null : formatNumber(locale, deadline.day);
      return commitments.byTime(values.timeOfDay(deadline.minute), day, deadline.business, from);
    }
    default:
      return assertNever(deadline);
  }
}
