import { assertNever, type Clause, type DutyOf } from "@entente/ir";
import type { Phrase } from "../phrase/say.ts";
import { formatNumber } from "../values/format-number.ts";
import { AND, type Draft, sentences } from "./draft.ts";
import { due, trigger, whole } from "./due.ts";
import { condition, events, value } from "./expression.ts";
import { field, named, party } from "./names.ts";
import { quantity } from "./quantity.ts";

/** What a clause obliges its party to, as one or several sentences. The steps of a plan stand below it. */
export function duty(draft: Draft, clause: Clause): Phrase {
  const { duty: owed } = clause;
  const words = draft.language.commitments;
  const who = party(clause.party);
  switch (owed.kind) {
    case "respond":
      return response(draft, who, owed);
    case "provide": {
      const fields = owed.fields.map((name) => field(draft, name));
      return words.provide({
        party: who,
        fields: draft.language.values.list(AND, fields),
        trigger: trigger(draft, owed.trigger),
      });
    }
    case "limit":
      return words.limit({
        ...overLeads(draft, owed),
        party: who,
        bound: owed.bound,
        times: quantity(draft, owed.times),
      });
    case "share":
      return words.share({
        ...overLeads(draft, owed),
        party: who,
        bound: owed.bound,
        percent: value(draft, owed.percent),
        of: whole(draft, owed.of),
      });
    case "follow":
      return sentences(draft, [
        owed.restarts ? words.restarts : null,
        words.follow({ party: who, trigger: trigger(draft, owed.trigger), business: owed.business }),
      ]);
    case "leave":
      return words.leave({
        party: who,
        stage: named("stage", owed.stage),
        due: due(draft, owed.deadline, owed.trigger),
      });
    case "recur":
      return words.recur({
        party: who,
        events: events(draft, owed.events),
        every: value(draft, owed.every),
        while: owed.while === null ? null : condition(draft, owed.while),
      });
    default:
      return assertNever(owed);
  }
}

/** The steps of a plan, one line each; empty for every other duty. */
export function steps(draft: Draft, { duty: owed }: Clause): readonly Phrase[] {
  if (owed.kind !== "follow") return [];
  const { commitments, locale } = draft.language;
  return owed.steps.map((step) =>
    commitments.followStep(formatNumber(locale, step.day), owed.business, events(draft, step.events, AND)),
  );
}

function response(draft: Draft, who: Phrase, owed: DutyOf<"respond">): Phrase {
  const { commitments: words, values } = draft.language;
  const { times } = owed;
  const once = times.kind === "literal" && times.value.kind === "number" && times.value.value === "1";
  return sentences(draft, [
    words.respond({
      party: who,
      events: events(draft, owed.events),
      times: once ? null : quantity(draft, times),
      due: due(draft, owed.deadline, owed.trigger),
    }),
    owed.apart === null ? null : words.apart(values.duration(owed.apart)),
    owed.onAnotherChannel ? words.onAnotherChannel : null,
    owed.restarts ? words.restarts : null,
  ]);
}

function overLeads(
  draft: Draft,
  owed: DutyOf<"limit"> | DutyOf<"share">,
): { events: Phrase; per: Phrase | null; every: string } {
  return {
    events: events(draft, owed.events),
    per: owed.per === null ? null : value(draft, owed.per)("nominative"),
    every: draft.language.values.inEvery(owed.every),
  };
}
