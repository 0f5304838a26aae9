import { randomUUID } from "node:crypto";
import { accessSync, constants, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { InputError } from "../input/input-error.ts";
import { whyUnwritable } from "./contract-text.ts";

/**
 * Replaces the text of a file at once: whoever reads it meanwhile finds the old text or the new one, never a part. Its
 * permissions stay, and where `path` is a link, so does the link.
 *
 * @param name the file in messages
 * @throws InputError where it cannot be written; it is then as it was
 */
export function replaceFile(path: string, text: string, name: string): void {
  let temporary: string | null = null;
  try {
    const target = realpathSync(path);
    accessSync(target, constants.W_OK);
    temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
    writeFileSync(temporary, text, { flag: "wx", mode: statSync(target).mode });
    renameSync(temporary, target);
  } catch (error) {
    if (temporary !== null) rmSync(temporary, { force: true });
    throw new InputError(name, whyUnwritable(error));
  }
}
