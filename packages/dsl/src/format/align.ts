import type { Cell, Indent, Line } from "./page.ts";
import { widthOf } from "./width.ts";

/** For each line the column in which each of its cells begins. */
export type Starts = readonly (readonly number[])[];

/** A cell that is more than so many times as wide as most in its column does not push the next column away. */
const OUTLIER = 3;
const MOST = 0.75;
/** Fewer cells than that have no outliers. */
const FEWEST = 4;

/** Where the cells of all lines begin: those of one table in the same columns. */
export function alignedStarts(lines: readonly Line[]): Starts {
  const starts: number[][] = [];
  const tables = new Map<number, number[]>();
  lines.forEach(({ table }, index) => {
    if (table === null) return;
    const members = tables.get(table);
    if (members) members.push(index);
    else tables.set(table, [index]);
  });
  const done = new Set<number>();
  lines.forEach((line, index) => {
    const { table } = line;
    const members = table === null ? [index] : (tables.get(table) ?? [index]);
    if (table !== null && done.has(table)) return;
    if (table !== null) done.add(table);
    const rows = members.map((member) => lines[member] ?? line);
    alignTable(rows, startOf(line.indent, starts)).forEach((row, at) => {
      starts[members[at] ?? index] = row;
    });
  });
  return starts;
}

function startOf({ columns, under }: Indent, starts: Starts): number {
  return columns + (under === null ? 0 : (starts[under.line]?.[under.cell] ?? 0));
}

function alignTable(rows: readonly Line[], indent: number): number[][] {
  const ends = rows.map(({ cells }) => indent + widthOf(cells[0]?.text ?? ""));
  const starts: number[][] = rows.map(() => [indent]);
  const columns = columnCounts(rows);
  for (const column of [...columns.keys()].sort((a, b) => a - b)) {
    const entries = rows.flatMap((row, index) => entryIn(row, index, column, ends));
    const begin = columnStart(entries);
    for (const { row, cell, end } of entries) {
      const isAligned = rows[row]?.cells.some((other) => isShared(other, columns)) ?? false;
      const start = isAligned ? Math.max(begin, end + cell.gap) : end + cell.alone;
      starts[row]?.push(start);
      ends[row] = start + widthOf(cell.text);
    }
  }
  return starts;
}

/** How many rows have each column behind the first. */
function columnCounts(rows: readonly Line[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    for (const { column } of cells.slice(1)) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return counts;
}

/** Whether another row has the column too. That of a name, 0, is always as far in, and makes no table. */
function isShared({ column }: Cell, counts: ReadonlyMap<number, number>): boolean {
  return column > 0 && (counts.get(column) ?? 0) > 1;
}

interface Entry {
  readonly row: number;
  readonly cell: Cell;
  /** The width of the cell before it, and where that ends. */
  readonly before: number;
  readonly end: number;
}

function entryIn({ cells }: Line, row: number, column: number, ends: readonly number[]): Entry[] {
  const at = cells.findIndex((cell, index) => index > 0 && cell.column === column);
  const cell = cells[at];
  const before = cells[at - 1];
  return cell && before ? [{ row, cell, before: widthOf(before.text), end: ends[row] ?? 0 }] : [];
}

function columnStart(entries: readonly Entry[]): number {
  const widths = entries.map(({ before }) => before).sort((a, b) => a - b);
  const most = widths[Math.floor((widths.length - 1) * MOST)] ?? 0;
  const limit = entries.length < FEWEST ? Number.POSITIVE_INFINITY : OUTLIER * most;
  const usual = entries.filter(({ before }) => before <= limit);
  return usual.reduce((most, { cell, end }) => Math.max(most, end + cell.gap), 0);
}
