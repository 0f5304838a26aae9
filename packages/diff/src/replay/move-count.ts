import type { Move, Moves } from "./replay.ts";

/** Counts moves from one name to another; what stays where it is, is no move. */
export class MoveCount {
  readonly #moves = new Map<string, { from: string | null; to: string | null; leads: number }>();

  /** @returns whether it is a move */
  add(from: string | null, to: string | null): boolean {
    if (from === to) return false;
    const key = JSON.stringify([from, to]);
    const move = this.#moves.get(key);
    if (move === undefined) this.#moves.set(key, { from, to, leads: 1 });
    else move.leads += 1;
    return true;
  }

  /** The moves, the one that most leads make first. */
  finish(): Moves {
    const moves: Move[] = [...this.#moves.values()].sort(
      (a, b) => b.leads - a.leads || compareNames(a.from, b.from) || compareNames(a.to, b.to),
    );
    return { changed: moves.reduce((sum, { leads }) => sum + leads, 0), moves };
  }
}

/** The order of names by code units, with "none" last. */
export function compareNames(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
