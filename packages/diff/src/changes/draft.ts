import type { Policy, Span } from "@entente/ir";
import type { Change } from "../comparison.ts";
import type { Bearing } from "../strictness/governance.ts";
import type { Relevance } from "../witness/relevance.ts";

/** A change before it is known whether a lead shows it. */
export interface Draft extends Omit<Change, "strictness" | "reasons" | "effect"> {
  readonly bearings: readonly Bearing[];
  /** What of a verdict the change is about; null where it is not about leads. */
  readonly relevance: Relevance | null;
}

/** The order of the later text; what was removed stands where it was. */
export function byPlace(base: Policy, head: Policy): (a: Draft, b: Draft) => number {
  const place = ({ before, after }: Draft): readonly [number, number] => {
    const [policy, span]: [Policy, Span | undefined] =
      after === null ? [base, before?.span] : [head, after.span];
    return [policy.sources.findIndex(({ file }) => file === span?.file), span?.start ?? 0];
  };
  return (a, b) => {
    const [[file, start], [otherFile, otherStart]] = [place(a), place(b)];
    return file - otherFile || start - otherStart;
  };
}
