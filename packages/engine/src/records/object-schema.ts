import type { Binding } from "./binding.ts";
import { type JsonSchema, presentSchema } from "./codec.ts";

const missing = { $ref: "#/$defs/missing" };
const present = { $ref: "#/$defs/present" };

/** Definitions that the schemas made here refer to: what counts as a missing value. */
export const missingDefinitions: JsonSchema = {
  missing: { anyOf: [{ type: "null" }, { type: "string", pattern: "^\\s*$" }] },
  present: { not: { $ref: "#/$defs/missing" } },
};

/**
 * Schema keywords for an object that holds the values of `bindings`: each key's values, the required ones, and
 * that no value is given under both its column and its name.
 */
export function objectSchema(bindings: readonly Binding[]): JsonSchema {
  const conditions = bindings.flatMap((binding) => [...requirement(binding), ...givenOnce(binding)]);
  return {
    properties: propertiesOf(bindings),
    ...(conditions.length === 0 ? {} : { allOf: conditions }),
  };
}

function propertiesOf(bindings: readonly Binding[]): JsonSchema {
  const keys = [...new Set(bindings.flatMap((binding) => binding.keys))];
  return Object.fromEntries(
    keys.map((key) => [key, valueSchema(bindings.filter((b) => b.keys.includes(key)))]),
  );
}

/** Two bindings may read one key, such as a time field and an event's timestamp column. */
function valueSchema(bindings: readonly Binding[]): JsonSchema {
  const schemas = bindings.map(({ name, codec, required }) => ({
    description: `${name}: ${codec.expected}${required ? "" : "; may be missing"}`,
    anyOf: [missing, presentSchema(codec)],
  }));
  return schemas.length === 1 && schemas[0] !== undefined ? schemas[0] : { allOf: schemas };
}

function requirement({ required, keys }: Binding): JsonSchema[] {
  if (!required) return [];
  return [keys.length === 0 ? { not: {} } : { anyOf: keys.map((key) => holds([key])) }];
}

function givenOnce({ keys }: Binding): JsonSchema[] {
  return keys.length > 1 ? [{ not: holds(keys) }] : [];
}

/** That each of the keys is there and holds something. */
function holds(keys: readonly string[]): JsonSchema {
  return { required: keys, properties: Object.fromEntries(keys.map((key) => [key, present])) };
}
