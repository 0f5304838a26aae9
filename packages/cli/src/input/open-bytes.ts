import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { InputError } from "./input-error.ts";

const CHUNK = 256 * 1024;

/**
 * The bytes of a file, or of standard input for `-`.
 *
 * @throws InputError where there is no such file, or where it is a directory or unreadable
 */
export async function* openBytes(path: string, stdin: Readable): AsyncGenerator<Buffer> {
  if (path !== "-") await refuseDirectory(path);
  const stream = path === "-" ? stdin : createReadStream(path, { highWaterMark: CHUNK });
  try {
    for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
  } catch (error) {
    throw explain(path, error);
  }
}

/** The name of an input in messages. */
export function nameOf(path: string): string {
  return path === "-" ? "standard input" : path;
}

async function refuseDirectory(path: string): Promise<void> {
  try {
    if (!(await stat(path)).isDirectory()) return;
  } catch (error) {
    throw explain(path, error);
  }
  throw new InputError(path, "this is a directory; name a file in it");
}

function explain(path: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  if (error instanceof InputError || code === null) return error;
  if (code === "ENOENT") return new InputError(path, "there is no such file; check the path");
  if (code === "ENOTDIR")
    return new InputError(path, "a part of this path is a file, not a directory; check the path");
  if (code === "EACCES" || code === "EPERM") {
    return new InputError(path, "this file may not be read; check its permissions");
  }
  return new InputError(nameOf(path), `reading failed (${code}); check the file and try again`);
}
