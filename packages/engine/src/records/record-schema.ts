import type { Policy } from "@entente/ir";
import { casePattern } from "./choice-codec.ts";
import type { JsonSchema } from "./codec.ts";
import type { EventCodec } from "./event-codec.ts";
import { createLeadCodec } from "./lead-codec.ts";
import { missingDefinitions, objectSchema } from "./object-schema.ts";

/**
 * The JSON Schema (2020-12) of a lead record in JSON: it takes exactly the records that the lead reader takes,
 * with every lenient spelling. Unknown keys are allowed.
 *
 * Amounts of money in JSON numbers are bounded by `multipleOf`. Validators that divide in binary get 19.99
 * wrong there: with ajv set `multipleOfPrecision`, or use this package's record validator, which is exact.
 * Field names such as `constructor` need a validator that looks at own properties only (`ownProperties` in ajv).
 */
export function recordSchema(policy: Policy): JsonSchema {
  const { fields, events, nested } = createLeadCodec(policy);
  const { properties, ...conditions } = objectSchema([...fields, ...events.timestamps]);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `Lead record of ${JSON.stringify(policy.agreement.title)}`,
    type: "object",
    properties: { ...(properties as JsonSchema), ...(nested ? { events: eventsSchema(events) } : {}) },
    ...conditions,
    additionalProperties: true,
    $defs: missingDefinitions,
  };
}

function eventsSchema(codec: EventCodec): JsonSchema {
  return {
    description: "What happened to the lead, in any order",
    anyOf: [{ $ref: "#/$defs/missing" }, { type: "array", items: eventSchema(codec) }],
  };
}

function eventSchema(codec: EventCodec): JsonSchema {
  const { properties, allOf } = objectSchema([codec.event, codec.at, codec.recorded, codec.owner]);
  const perEvent = [...codec.attributes].flatMap(([event, bindings]) =>
    bindings.length === 0 ? [] : [unlessEvent(event, codec, objectSchema(bindings))],
  );
  return {
    type: "object",
    properties,
    allOf: [...((allOf ?? []) as JsonSchema[]), ...perEvent],
    additionalProperties: true,
  };
}

/** `schema` for an event named `event`; anything for the others. */
function unlessEvent(event: string, codec: EventCodec, schema: JsonSchema): JsonSchema {
  const all = [...codec.attributes.keys()].map((name) => ({ name, labels: [] }));
  const pattern = `^\\s*(?:${casePattern(event, all)})\\s*$`;
  const isEvent = { required: ["event"], properties: { event: { type: "string", pattern } } };
  return { anyOf: [{ not: isEvent }, schema] };
}
