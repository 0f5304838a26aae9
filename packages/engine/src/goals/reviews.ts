import type { ReviewVerdict } from "../attestations/agreement-verdict.ts";
import type { ReviewState } from "./attainment.ts";

/** Whether the agreement was looked at again in time, from the verdicts on its reviews. */
export function reviewState({ due, held, status, span }: ReviewVerdict): ReviewState {
  if (status === "overdue") return { due, held, status, next: null, span };
  return { due: null, held, status: held === null ? "not due" : "held", next: due, span };
}
