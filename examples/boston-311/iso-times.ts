/**
 * Rewrites the times of a 311 export, `01/02/2015 01:30:55 PM`, as ISO local times, `2015-01-02T13:30:55`; every other
 * cell stays as it is. CSV in, CSV out, as a stream:
 *
 *     node iso-times.ts < city.csv | sla run boston-311.sla --leads - --at "2016-01-13 00:00"
 */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import { isoLocal } from "./iso-local.ts";

const TIME_COLUMNS: ReadonlySet<string> = new Set(["OPEN_DT", "TARGET_DT", "CLOSED_DT"]);

/**
 * The lines of the export with its times in ISO form, in order. A time that cannot be read passes through, for the reader
 * of the result to refuse with its line. Throws where a row cannot be taken apart, naming its line.
 */
export async function* isoTimes(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let header: readonly string[] | null = null;
  const rows: AsyncIterable<string[]> = Readable.from(bytes).pipe(parse({ bom: true }));
  for await (const cells of rows) {
    const columns: readonly string[] = header ?? cells;
    yield csvLine(cells.map((cell, index) => (isTime(columns[index]) ? (isoLocal(cell) ?? cell) : cell)));
    header = columns;
  }
}

function isTime(column: string | undefined): boolean {
  return column !== undefined && TIME_COLUMNS.has(column);
}

function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(",")}\n`;
}

if (process.argv[1] === import.meta.filename) {
  await pipeline(isoTimes(process.stdin), process.stdout).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error; // a reader that goes away, such as head, has had enough
  });
}
