import type { Model } from "../model.ts";
import type { Part } from "../space/variable.ts";

const HOUR = 3_600_000;

/** Instants (epoch milliseconds) for points of time by the name that orders give them. */
export function instantsOf(model: Model, parts: readonly Part[]): ReadonlyMap<string, number> {
  return new Map(
    parts.flatMap((part) => (part.kind === "order" ? [...placed(model.start, part.ranks)] : [])),
  );
}

/** Fixed instants stand where they are; the others an hour apart, or less where two fixed ones leave less room. */
function placed(start: number, ranks: ReadonlyMap<string, number>): Map<string, number> {
  const fixed = [...ranks]
    .flatMap(([key, rank]) => (key.startsWith("instant ") ? [{ rank, at: Number(key.slice(8)) }] : []))
    .toSorted((a, b) => a.rank - b.rank);
  const instantOf = (rank: number): number => {
    const before = fixed.findLast((one) => one.rank <= rank);
    const after = fixed.find((one) => one.rank > rank);
    if (before === undefined) {
      return after === undefined ? start + rank * HOUR : after.at - (after.rank - rank) * HOUR;
    }
    const room = after === undefined ? Number.POSITIVE_INFINITY : after.at - before.at;
    const step = after === undefined ? HOUR : Math.min(HOUR, Math.floor(room / (after.rank - before.rank)));
    return before.at + (rank - before.rank) * step;
  };
  return new Map([...ranks].map(([key, rank]) => [key, instantOf(rank)]));
}
