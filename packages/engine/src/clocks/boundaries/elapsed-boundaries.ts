import { addDuration } from "@entente/ir";
import { type Cell, Elapsed, isDuration } from "../../plan/cell.ts";
import { lookingAt } from "../../plan/compile-events.ts";
import type { Context } from "../../plan/context.ts";
import type { Scope } from "../../plan/scope.ts";
import { visibleOccurrences } from "../../plan/visibility.ts";
import type { Boundaries } from "./boundaries.ts";
import type { TimeLeaf } from "./time-leaves.ts";

/** When `time since X` reaches the length that it is compared with, and when it has passed it. */
export function elapsedBoundaries(scope: Scope, leaf: Extract<TimeLeaf, { kind: "elapsed" }>): Boundaries {
  const subject = scope.term(leaf.subject);
  const against = leaf.against.map((one) => scope.term(one));
  return (context, report) => {
    for (const seen of viewpoints(context, leaf.event)) {
      const elapsed = subject(seen);
      if (!(elapsed instanceof Elapsed)) continue;
      for (const other of against) {
        const at = reachedAt(scope, elapsed, other(seen));
        if (at === null) continue;
        report(at);
        report(at + 1);
      }
    }
  };
}

function viewpoints(context: Context, event: string | null): readonly Context[] {
  if (event === null) return [context];
  return visibleOccurrences(context, event).map((one) => lookingAt(context, one));
}

function reachedAt(scope: Scope, elapsed: Elapsed, other: Cell): number | null {
  if (other instanceof Elapsed) return elapsed.from + (other.to - other.from);
  if (!isDuration(other) || other.business) return null;
  return addDuration(scope.zone, elapsed.from, other);
}
