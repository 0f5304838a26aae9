import type { RecordIssue } from "@entente/engine";
import type { Reject, RejectsWriter } from "../input/rejects-writer.ts";
import { counted } from "../terminal/counted.ts";
import { printable } from "../terminal/printable.ts";

/** How many problems are printed; the others are counted. */
export const printedProblems = 10;

/**
 * Tells what is wrong with rows: the first ten problems as `file:line: reason`, how many there were in all,
 * and each of them to the rejects file where there is one.
 */
export class RowProblems {
  readonly #print: (line: string) => void | Promise<void>;
  readonly #rejects: RejectsWriter | null;
  #problems = 0;
  #rows = 0;
  #lastRow = "";

  /** @param print takes lines for stderr, without their line end */
  constructor(print: (line: string) => void | Promise<void>, rejects: RejectsWriter | null) {
    this.#print = print;
    this.#rejects = rejects;
  }

  /** Rows with a problem. */
  get rows(): number {
    return this.#rows;
  }

  /** One problem of one row. The problems of a row come one after the other. */
  async add(reject: Reject): Promise<void> {
    const row = `${reject.file}:${reject.line}`;
    if (row !== this.#lastRow) this.#rows += 1;
    this.#lastRow = row;
    this.#problems += 1;
    if (this.#problems <= printedProblems) {
      await this.#print(`${placeOf(reject)}: ${printable(reject.reason)}`);
    }
    await this.#rejects?.write(reject);
  }

  /** Everything that is wrong with the record of one row. */
  async addIssues(
    file: string,
    row: { readonly line: number; readonly record: unknown },
    issues: readonly RecordIssue[],
  ): Promise<void> {
    for (const { field, message } of issues) {
      await this.add({ file, line: row.line, field, reason: message, raw: row.record });
    }
  }

  /** Prints the count, and waits until the rejects file is written. */
  async end(): Promise<void> {
    const hidden = this.#problems - printedProblems;
    if (hidden > 0) {
      const all = this.#rejects === null ? "; --rejects FILE writes all of them" : "";
      await this.#print(`and ${counted(hidden, "more problem")} of this kind${all}`);
    }
    if (this.#rows > 0) await this.#print(`${counted(this.#rows, "row")} with problems in all`);
    await this.#rejects?.end();
  }
}

function placeOf({ file, line }: Reject): string {
  return `${file === "-" ? "standard input" : printable(file)}:${line}`;
}
