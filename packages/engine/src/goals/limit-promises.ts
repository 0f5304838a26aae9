import type { Policy } from "@entente/ir";
import type { Term } from "../clocks/term.ts";
import type { LimitVerdict } from "../limits/limit-verdict.ts";
import type { JudgedPromise } from "./lead-look.ts";

/** Whether a goal asks for the share of a commitment that is judged over many leads (`at most 40 times every week`). */
export function asksForLimits({ goals, commitments }: Policy): boolean {
  const asked = new Set(
    goals.flatMap(({ measure }) => (measure.kind === "share" ? [measure.commitment] : [])),
  );
  return commitments.some(
    ({ name, clauses }) =>
      asked.has(name) && clauses.some(({ duty }) => duty.kind === "limit" || duty.kind === "share"),
  );
}

/** A promise over many leads as a share counts it: once for each period (and value of its own `per`), due when that ends. */
export function promiseOf({ commitment, clause, period, status }: LimitVerdict, term: Term): JudgedPromise {
  return { commitment, clause, status, due: Math.min(period.to, term.to) - 1 };
}
