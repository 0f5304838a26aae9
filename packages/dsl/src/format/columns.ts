import { agendaColumns, CLAUSE_COLUMNS } from "./clause-columns.ts";
import type { Cut, Place } from "./cuts.ts";
import { DECLARATION_COLUMNS } from "./declaration-columns.ts";

type Columns = (node: unknown, place: Place) => readonly (Cut | null)[];

/** The columns of a declaration or clause behind its first; empty where nothing in it is aligned. */
export function columnsOf(place: Place): readonly Cut[] {
  const { item, parent } = place;
  if (item.node === null) return present(parent?.node?.kind === "Meeting" ? agendaColumns(place) : []);
  const table = parent === null ? DECLARATION_COLUMNS : CLAUSE_COLUMNS;
  const columns = table[item.node.kind] as Columns | undefined;
  return present(columns?.(item.node, place) ?? []);
}

function present(cuts: readonly (Cut | null)[]): readonly Cut[] {
  return cuts.filter((cut) => cut !== null);
}

/**
 * The offset under which a clause goes on that does not end on its first line; null where it goes on four columns
 * further in. The cases of `one of` go on under the first of them.
 */
export function hangOf({ item, parent }: Place, columns: readonly Cut[]): number | null {
  if (parent === null) return null;
  const { node } = item;
  if (node?.kind === "Field" && node.type.cases[0]) return node.type.cases[0].span.start;
  return columns[0]?.at ?? null;
}
