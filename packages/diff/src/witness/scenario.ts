import type { Json } from "@entente/analysis";
import type { Engine, Verdict } from "@entente/engine";
import type { Both } from "../strictness/both.ts";

/** A row of an event table: `event`, `at` (ISO, UTC) and attributes. */
export type EventRow = Readonly<Record<string, Json>>;

/** A lead with its events, and the instant (epoch milliseconds) for which it is asked. */
export interface Scenario {
  readonly lead: Readonly<Record<string, Json>>;
  readonly events: readonly EventRow[];
  readonly at: number;
}

/** What the two versions say of one scenario, and what the earlier one would say with a single change. */
export interface Verdicts {
  readonly before: Verdict;
  readonly after: Verdict;
  /** The verdict of the later version where a change stands alone or cannot. */
  readonly alone: Verdict;
}

/** The two versions, and the earlier one with a single change; null where that is the later one. */
export interface Trial {
  readonly both: Both;
  readonly alone: Engine | null;
}

/** Runs the engines. */
export function judge({ both, alone }: Trial, { lead, events, at }: Scenario): Verdicts {
  const record = { ...lead, events };
  const after = both.headModel.engine.evaluate(record, { at });
  return {
    before: both.baseModel.engine.evaluate(record, { at }),
    after,
    alone: alone === null ? after : alone.evaluate(record, { at }),
  };
}

export function rowAt(row: EventRow, at: number): EventRow {
  return { ...row, at: new Date(at).toISOString() };
}

export function instantOf({ at }: EventRow): number {
  return Date.parse(String(at));
}
