import type { ChainTotal } from "../verdict.ts";
import type { Judged } from "./judged.ts";
import { withinHorizon } from "./measures.ts";
import type { ClockRun } from "./run-clock.ts";
import { countedBetween } from "./stopwatch.ts";

/**
 * Adds to the clocks of one `restarts` clause, in order of their starts, the time since the first of their chain. A
 * chain goes on where a new trigger found the older clock still open; a clock that was done, or ended by
 * `until`, closes it. A clock that stands alone has no total.
 */
export function withTotals(judged: readonly Judged[]): readonly Judged[] {
  let carried: ChainTotal | null = null;
  return judged.map((one) => {
    const before = carried;
    carried = handedOn(one, before);
    const total = carried ?? (before === null ? null : withLast(one, before));
    return total === null ? one : { ...one, verdict: { ...one.verdict, total } };
  });
}

/** The total up to the start of the next clock; null where the chain does not go on. */
function handedOn({ started }: Judged, before: ChainTotal | null): ChainTotal | null {
  if (started === null || !isHandedOn(started.run)) return null;
  const { reckoning, opening } = started.run.query;
  const { start, superseded } = opening;
  if (superseded === null) return null;
  const counted = (counting: "elapsed" | "open"): number =>
    countedBetween(reckoning, counting, start, superseded.at, started.run.pauses);
  const businessMs = reckoning.calendar === null ? null : withinHorizon(() => counted("open"));
  return sum(before, { start, elapsedMs: counted("elapsed"), businessMs });
}

function isHandedOn(run: ClockRun): boolean {
  const { superseded } = run.query.opening;
  if (superseded === null || run.answer.done !== null) return false;
  return run.until === null || run.until.at >= superseded.at;
}

function withLast({ verdict, started }: Judged, before: ChainTotal): ChainTotal | null {
  const { start, elapsedMs, businessMs } = verdict;
  if (started === null || start === null || elapsedMs === null) return null;
  return sum(before, { start, elapsedMs, businessMs });
}

function sum(before: ChainTotal | null, part: ChainTotal): ChainTotal {
  if (before === null) return part;
  const businessMs =
    before.businessMs === null || part.businessMs === null ? null : before.businessMs + part.businessMs;
  return { start: before.start, elapsedMs: before.elapsedMs + part.elapsedMs, businessMs };
}
