import type { Writable } from "node:stream";
import { TextSink } from "../output/text-sink.ts";

/** One thing that is wrong with one row. `raw` is its text, or the row itself where it could be taken apart. */
export interface Reject {
  readonly file: string;
  readonly line: number;
  readonly field: string | null;
  readonly reason: string;
  readonly raw: unknown;
}

/** Writes what is wrong with rows as JSON Lines, `{ file, line, field, reason, raw }`, one issue a line. */
export class RejectsWriter {
  readonly #sink: TextSink;
  #count = 0;

  constructor(stream: Writable) {
    this.#sink = new TextSink(stream);
  }

  /** How many issues were written. */
  get count(): number {
    return this.#count;
  }

  write({ file, line, field, reason, raw }: Reject): void | Promise<void> {
    this.#count++;
    return this.#sink.write(`${JSON.stringify({ file, line, field, reason, raw })}\n`);
  }

  /** Waits until everything is written. */
  async end(): Promise<void> {
    await this.#sink.flush();
  }
}
