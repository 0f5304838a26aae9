import {
  candidates,
  demandOf,
  expressionsIn,
  type Json,
  jsonValue,
  type Model,
  noDemand,
} from "@entente/analysis";
import type { Value } from "@entente/engine";
import type { EventType, Field, Policy } from "@entente/ir";
import { referencesOf } from "../elements/references.ts";
import type { Both } from "../strictness/both.ts";
import type { EventRow } from "./scenario.ts";

/** What a search may put into a lead: values of fields (null for a missing one) and rows of events without their instants. */
export interface Palette {
  readonly fields: readonly { readonly name: string; readonly values: readonly Json[] }[];
  readonly events: readonly EventRow[];
}

const MOST_VALUES = 10;

/** Values on both sides of every boundary that either version has for what the parts refer to. */
export function paletteFor({ baseModel, headModel }: Both, before: unknown, after: unknown): Palette {
  const sides = [
    { model: baseModel, part: before },
    { model: headModel, part: after },
  ];
  const found = sides.map(({ model, part }) => ofModel(model, part));
  const names = [...new Set(found.flatMap(({ fields }) => fields.map(({ name }) => name)))];
  const fields = names.map((name) => ({
    name,
    values: distinct(
      found.flatMap((side) =>
        side.fields.filter((field) => field.name === name).flatMap(({ values }) => values),
      ),
    ),
  }));
  return { fields, events: distinct(found.flatMap(({ events }) => events)) };
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function ofModel(model: Model, part: unknown): Palette {
  const { policy } = model;
  const references = referencesOf(policy, part);
  const declared = [...references].map((reference) => declarationOf(policy, reference));
  const expressions = expressionsIn([part, declared]);
  const demand = { ...noDemand, ...demandOf(model, expressions) };
  const valuesOf = (field: Field): readonly Json[] =>
    candidates(model, field.type, demand)
      .slice(0, MOST_VALUES)
      .map((value: Value) => jsonValue(field.type, value, model.digits));
  const fields = policy.lead.fields.filter(({ name, key }) => !key && references.has(`field ${name}`));
  const events = policy.events.filter(({ name }) => references.has(`event ${name}`));
  return {
    fields: fields.map((field) => ({
      name: field.name,
      values: field.required ? valuesOf(field) : [null, ...valuesOf(field)],
    })),
    events: events.flatMap((event) => rowsOf(event, valuesOf)),
  };
}

function declarationOf(policy: Policy, reference: string): unknown {
  const name = reference.slice(reference.indexOf(" ") + 1);
  return [
    ...policy.defines,
    ...policy.scores,
    ...policy.classes,
    ...policy.stages,
    ...policy.commitments,
  ].filter((one) => one.name === name);
}

/** The plain row of an event, and rows that differ from it in one attribute. */
function rowsOf(
  { name, attributes }: EventType,
  valuesOf: (field: Field) => readonly Json[],
): readonly EventRow[] {
  const plain: Record<string, Json> = { event: name };
  for (const attribute of attributes.filter(({ required }) => required)) {
    plain[attribute.name] = valuesOf(attribute)[0] ?? null;
  }
  const others = attributes.flatMap((attribute) =>
    valuesOf(attribute).map((value) => ({ ...plain, [attribute.name]: value })),
  );
  return distinct([plain, ...others]);
}
