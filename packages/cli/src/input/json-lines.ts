import { badRow, type InputRow, LONGEST_ROW } from "./input-row.ts";

const NEWLINE = 0x0a;

/** The part of a line that has been read so far. A line that grows too long is counted but not kept. */
interface Partial {
  pieces: Buffer[];
  length: number;
}

/**
 * The rows of JSON Lines text, in batches: one value a line, blank lines left out. A line that is not JSON, or
 * longer than {@link LONGEST_ROW}, is a bad row; the others go on.
 */
export async function* jsonLines(text: AsyncIterable<Buffer>): AsyncGenerator<InputRow[]> {
  let line = 1;
  const open: Partial = { pieces: [], length: 0 };
  for await (const chunk of text) {
    const rows: InputRow[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      hold(open, chunk, start, end);
      close(open, line, rows);
      line++;
      start = end + 1;
    }
    hold(open, chunk, start, chunk.length);
    yield rows;
  }
  const last: InputRow[] = [];
  close(open, line, last);
  yield last;
}

function hold(open: Partial, chunk: Buffer, start: number, end: number): void {
  if (start === end) return;
  open.length += end - start;
  if (open.length <= LONGEST_ROW) open.pieces.push(chunk.subarray(start, end));
}

function close(open: Partial, line: number, rows: InputRow[]): void {
  const { pieces, length } = open;
  const [first] = pieces;
  open.pieces = [];
  open.length = 0;
  if (first === undefined) {
    if (length > 0) rows.push(badRow(line, tooLong(length), ""));
    return;
  }
  const text = (pieces.length === 1 ? first : Buffer.concat(pieces)).toString("utf8");
  if (length > LONGEST_ROW) rows.push(badRow(line, tooLong(length), text));
  else pushValue(text, line, rows);
}

/** Adds the value of a text; nothing where it is blank. */
export function pushValue(text: string, line: number, rows: InputRow[]): void {
  try {
    rows.push({ kind: "row", line, record: JSON.parse(text) });
  } catch (error) {
    if (text.trim() === "") return;
    rows.push(badRow(line, `expected JSON: ${firstWords(error)}`, text));
  }
}

function firstWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.length <= 120 ? message : `${message.slice(0, 120)}…`;
}

function tooLong(length: number): string {
  return `expected at most ${LONGEST_ROW} bytes in a row, found ${length}`;
}
