import { CsvError, type Parser, parse } from "csv-parse";
import { csvDelimiter } from "./csv-delimiter.ts";
import { type CsvHeader, readHeader } from "./csv-header.ts";
import { badRow, type InputRow, LONGEST_ROW } from "./input-row.ts";

/**
 * The rows of a table with a header row, in batches, as objects from header to cell. Blank lines are left
 * out. A row with more or fewer cells than the header is a bad row, and so is a column that stands twice: it
 * cannot be told which one is meant, so neither is read.
 */
export async function* csvRows(text: AsyncIterable<Buffer>): AsyncGenerator<InputRow[]> {
  let table: Table | null = null;
  for await (const chunk of text) {
    table ??= new Table(csvDelimiter(chunk.toString("utf8")));
    await table.feed(chunk);
    yield table.take();
    if (table.lost) return;
  }
  await table?.finish();
  yield table?.take() ?? [];
}

/** Turns the parser's records into rows as they are parsed, so that none is lost where the parser gives up. */
class Table {
  readonly #delimiter: string;
  readonly #parser: Parser;
  #rows: InputRow[] = [];
  #header: CsvHeader | null = null;
  /** The line after the last record; the parser's own count is off where quoted cells hold line ends. */
  #line = 1;
  #blankLines = 0;
  /** The parser gave up; what follows was not read, and a bad row says so. */
  lost = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
    this.#parser = parse({
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[], { empty_lines }) => {
        this.#record(cells, empty_lines);
        return null;
      },
    });
    // Failures reach the callbacks of `write` and `end`; without a listener they would end the process.
    this.#parser.on("error", () => {});
    this.#parser.resume();
  }

  take(): InputRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  feed(chunk: Buffer): Promise<void> {
    return this.#settled((done) => this.#parser.write(chunk, done));
  }

  finish(): Promise<void> {
    return this.#settled((done) => this.#parser.end(done));
  }

  #settled(start: (done: (error?: Error | null) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      start((error) => {
        if (error instanceof CsvError) this.#giveUp(error);
        else if (error) return reject(error);
        resolve();
      });
    });
  }

  #giveUp(error: CsvError): void {
    this.lost = true;
    const size =
      error.code === "CSV_MAX_RECORD_SIZE"
        ? `more than ${LONGEST_ROW} bytes in one row`
        : "a quote that is never closed";
    const message = `found ${size}; close the quote that opens on this line or after it. The rest of the file was not read`;
    this.#rows.push(badRow(this.#line, message, ""));
  }

  #record(cells: string[], blankLines: number): void {
    const line = this.#line + blankLines - this.#blankLines;
    this.#blankLines = blankLines;
    this.#line = line + 1 + lineEndsIn(cells);
    if (this.#header === null) {
      this.#header = readHeader(cells);
      this.#rows.push(...this.#header.issues.map((issue) => badRow(line, issue, this.#raw(cells))));
    } else if (cells.length === this.#header.width) {
      this.#rows.push({ kind: "row", line, table: true, record: this.#header.recordOf(cells) });
    } else {
      const message = `expected ${this.#header.width} cells as in the header, found ${cells.length}`;
      this.#rows.push(badRow(line, message, this.#raw(cells)));
    }
  }

  /** The row as CSV again: the parser does not keep the text. */
  #raw(cells: readonly string[]): string {
    const special = new RegExp(`["\\r\\n${this.#delimiter}]`);
    return cells
      .map((cell) => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(this.#delimiter);
  }
}

function lineEndsIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (cell.includes("\n") || cell.includes("\r")) count += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return count;
}
