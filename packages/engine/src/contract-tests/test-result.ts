import type { Expectation, Span } from "@entente/ir";

export type TestStatus = "passed" | "failed";

/** What became of one `expect` line. */
export interface ExpectationResult {
  readonly expectation: Expectation;
  readonly status: TestStatus;
  readonly expected: string;
  readonly actual: string;
  /** Why it came out as it did: the reasons of the clock, or what the lead lacks. Empty where it passed. */
  readonly why: readonly string[];
  readonly span: Span;
}

/** What became of one `test`. It failed if a line did. */
export interface TestResult {
  readonly name: string;
  readonly status: TestStatus;
  /** The as-of instant, epoch milliseconds. */
  readonly at: number;
  readonly expectations: readonly ExpectationResult[];
  readonly span: Span;
}
