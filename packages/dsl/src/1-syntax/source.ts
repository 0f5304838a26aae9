import type { Span } from "@entente/ir";

/** A contract's text with what is needed to name places in it. */
export interface Source {
  readonly file: string;
  /** In NFC, without a byte order mark. */
  readonly text: string;
  /** The offset at which each line begins, ascending; the first is 0. */
  readonly lineStarts: readonly number[];
}

/** Normalises `text` to NFC and drops a leading byte order mark: every offset counts in the result. */
export function sourceOf(file: string, text: string): Source {
  const normal = text.replace(/^\uFEFF/, "").normalize("NFC");
  const lineStarts = [0];
  for (const ending of normal.matchAll(/\r\n|\r|\n/g)) lineStarts.push(ending.index + ending[0].length);
  return { file, text: normal, lineStarts };
}

/** The span from offset `start` to offset `end` (exclusive). */
export function spanAt(source: Source, start: number, end: number): Span {
  const line = lineIndexAt(source.lineStarts, start);
  const column = start - (source.lineStarts[line] ?? 0) + 1;
  return { file: source.file, start, end, line: line + 1, column };
}

function lineIndexAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
