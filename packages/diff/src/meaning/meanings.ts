import { type Classification, invariant, type Policy } from "@entente/ir";
import { normalCalendar } from "../canonical/normal-calendar.ts";
import { normalClass, normalScore, normalStage, tieOf } from "../canonical/normal-classification.ts";
import { normalCommitment, normalLadder } from "../canonical/normal-commitment.ts";
import { ExpressionForms } from "../canonical/normal-expression.ts";
import type { Forms } from "../canonical/normal-match.ts";
import { normalEvent } from "../canonical/normal-record.ts";
import { textOf } from "../canonical/order.ts";
import type { References } from "../canonical/references.ts";
import type { Json } from "../json.ts";

/** Numbers for meanings, the same number for the same meaning in both versions. */
export class Numbering {
  readonly #numbers = new Map<string, number>();

  of(meaning: Json): number {
    const text = textOf(meaning);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/**
 * Normal forms in which a name of a score, class, stage, event or commitment is replaced by a number for what the
 * contract says of it: a declaration under another name is the same one. Events keep their names, which records use. Two
 * parts with equal forms mean the same, each in its own contract.
 */
export function meaningsOf(policy: Policy, numbering: Numbering): Forms {
  const known = new Map<string, Json>();
  const numbered = (kind: string, name: string, form: () => Json): Json => {
    const key = `${kind} ${name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, `${kind} ${name}, which refers to itself`);
    const number = `${kind} ${numbering.of(form())}`;
    known.set(key, number);
    return number;
  };
  const refer: References = {
    score: (name) => numbered("score", name, () => nameless(normalScore(forms, find(policy.scores, name)))),
    class: (name) =>
      numbered("class", name, () => nameless(normalClass(forms, withoutWorth(find(policy.classes, name))))),
    stage: (name) =>
      numbered("stage", name, () => {
        const stage = find(policy.stages, name);
        return { ...nameless(normalStage(forms, stage, tieOf(policy.stages, stage))), label: null };
      }),
    allStages: () => policy.stages.map(({ name }) => refer.stage(name)),
    event: (name) =>
      numbered("event", name, () => {
        const { column: _, ...event } = asObject(normalEvent(forms, find(policy.events, name)));
        return event;
      }),
    commitment: (name) =>
      numbered("commitment", name, () => {
        const commitment = find(policy.commitments, name);
        return { ...nameless(normalCommitment(forms, policy, commitment)), because: null, ladder: null };
      }),
    calendar: (name) =>
      numbered("calendar", name, () => nameless(normalCalendar(forms, find(policy.calendars, name)))),
    anyCalendar: () => policy.calendars.map(({ name }) => refer.calendar(name)),
    ladder: (name) => numbered("ladder", name, () => nameless(normalLadder(find(policy.ladders, name)))),
  };
  const forms: Forms = { expression: new ExpressionForms(policy, refer), refer };
  return forms;
}

/** A class as conditions see it: what its cases are worth is no part of it. */
function withoutWorth(one: Classification): Classification {
  return { ...one, cases: one.cases.map((each) => ({ ...each, worth: null })) };
}

function nameless(form: Json): { readonly [key: string]: Json } {
  return { ...asObject(form), name: null };
}

function asObject(form: Json): { readonly [key: string]: Json } {
  invariant(typeof form === "object" && form !== null && !Array.isArray(form), "a declaration is an object");
  return form as { readonly [key: string]: Json };
}

function find<T extends { readonly name: string }>(items: readonly T[], name: string): T {
  const item = items.find((one) => one.name === name);
  invariant(item !== undefined, `the policy declares no ${name}`);
  return item;
}
