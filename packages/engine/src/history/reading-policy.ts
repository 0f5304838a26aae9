import type { EventType, Field, FieldType, Policy } from "@entente/ir";

/**
 * A policy whose records can be read for every version of an agreement: all fields, events and values that any of
 * them has. A field is required where every version requires it; columns are those of the latest version.
 *
 * @param versions in the order in which they come into force; at least one
 */
export function readingPolicy(versions: readonly Policy[]): Policy | null {
  const latest = versions.at(-1);
  if (latest === undefined || versions.length === 1) return latest ?? null;
  const people = versions.flatMap((policy) => policy.people ?? []);
  return {
    ...latest,
    lead: { fields: fieldsOf(versions.map(({ lead }) => lead.fields)) },
    people: people.length === 0 ? null : { fields: fieldsOf(people.map(({ fields }) => fields)) },
    events: eventsOf(versions),
    meetings: distinct(versions.map(({ meetings }) => meetings)),
  };
}

function eventsOf(versions: readonly Policy[]): EventType[] {
  return distinct(versions.map(({ events }) => events)).map((event) => {
    const all = versions.flatMap(({ events }) => events.find(({ name }) => name === event.name) ?? []);
    return { ...event, attributes: fieldsOf(all.map(({ attributes }) => attributes)) };
  });
}

/** What any of several lists has by name, the latest of each. */
function distinct<T extends { readonly name: string }>(lists: readonly (readonly T[])[]): T[] {
  const byName = new Map<string, T>();
  for (const one of lists.flat()) byName.set(one.name, one);
  return [...byName.values()];
}

function fieldsOf(versions: readonly (readonly Field[])[]): Field[] {
  return distinct(versions).map((field) => {
    const all = versions.flatMap((fields) => fields.find(({ name }) => name === field.name) ?? []);
    const required = all.length === versions.length && all.every((one) => one.required);
    return { ...field, required, type: all.map(({ type }) => type).reduce(widest) };
  });
}

/** A type that takes what either takes, of two that are of one kind. */
function widest(before: FieldType, now: FieldType): FieldType {
  if (before.kind === "choice" && now.kind === "choice") {
    const names = distinct([before.values, now.values]);
    const values = names.map(({ name }) => {
      const labels = [before, now].flatMap(
        (type) => type.values.find((one) => one.name === name)?.labels ?? [],
      );
      return { name, labels: [...new Set(labels)] };
    });
    return { ...now, values };
  }
  if (isNumeric(before) && isNumeric(now)) {
    return {
      kind: before.kind === now.kind ? now.kind : "number",
      minimum: outer(before.minimum, now.minimum, (a, b) => Math.min(a, b)),
      maximum: outer(before.maximum, now.maximum, (a, b) => Math.max(a, b)),
    };
  }
  if (before.kind === "list" && now.kind === "list") {
    const of = widest(before.of, now.of);
    return of.kind === "list" ? now : { kind: "list", of };
  }
  return now;
}

type NumericType = Extract<FieldType, { minimum: unknown }>;

function isNumeric(type: FieldType): type is NumericType {
  return type.kind === "integer" || type.kind === "number";
}

/** One of two bounds, as it was written; none where either end is open. */
function outer(a: string | null, b: string | null, choose: (a: number, b: number) => number): string | null {
  if (a === null || b === null) return null;
  return choose(Number(a), Number(b)) === Number(a) ? a : b;
}
