import type { Value } from "@entente/engine";
import type { EventType, Expression, Field } from "@entente/ir";
import { withDefines } from "../logic/shape-of.ts";
import type { Model } from "../model.ts";
import { candidates, type Demand, demandOf, noDemand } from "./candidates.ts";
import { bareFacts, occurrenceAt, truthFor } from "./field-cells.ts";
import type { Attributes } from "./variable.ts";

/** What is asked of single occurrences of an event. */
export interface OccurrenceDemand {
  readonly atoms: readonly Expression[];
  /** Conditions that an occurrence must meet to count for points, with the number up to which the count matters. */
  readonly counted: readonly { readonly where: Expression | null; readonly upTo: number }[];
}

/** Occurrences that no condition tells apart, one of each kind, the plainest first. */
export interface OccurrenceKinds {
  readonly kinds: readonly Attributes[];
  /** Whether every occurrence is of one of them. */
  readonly complete: boolean;
  /** Whether it matters which occurrence is the first or the last. */
  readonly ordered: boolean;
}

const MOST_KINDS = 48;
const MOST_COMBINATIONS = 400;

export function kindsOf(
  model: Model,
  event: EventType,
  { atoms, counted }: OccurrenceDemand,
): OccurrenceKinds {
  const filters = [
    ...atoms.flatMap((atom) => withDefines(model, atom)).flatMap(filterIn),
    ...counted.flatMap(({ where }) => where ?? []),
  ];
  const direct = atoms.filter((atom) => withDefines(model, atom).some(isAttribute));
  const asked = [...filters, ...direct];
  const demand = { ...noDemand, ...demandOf(model, asked) };
  const combinations = combinationsOf(model, event, asked, demand);
  const kinds = withoutLikes(combinations, (attributes) => {
    const one = occurrenceAt(event.name, model.start, attributes);
    const facts = bareFacts([], [one]);
    return [
      ...filters.map((where) => truthFor(model.engine, where, facts, one.at, one)),
      ...direct.map((atom) => truthFor(model.engine, atom, facts, one.at)),
    ].join();
  });
  const all = combinations.length < MOST_COMBINATIONS && kinds.length <= MOST_KINDS;
  return {
    kinds: kinds.slice(0, MOST_KINDS),
    complete: all && demand.texts.length === 0,
    ordered: direct.length > 0,
  };
}

function filterIn(node: Expression): readonly Expression[] {
  return (node.kind === "count" || node.kind === "occurrence") && node.where !== null ? [node.where] : [];
}

function isAttribute({ kind }: Expression): boolean {
  return kind === "occurrenceAttribute";
}

/** The values of the attributes that are asked for, combined. */
function combinationsOf(
  model: Model,
  event: EventType,
  asked: readonly Expression[],
  demand: Demand,
): readonly Attributes[] {
  const names = new Set(
    asked
      .flatMap((node) => withDefines(model, node))
      .flatMap((part) => {
        if (part.kind === "attribute") return part.name;
        return part.kind === "occurrenceAttribute" ? part.attribute : [];
      }),
  );
  const used = event.attributes.filter(({ name }) => names.has(name));
  return used.reduce<readonly Attributes[]>(
    (sets, field) => {
      const choices = choicesFor(model, event, field, demand);
      return sets
        .flatMap((set) => choices.map((add) => new Map([...set, ...add])))
        .slice(0, MOST_COMBINATIONS);
    },
    [new Map()],
  );
}

/** An attribute may be missing where it is optional, or where a column of the lead gives only the event's instant. */
function choicesFor(
  model: Model,
  event: EventType,
  field: Field,
  demand: Demand,
): readonly (readonly (readonly [string, Value])[])[] {
  const present = candidates(model, field.type, demand).map((value) => [[field.name, value] as const]);
  return field.required && event.column === null ? present : [...present, []];
}

function withoutLikes(all: readonly Attributes[], signatureOf: (one: Attributes) => string): Attributes[] {
  const first = new Map<string, Attributes>();
  for (const one of all) {
    const signature = signatureOf(one);
    if (!first.has(signature)) first.set(signature, one);
  }
  return [...first.values()];
}
