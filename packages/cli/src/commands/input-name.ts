import { InputError } from "../input/input-error.ts";
import { printable } from "../terminal/printable.ts";

/** An error about an input, naming the file as the user wrote it and not by its full path. */
export function asWritten(error: unknown, path: string): unknown {
  if (!(error instanceof InputError)) return error;
  return new InputError(
    path === "-" ? "standard input" : printable(path),
    error.message.slice(error.file.length + 2),
  );
}
