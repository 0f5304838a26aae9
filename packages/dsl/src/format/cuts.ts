import type { SyntaxKind, SyntaxNodeOf } from "../1-syntax/ast/node.ts";
import type { Item } from "./items.ts";
import type { Script } from "./script.ts";

/** Where a column begins in a clause, and how it stands among its like. */
export interface Cut {
  /** Offset of the first piece in the column. */
  readonly at: number;
  /** Columns stand in ascending order; rows of one table that have the same one are aligned in it. */
  readonly column: number;
  /** The least number of spaces before it where several rows have the column. */
  readonly gap: number;
  /** The spaces before it where no other row has it. */
  readonly alone: number;
}

/** A clause and what it stands in. */
export interface Place {
  readonly script: Script;
  readonly item: Item;
  /** What holds the clause; null for a declaration. */
  readonly parent: Item | null;
}

/** For kinds of nodes their columns behind the first; null stands for one that the node has not. */
export type ColumnTable = {
  readonly [K in SyntaxKind]?: (node: SyntaxNodeOf<K>, place: Place) => readonly (Cut | null)[];
};

/** A column at an offset; none where there is no offset. */
export function cut(at: number | null | undefined, column: number, gap = 2, alone = 1): Cut | null {
  return at === null || at === undefined ? null : { at, column, gap, alone };
}

/** The offset of piece `count` of an item, counted from 0 without comments; null where it has fewer. */
export function pieceAt({ script, item }: Place, count: number): number | null {
  let seen = 0;
  for (let index = item.first; index <= item.last; index++) {
    const piece = script.pieces[index];
    if (piece === undefined || piece.kind === "break" || piece.kind === "comment") continue;
    if (seen++ === count) return piece.start;
  }
  return null;
}

/** The offset of the keyword before the node that begins at `offset`; between them stand parentheses at most. */
export function wordBefore({ script, item }: Place, word: string, offset: number): number | null {
  const index = script.startingAt.get(offset) ?? item.first;
  for (let at = index - 1; at > item.first; at--) {
    const piece = script.pieces[at];
    if (piece?.text === word) return piece.start;
  }
  return null;
}

/** The offset of the piece behind the one that ends at `offset`; null where the item ends there. */
export function pieceBehind({ script, item }: Place, offset: number): number | null {
  const index = script.endingAt.get(offset) ?? item.last;
  for (let at = index + 1; at <= item.last; at++) {
    const piece = script.pieces[at];
    if (piece !== undefined && piece.kind !== "break" && piece.kind !== "comment") return piece.start;
  }
  return null;
}
