import type { Writable } from "node:stream";
import { write } from "../terminal/write.ts";

const BUFFER = 64 * 1024;

/** Writes text to a stream in large pieces, and waits where the stream cannot keep up. */
export class TextSink {
  readonly #stream: Writable;
  #buffered: string[] = [];
  #length = 0;

  constructor(stream: Writable) {
    this.#stream = stream;
    // A failure reaches whoever writes next; without a listener the event would end the process.
    stream.on("error", () => {});
  }

  /**
   * Adds text. The result, where there is one, must be awaited before the next call.
   *
   * @throws OutputClosed (as a rejection) where the reader has gone away, as in `sla run … | head`
   */
  write(text: string): void | Promise<void> {
    this.#buffered.push(text);
    this.#length += text.length;
    return this.#length < BUFFER ? undefined : this.flush();
  }

  /** Writes what is buffered and waits until the stream has taken it. Rejects as `write` does. */
  async flush(): Promise<void> {
    const text = this.#buffered.join("");
    this.#buffered = [];
    this.#length = 0;
    if (text !== "") await write(this.#stream, text);
  }
}
