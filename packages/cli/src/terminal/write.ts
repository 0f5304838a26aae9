import type { Writable } from "node:stream";

/** Whoever read the output has gone away, as `head` does: a reason to stop, not an error. */
export class OutputClosed extends Error {
  override readonly name = "OutputClosed";
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
 */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error === null || error === undefined) resolve();
      else reject(isClosedPipe(error) ? new OutputClosed() : error);
    });
  });
}
