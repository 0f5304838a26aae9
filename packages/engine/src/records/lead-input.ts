import type { LeadFacts } from "./facts.ts";
import type { LeadReader, LeadReading } from "./lead-reader.ts";
import { orderEvents } from "./merge-events.ts";

/** Reads a lead in any of the shapes that the engine takes: facts, the outcome of reading them, or a raw record. */
export function readingOf(reader: LeadReader, lead: unknown): LeadReading {
  if (isFacts(lead)) return { ok: true, facts: lead };
  return isReading(lead) ? lead : reader.readObject(lead);
}

function isFacts(lead: unknown): lead is LeadFacts {
  return isObject(lead) && lead.values instanceof Map && Array.isArray(lead.events);
}

function isReading(lead: unknown): lead is LeadReading {
  if (!isObject(lead)) return false;
  return lead.ok === true ? isFacts(lead.facts) : lead.ok === false && Array.isArray(lead.issues);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Callers may hand over events in any order; duplicates count once. */
export function inOrder(facts: LeadFacts): LeadFacts {
  const ordered = facts.events.every((one, index) => {
    const before = facts.events[index - 1];
    return before === undefined || before.at < one.at;
  });
  return ordered ? facts : { ...facts, events: orderEvents(facts.events) };
}
