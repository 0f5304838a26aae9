import { alignedStarts } from "./align.ts";
import type { Line } from "./page.ts";
import { widthOf } from "./width.ts";

/** Comments behind code begin in this column, counted from 0, or a multiple of the step further right. */
const COMMENT_COLUMN = 39;
const COMMENT_STEP = 8;
/** The least number of spaces before a comment behind code. */
const COMMENT_GAP = 2;

/** The text that lines make: columns aligned, comments behind consecutive lines too, every line ended by a line feed. */
export function render(lines: readonly Line[]): string {
  const starts = alignedStarts(lines);
  const codes = lines.map(({ cells }, index) =>
    cells.reduce((text, cell, at) => padded(text, starts[index]?.[at] ?? 0) + cell.text, ""),
  );
  const columns = commentColumns(lines, codes);
  return codes
    .map((code, index) => {
      const comment = lines[index]?.comment ?? null;
      return `${comment === null ? code : padded(code, columns[index] ?? 0) + comment}\n`;
    })
    .join("");
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** For each line with a comment the column of that: one for every run of such lines. */
function commentColumns(lines: readonly Line[], codes: readonly string[]): number[] {
  const columns: number[] = [];
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (to < lines.length && (lines[to]?.comment ?? null) !== null) to++;
    const widest = codes.slice(from, to).reduce((most, code) => Math.max(most, widthOf(code)), 0);
    for (; from < to; from++) columns[from] = stopBehind(widest);
  }
  return columns;
}

function stopBehind(width: number): number {
  const beyond = Math.max(0, width + COMMENT_GAP - COMMENT_COLUMN);
  return COMMENT_COLUMN + COMMENT_STEP * Math.ceil(beyond / COMMENT_STEP);
}
