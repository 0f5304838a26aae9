import type { Verdict } from "@entente/engine";

/** What a run says at its end, beside what the verdicts say. */
export interface RunSummary {
  /** Rows of leads and events that could not be read. */
  readonly unreadable: number;
}

/**
 * Writes the verdicts of one run to a stream, in the order in which they are given: `begin`, then `verdict` for each lead, then
 * `end`. A result that is a promise must be awaited before the next call; it rejects with OutputClosed where
 * the reader has gone away.
 */
export interface VerdictReporter {
  begin(): void | Promise<void>;
  verdict(verdict: Verdict): void | Promise<void>;
  end(summary: RunSummary): Promise<void>;
}
