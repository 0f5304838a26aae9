import type { Ladder } from "@entente/ir";
import type { DueStep } from "../verdict.ts";
import { addSpan, type Reckoning } from "./reckoning.ts";

/**
 * The steps of a ladder with the instants at which they fall due, counted from a breach at `breach`. The
 * ladder stops at `end`, when the clock is done; what fell due before stays due.
 */
export function ladderSteps(
  ladder: Ladder,
  reckoning: Reckoning,
  breach: number,
  end: number | null,
): readonly DueStep[] {
  return ladder.steps
    .map((step, index) => ({
      ladder: ladder.name,
      step: index + 1,
      at: step.after === null ? breach : addSpan(reckoning, breach, step.after),
      actions: step.actions,
    }))
    .filter((step) => end === null || step.at < end);
}
