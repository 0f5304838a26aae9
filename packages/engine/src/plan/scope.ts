import type { Expression, Policy, Zone } from "@entente/ir";
import type { Cell, Range } from "./cell.ts";
import type { Context, Truth } from "./context.ts";
import type { Exact } from "./exact.ts";
import type { UnitScope } from "./unit-of.ts";

/** A compiled expression. */
export type Term = (context: Context) => Cell;
/** A compiled condition. */
export type Test = (context: Context) => Truth;

/** One stage at one instant. */
export interface StageOutcome {
  /** Whether the lead is at the stage: may lapse. */
  readonly held: Truth;
  /** Whether the lead is or has been at the stage: never lapses. */
  readonly reached: Truth;
  /** When it was reached, epoch milliseconds; null unless `reached` is true. */
  readonly at: number | null;
}

/** What conditions can ask about the classification of the lead at the context's instant. */
export interface Judge {
  score(name: string, context: Context): Exact | Range;
  /** The case's name, the empty text where no case holds, `undefined` where it is unknown. */
  class(name: string, context: Context): string | undefined;
  stageIs(name: string, context: Context): Truth;
  stageReached(name: string, context: Context): Truth;
  stage(name: string, context: Context): StageOutcome;
  /** The furthest stage that the lead is at; null where it is at none. */
  currentStage(context: Context): string | null;
  /** The fields that make a score a range, or a class or stage unknown. */
  missing(kind: "score" | "class" | "stage", name: string, context: Context): ReadonlySet<string>;
}

/** What compiling an expression needs of its policy. `term` and `test` compile once per expression object. */
export interface Scope extends UnitScope {
  readonly policy: Policy;
  readonly zone: Zone;
  readonly judge: Judge;
  term(expression: Expression): Term;
  test(expression: Expression): Test;
  /** The expression behind a define's name. */
  define(name: string): Expression;
}
