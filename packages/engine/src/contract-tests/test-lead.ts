import { assertNever, type ContractTest, type Field, type Literal, type Policy } from "@entente/ir";
import type { Person } from "../clocks/reckoning-choice.ts";
import type { LeadFacts, Occurrence, Value } from "../records/facts.ts";
import { orderEvents } from "../records/merge-events.ts";

/**
 * The lead of a test. An absent key is the test's name; absent time fields that the contract requires, such
 * as `created`, are the instant of the first event, or the as-of instant. Other required fields may be
 * left out: they are missing, as an optional field would be.
 */
export function leadOfTest(policy: Policy, test: ContractTest, at: number): LeadFacts {
  const events = orderEvents(test.events.map((event) => occurrenceOf(policy, event)));
  const values = valuesOf(policy.lead.fields, test.lead ?? []);
  const created = Math.min(at, events[0]?.at ?? at);
  for (const field of policy.lead.fields) {
    if (values.has(field.name)) continue;
    if (field.key && field.type.kind === "text") values.set(field.name, test.name);
    else if (field.required && field.type.kind === "time") values.set(field.name, created);
  }
  const key = policy.lead.fields.find((field) => field.key)?.name ?? "id";
  return { id: String(values.get(key) ?? test.name), values, events };
}

/** The people table as a test states it. */
export function peopleOfTest(policy: Policy, test: ContractTest): readonly Person[] {
  const fields = policy.people?.fields ?? [];
  return (test.people ?? []).map(({ values }) => Object.fromEntries(valuesOf(fields, values)));
}

/**
 * The as-of instant of a test: its `at` line, else its last event. Without either, the latest time that its
 * lead states, or the beginning of the agreement's horizon.
 */
export function asOfTest(policy: Policy, test: ContractTest): number {
  if (test.at !== null) return test.at;
  const events = test.events.map((event) => event.at);
  if (events.length > 0) return Math.max(...events);
  const times = (test.lead ?? []).flatMap(({ value }) => (value.kind === "instant" ? [value.value] : []));
  return times.length > 0 ? Math.max(...times) : Date.parse(policy.horizon.from);
}

function occurrenceOf(policy: Policy, event: ContractTest["events"][number]): Occurrence {
  const type = policy.events.find((one) => one.name === event.event);
  const attributes = valuesOf(type?.attributes ?? [], event.attributes);
  const owner = attributes.get("owner");
  const recorded = attributes.get("recorded");
  return {
    event: event.event,
    at: event.at,
    recorded: typeof recorded === "number" ? recorded : null,
    owner: typeof owner === "string" ? owner : null,
    attributes,
  };
}

function valuesOf(
  fields: readonly Field[],
  settings: readonly { readonly name: string; readonly value: Literal }[],
): Map<string, Value> {
  const lists = new Set(fields.filter((field) => field.type.kind === "list").map((field) => field.name));
  return new Map(
    settings.map(({ name, value }): [string, Value] => {
      const plain = valueOfLiteral(value);
      return [name, lists.has(name) ? [plain] : plain];
    }),
  );
}

/** A literal as the value of a field. A duration has no field type; it is given as written. */
export function valueOfLiteral(literal: Literal): Value {
  switch (literal.kind) {
    case "number":
    case "percent":
      return Number(literal.value);
    case "money":
      return literal.minor;
    case "text":
    case "choice":
    case "boolean":
    case "date":
    case "instant":
      return literal.value;
    case "duration":
      return `${literal.amount} ${literal.business ? "business " : ""}${literal.unit}`;
    default:
      return assertNever(literal);
  }
}
