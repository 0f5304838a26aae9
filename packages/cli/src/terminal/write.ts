import type { Writable } from "node:stream";

/** Whoever read the output has gone away, as `head` does: a reason to stop, not an error. */
export class OutputClosed extends Error {
  override readonly name = "OutputClosed";
}

/** Output could not be written, for a reason outside of the program, such as a full disk. */
export class OutputFailed extends Error {
  override readonly name = "OutputFailed";
  /** The file; null where it is stdout or stderr. */
  readonly file: string | null;
  constructor(file: string | null, cause: unknown) {
    super("the output could not be written", { cause });
    this.file = file;
  }
}

/** Whether an error says that the reader of a pipe has gone. */
export function isClosedPipe(error: unknown): boolean {
  if (error instanceof OutputClosed) return true;
  if (!(error instanceof Error) || !("code" in error)) return false;
  return (
    error.code === "EPIPE" ||
    error.code === "ERR_STREAM_DESTROYED" ||
    error.code === "ERR_STREAM_WRITE_AFTER_END"
  );
}

/**
 * Writes text and resolves once the stream has taken it, so that a slow reader slows the writer down.
 *
 * @throws OutputClosed where the reader has gone away
 * @throws OutputFailed where the stream cannot be written
 */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error === null || error === undefined) resolve();
      else reject(isClosedPipe(error) ? new OutputClosed() : new OutputFailed(fileOf(stream), error));
    });
  });
}

function fileOf(stream: Writable): string | null {
  return "path" in stream && typeof stream.path === "string" ? stream.path : null;
}
