import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { InputError } from "../input/input-error.ts";
import { printable } from "../terminal/printable.ts";
import { OutputFailed } from "../terminal/write.ts";
import { whyUnwritable } from "./contract-text.ts";
import { located } from "./lead-file.ts";

/**
 * Opens a file to write, before any work is done that it is to hold.
 *
 * @param path relative to the current folder
 * @throws InputError where it cannot be written
 */
export async function openOutput(path: string, cwd: string): Promise<WriteStream> {
  const stream = createWriteStream(located(path, cwd));
  try {
    await once(stream, "open");
  } catch (error) {
    throw new InputError(printable(path), whyUnwritable(error));
  }
  return stream;
}

/**
 * Ends a file, where there is one, and waits until it is written.
 *
 * @throws OutputFailed where it cannot be written
 */
export async function closeOutput(stream: WriteStream | null): Promise<void> {
  if (stream === null) return;
  stream.end();
  await finished(stream).catch((error) => {
    throw new OutputFailed(String(stream.path), error);
  });
}
