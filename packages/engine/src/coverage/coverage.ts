import type { Span } from "@entente/ir";

/** The kinds of things that tests can exercise, in the order in which they are told. */
export const COVERAGE_KINDS = ["clause", "case", "branch", "boundary", "status"] as const;

/**
 * - `clause`: a promise, a stage, a line of a score, a pause, a waiver, a step of a ladder, a rate of a funnel
 * - `case`: a case of a `classify` or a value table, a dated value, one of several events that a clause names
 * - `branch`: a condition, or an operand of `and` and `or`, that is true, or that is false, where it decides
 * - `boundary`: the last value on either side of a comparison, a deadline or a cap
 * - `status`: a status that a promise can have
 */
export type CoverageKind = (typeof COVERAGE_KINDS)[number];

/** One thing that a test can exercise. */
export interface CoverageItem {
  readonly kind: CoverageKind;
  /** What it is a part of: `define big`, `stage MQL`, `first_contact`. */
  readonly of: string;
  /** The contract's own words, on one line. */
  readonly text: string;
  /** Which of several things about the text: `true`, `late`, `49`. Unique for a text and kind. */
  readonly side: string;
  /** What is said of the text where no test exercises it: `was never false where it decides`. */
  readonly gap: string;
  readonly span: Span;
  readonly covered: boolean;
}

/** How many of some things were exercised. `percent` is exact up to rounding down to a tenth, null where there is nothing. */
export interface CoverageCount {
  readonly covered: number;
  readonly total: number;
  readonly percent: number | null;
}

/** A part of the contract that no test of a single lead can exercise. */
export interface BeyondTests {
  readonly of: string;
  readonly text: string;
  readonly span: Span;
}

/** What the tests of a contract exercise. */
export interface Coverage {
  readonly all: CoverageCount;
  readonly kinds: Readonly<Record<CoverageKind, CoverageCount>>;
  /** In the order of the text. */
  readonly items: readonly CoverageItem[];
  readonly beyond: readonly BeyondTests[];
}

/** Sums up what was exercised. */
export function coverageOf(items: readonly CoverageItem[], beyond: readonly BeyondTests[]): Coverage {
  const of = (kind: CoverageKind): CoverageCount => countOf(items.filter((item) => item.kind === kind));
  return {
    all: countOf(items),
    kinds: {
      clause: of("clause"),
      case: of("case"),
      branch: of("branch"),
      boundary: of("boundary"),
      status: of("status"),
    },
    items,
    beyond,
  };
}

function countOf(items: readonly CoverageItem[]): CoverageCount {
  const covered = items.filter((item) => item.covered).length;
  const total = items.length;
  return { covered, total, percent: total === 0 ? null : Math.floor((covered * 1000) / total) / 10 };
}
