import type { Clause, Period } from "@entente/ir";
import type { Term } from "../clocks/term.ts";
import type { LimitTermOf } from "../limits/limit-plan.ts";
import { periodOf } from "../limits/period-of.ts";
import { spanning, type Version } from "./version.ts";

/**
 * The terms in which a version counts towards its caps and shares. A period keeps the terms that were in force when it
 * began, also where the version changes within it; without such a clause in the version before, or where
 * periods are of several units, counting is cut at the change.
 */
export function limitTerms(versions: readonly Version[], index: number): LimitTermOf {
  return (commitment, clause) => {
    const version = versions[index];
    const period = everyOf(clause);
    if (version === undefined || period === null) return spanning(version?.window, version?.window);
    const sameIn = (other: number): boolean =>
      versions[other]?.policy.commitments.some(
        ({ name, clauses }) =>
          name === commitment.name &&
          clauses.some((one) => one.id === clause.id && isSame(everyOf(one), period)),
      ) ?? false;
    const { window } = version;
    const from = sameIn(index - 1) ? wholePeriod(version, period, window.from) : window.from;
    const to = sameIn(index + 1) ? wholePeriod(version, period, window.to) : window.to;
    return termOf(from, to);
  };
}

function everyOf({ duty }: Clause): Period | null {
  return (duty.kind === "limit" || duty.kind === "share") && duty.every.count === 1 ? duty.every : null;
}

function isSame(a: Period | null, b: Period): boolean {
  return a !== null && a.unit === b.unit && a.business === b.business;
}

/** The end of the period that an instant lies in; the instant itself where one begins there. */
function wholePeriod({ plan }: Version, period: Period, at: number): number {
  if (!Number.isFinite(at)) return at;
  const { from, to } = periodOf(plan.zone, period, null, at);
  return from === at ? at : to;
}

function termOf(from: number, to: number): Term {
  return { from, to, includes: (at) => from <= at && at < to };
}
