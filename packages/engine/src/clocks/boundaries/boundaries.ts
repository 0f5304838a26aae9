import type { Context } from "../../plan/context.ts";

/**
 * Reports instants at which what was found out in a context can change with nothing but the passing of time. As
 * long as the known events stay the same, nothing changes before the earliest reported instant after the
 * context's; instants that turn out to change nothing, or lie in the past, may be among them.
 */
export type Boundaries = (context: Context, report: (at: number) => void) => void;

/** Several as one; null where there are none. */
export function joinBoundaries(parts: readonly (Boundaries | null)[]): Boundaries | null {
  const some = parts.filter((part) => part !== null);
  if (some.length <= 1) return some[0] ?? null;
  return (context, report) => {
    for (const part of some) part(context, report);
  };
}
