import type { Expression, Score, ScoreLine } from "@entente/ir";
import type { TruthSet } from "../logic/truth-set.ts";
import type { Model } from "../model.ts";
import type { Extent } from "./score-line.ts";
import type { Cell, Variable } from "./variable.ts";

/** Whether a side of a comparison of instants is there, and what the comparison is where it is not. */
export interface Presence {
  readonly condition: Expression;
  readonly absent: TruthSet;
}

/** Where the answer to an atom is found. */
export type Placement =
  | { readonly kind: "constant"; readonly truth: TruthSet }
  | { readonly kind: "cell"; readonly variable: Variable; readonly index: number }
  | {
      readonly kind: "order";
      readonly variable: Variable;
      readonly index: number;
      readonly sides: readonly Presence[];
    };

/** A line of a score with what each cell of its variable gives; a line with a condition has none. */
export interface PlannedLine {
  readonly line: ScoreLine;
  readonly variable: Variable | null;
  readonly extents: ReadonlyMap<Cell, Extent>;
  readonly all: Extent;
  /** Whether time may take points away or hold them back. */
  readonly timed: boolean;
}

/** A score as a variable of its own: where it lies among its bounds, and what its lines must add up to for that. */
export interface PlannedScore {
  readonly score: Score;
  readonly variable: Variable;
  /** Index of the truth of a comparison such as `>= 30`. */
  readonly comparisons: ReadonlyMap<string, number>;
  readonly bounds: readonly number[];
  readonly scale: number;
  readonly lines: readonly PlannedLine[];
}

/** An event whose first and last occurrence stand in one order: they are one if it happened once. */
export interface EventSpan {
  readonly event: string;
  readonly order: Variable;
  readonly history: Variable;
}

/** All leads as far as some conditions tell them apart: every combination of one cell for each variable. */
export interface Space {
  readonly model: Model;
  readonly placements: ReadonlyMap<string, Placement>;
  readonly scores: ReadonlyMap<string, PlannedScore>;
  readonly spans: readonly EventSpan[];
  /** What is not taken apart completely: with any of these, only what the engine confirms is known to exist. */
  readonly doubts: readonly Expression[];
}
