import type { EventType, Field, FieldType } from "@entente/ir";
import type { Json } from "../json.ts";
import type { Forms } from "./normal-match.ts";
import { normalDecimal } from "./normal-value.ts";
import { byName } from "./order.ts";

export function normalField({ name, type, key, required, column }: Field): Json {
  return { name, type: normalType(type), key, required, column };
}

/** Fields, in the order of their names. */
export function normalFields(fields: readonly Field[]): Json {
  return byName(fields).map(normalField);
}

/** The cases of a choice have no order, nor have the labels of one. */
export function normalType(type: FieldType): Json {
  switch (type.kind) {
    case "integer":
    case "number": {
      const [minimum, maximum] = [type.minimum, type.maximum].map((bound) =>
        bound === null ? null : normalDecimal(bound),
      );
      return { kind: type.kind, minimum: minimum ?? null, maximum: maximum ?? null };
    }
    case "choice":
      return {
        kind: type.kind,
        values: byName(type.values).map(({ name, labels }) => ({ name, labels: labels.toSorted() })),
      };
    case "list":
      return { kind: type.kind, of: normalType(type.of) };
    default:
      return { kind: type.kind };
  }
}

/** `about` stands there only where the event is about something other than a lead. */
export function normalEvent({ expression }: Forms, event: EventType): Json {
  const { name, about, attributes, column, alsoWhen } = event;
  return {
    name,
    ...(about === undefined ? {} : { about }),
    attributes: normalFields(attributes),
    column,
    alsoWhen: expression.of(alsoWhen),
  };
}
