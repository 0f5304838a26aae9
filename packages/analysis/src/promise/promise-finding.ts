import type { Span } from "@entente/ir";
import type { Finding } from "../finding.ts";

/** The ids of what the sums of an agreement show before anyone signs it. Each has a page in docs/diagnostics/promise. */
export const promiseIds = [
  "promise/cadence-beyond-hours",
  "promise/demand-above-capacity",
  "promise/goal-below-quota",
  "promise/milestone-goes-back",
  "promise/rates-contradict-history",
] as const;
export type PromiseId = (typeof promiseIds)[number];

interface Words {
  readonly message: string;
  readonly label: string;
  /** The sum, a line for each step, and what could be changed. */
  readonly sum: readonly string[];
  readonly related?: readonly { readonly span: Span; readonly label: string }[];
}

/** A warning: the agreement can be signed so, but its numbers do not carry one another. */
export function promiseFinding(id: PromiseId, span: Span, { message, label, sum, related }: Words): Finding {
  return {
    id,
    severity: "warning",
    span,
    message,
    label,
    help: sum.join("\n"),
    ...(related === undefined ? {} : { related }),
    witness: null,
  };
}
