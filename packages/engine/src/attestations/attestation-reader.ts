import type { EventType, Policy } from "@entente/ir";
import type { RecordIssue } from "../records/facts.ts";
import { createLeadReader } from "../records/lead-reader.ts";
import { type Attestation, REVIEW } from "./attestation.ts";
import { AGREEMENT_RECORD } from "./halves.ts";

/** An attestation as read, or everything that is wrong with its row. */
export type AttestationReading =
  | { readonly ok: true; readonly attestation: Attestation }
  | { readonly ok: false; readonly issues: readonly RecordIssue[] };

/** Reads rows `{ event, at, recorded?, by?, …attributes }`, from JSON or from a table, by the rules of events. */
export interface AttestationReader {
  /** The names that an attestation may have: the events about the agreement, its meetings, and `review`. */
  readonly events: readonly string[];
  read(raw: unknown): AttestationReading;
}

/** A reader for the attestations of a policy. Nothing it does throws on data. */
export function createAttestationReader(policy: Policy): AttestationReader {
  const events = attestable(policy);
  const key = { name: "id", type: { kind: "text" }, key: true, required: true } as const;
  const lead = { fields: [{ ...key, column: null, span: policy.agreement.span }] };
  const reader = createLeadReader({ ...policy, lead, events });
  return {
    events: events.map(({ name }) => name),
    read(raw) {
      const row = asMap(raw);
      const reading = reader.readEventRow(row === null ? raw : row.set("lead", AGREEMENT_RECORD));
      if (!reading.ok) return reading;
      const { event, at, recorded, attributes } = reading.occurrence;
      const by = row?.get("by");
      return {
        ok: true,
        attestation: {
          event,
          at,
          recordedAt: recorded,
          attributes: Object.fromEntries(attributes),
          by: typeof by === "string" && by.trim() !== "" ? by.trim() : null,
        },
      };
    },
  };
}

function attestable(policy: Policy): EventType[] {
  const declared = policy.events.filter(({ about }) => about === "agreement");
  const known = new Set(declared.map(({ name }) => name));
  const plain = [...policy.meetings.map(({ name }) => name), REVIEW].filter((name) => !known.has(name));
  const { span } = policy.agreement;
  return [
    ...declared.map((event) => ({ ...event, column: null })),
    ...plain.map((name) => ({ name, attributes: [], column: null, alsoWhen: null, span })),
  ];
}

function asMap(raw: unknown): Map<string, unknown> | null {
  if (raw instanceof Map) return new Map(raw);
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return null;
  return new Map(Object.entries(raw));
}
