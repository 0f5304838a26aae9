import type { Readable } from "node:stream";
import { assertNever } from "@entente/ir";
import { checkedText } from "./checked-text.ts";
import { csvRows } from "./csv-rows.ts";
import { InputError } from "./input-error.ts";
import { formatOfName, formatOfText } from "./input-format.ts";
import type { InputFormat, InputRow } from "./input-row.ts";
import { jsonLines } from "./json-lines.ts";
import { jsonValues } from "./json-values.ts";
import { nameOf, openBytes } from "./open-bytes.ts";

export interface OpenOptions {
  /** Without it the file's name decides, then its first character. */
  readonly format?: InputFormat;
  /** What `-` reads from; standard input without it. */
  readonly stdin?: Readable;
}

/**
 * The rows of a file in batches, about one for each 256 KiB: for long files this costs less than row by row.
 * Nothing but the batch at hand stays in memory.
 *
 * @param path a file, or `-` for standard input
 * @throws InputError where the file cannot be read at all, is empty, or is not UTF-8 text
 */
export async function* openRowBatches(path: string, options: OpenOptions = {}): AsyncGenerator<InputRow[]> {
  const text = checkedText(nameOf(path), openBytes(path, options.stdin ?? process.stdin));
  const { head, all } = await peek(text);
  if (head === null) {
    throw new InputError(
      nameOf(path),
      "this file is empty; it needs a header row, or at least one JSON value",
    );
  }
  const format = options.format ?? formatOfName(path) ?? formatOfText(head);
  for await (const rows of rowsOf(format, all)) {
    if (rows.length > 0) yield rows;
  }
}

/** The rows of a file, one after the other. See {@link openRowBatches}. */
export async function* openRows(path: string, options: OpenOptions = {}): AsyncGenerator<InputRow> {
  for await (const rows of openRowBatches(path, options)) yield* rows;
}

function rowsOf(format: InputFormat, text: AsyncIterable<Buffer>): AsyncGenerator<InputRow[]> {
  switch (format) {
    case "csv":
      return csvRows(text);
    case "jsonl":
      return jsonLines(text);
    case "json":
      return jsonValues(text);
    default:
      return assertNever(format);
  }
}

/** Reads up to the first piece that is not blank. `head` is null where there is none. */
async function peek(
  text: AsyncGenerator<Buffer>,
): Promise<{ head: string | null; all: AsyncGenerator<Buffer> }> {
  const read: Buffer[] = [];
  let head: string | null = null;
  for (let next = await text.next(); !next.done; next = await text.next()) {
    read.push(next.value);
    const start = next.value.toString("utf8");
    if (start.trim() !== "") {
      head = start;
      break;
    }
  }
  return { head, all: rejoin(read, text) };
}

async function* rejoin(read: readonly Buffer[], rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield* read;
  yield* rest;
}
