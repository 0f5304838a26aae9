import { format, parse } from "@entente/dsl";
import { prettyFindings, tallyOf } from "../reporters/diagnostics.ts";
import { write } from "../terminal/write.ts";
import type { Session } from "./session.ts";

/**
 * A contract in its layout; null where it has syntax errors, which are then on stderr.
 *
 * @param file as the user wrote it: findings name it so
 */
export async function laidOut(session: Session, file: string, text: string): Promise<string | null> {
  const { text: result, diagnostics } = format(text, file);
  if (tallyOf(diagnostics).errors === 0) return result;
  const sources = new Map([[file, parse(file, text).ast.text]]);
  await write(session.io.stderr, prettyFindings([{ file, diagnostics, sources }], session.frameStyle("err")));
  return null;
}
