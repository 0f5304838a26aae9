import type { Diagnostic, Span } from "@entente/ir";
import type { Json } from "./witness/json-value.ts";

/** A lead that shows a finding, as the engine reads it. */
export interface Witness {
  /** The record: the fields that decide, and what a valid record needs besides. */
  readonly lead: Readonly<Record<string, Json>>;
  /** Its events in order of time; `at` is an ISO time in UTC. */
  readonly events: readonly Readonly<Record<string, Json>>[];
  /** The instant for which it is asked, epoch milliseconds. */
  readonly at: number;
  /** The fields that decide; the others only make the record valid. `null` among them is a missing field. */
  readonly shows: Readonly<Record<string, Json>>;
}

/** Something that is proved of a policy. The engine has confirmed the witness; null where none is needed. */
export interface Finding extends Diagnostic {
  readonly witness: Witness | null;
}

/** A question that stays open: nothing is known to be wrong there, and nothing is known to be right. */
export interface NotProved {
  /** What was asked, as words after "not proved:". */
  readonly question: string;
  readonly reason: string;
  readonly span: Span;
}

/** What was found out about a policy, in the order of its text. */
export interface Analysis {
  readonly findings: readonly Finding[];
  readonly notProved: readonly NotProved[];
}
