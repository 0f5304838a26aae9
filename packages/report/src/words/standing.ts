import type { GoalWindowAttainment } from "@entente/engine";
import { assertNever } from "@entente/ir";

/** How good news is; never said by a colour alone. */
export type Tone = "good" | "bad" | "open";

export interface Standing {
  readonly tone: Tone;
  /** `met`, `behind pace`, in at most a few words. */
  readonly words: string;
}

/** Where a window stands, in a word or two. While it runs, against its pace, or where it has none against its goal. */
export function standingOf(window: GoalWindowAttainment): Standing {
  switch (window.status) {
    case "met":
      return { tone: "good", words: "met" };
    case "over":
      return { tone: "open", words: "over the tolerance" };
    case "missed":
      return { tone: "bad", words: "missed" };
    case "pending":
      return { tone: "open", words: "pending" };
    case "unknown":
      return { tone: "open", words: "not measurable" };
    case "running":
      return running(window);
    default:
      return assertNever(window.status);
  }
}

function running({ bound, gap, actual, goal }: GoalWindowAttainment): Standing {
  const wanted = bound === "atLeast" ? 1 : -1;
  if (gap !== null) {
    return gap.compare(0) * wanted >= 0
      ? { tone: "good", words: "on pace" }
      : { tone: "bad", words: "behind pace" };
  }
  if (actual === null || goal === null) return { tone: "open", words: "running" };
  return actual.compare(goal) * wanted >= 0
    ? { tone: "good", words: "there so far" }
    : { tone: "bad", words: "not there yet" };
}

/** A mark that says the tone without a colour. */
export function toneMark(tone: Tone): string {
  return { good: "✓", bad: "✗", open: "○" }[tone];
}
