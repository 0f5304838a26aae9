import { columnsOf, hangOf } from "./columns.ts";
import { indentsOf } from "./continuation.ts";
import type { Cut, Place } from "./cuts.ts";
import type { Cell, Indent, Page } from "./page.ts";
import { type Part, textOf, widthOfParts } from "./parts.ts";
import type { Row } from "./rows.ts";

/** Columns by which a clause goes on further in, where nothing says where. */
const CONTINUATION = 4;

/** Where a clause is written. */
export interface Position {
  readonly page: Page;
  readonly indent: number;
  readonly table: number | null;
}

/** Writes the rows of a clause, the first one in its columns. */
export function writeRows(rows: readonly Row[], place: Place, position: Position, hang?: number): void {
  const { page, indent, table } = position;
  const columns = columnsOf(place);
  const cells = cellsOf(rows[0]?.parts ?? [], columns);
  const begin: Indent = { columns: indent, under: null };
  const under = hangingAt(hang ?? hangOf(place, columns), cells, page.lines.length);
  const indents = indentsOf(rows, begin, under ?? { columns: indent + CONTINUATION, under: null });
  rows.forEach(({ parts, comment }, index) => {
    const own = indents[index] ?? begin;
    if (index === 0) page.add({ indent: begin, cells, comment, table });
    else if (parts.length === 0) page.addText(comment ?? "", own);
    else page.addText(textOf(parts), own, comment);
  });
}

interface PlacedCell extends Cell {
  readonly parts: readonly Part[];
}

/** The parts of a row, a new cell beginning at each cut that lies in it. */
function cellsOf(parts: readonly Part[], cuts: readonly Cut[]): PlacedCell[] {
  const starts = new Map(cuts.map((cut) => [cut.at, cut]));
  const cells: { cut: Cut | null; parts: Part[] }[] = [];
  parts.forEach((part, index) => {
    const cut = index === 0 ? undefined : starts.get(part.start);
    if (index === 0 || cut) cells.push({ cut: cut ?? null, parts: [part] });
    else cells.at(-1)?.parts.push(part);
  });
  return cells.map(({ cut, parts: held }) => ({
    column: cut?.column ?? -1,
    gap: cut?.gap ?? 0,
    alone: cut?.alone ?? 0,
    text: textOf(held),
    parts: held,
  }));
}

/** The place under which further rows begin: the part at an offset of the row that becomes line `line`. */
function hangingAt(offset: number | null, cells: readonly PlacedCell[], line: number): Indent | null {
  for (const [cell, { parts }] of cells.entries()) {
    const at = parts.findIndex(({ start }) => start === offset);
    if (at < 0) continue;
    const before = at === 0 ? 0 : widthOfParts(parts.slice(0, at)) + (parts[at]?.lead.length ?? 0);
    return { columns: before, under: { line, cell } };
  }
  return null;
}
