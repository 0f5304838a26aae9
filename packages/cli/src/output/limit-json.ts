import type { LimitVerdict } from "@entente/engine";
import { isoInstant } from "./verdict-json.ts";

/** A verdict on a cap, a minimum or a share in one period, as every format in JSON writes it. */
export function limitRecord(verdict: LimitVerdict): Readonly<Record<string, unknown>> {
  const { commitment, clause, party, per, period, status, limit, count, of, violations, reasons } = verdict;
  return {
    commitment,
    clause,
    party,
    per,
    from: isoInstant(period.from),
    to: isoInstant(period.to),
    status,
    limit,
    count,
    of,
    violations: violations.map(({ lead, at }) => ({ lead, at: isoInstant(at) })),
    reasons,
  };
}
