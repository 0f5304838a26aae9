import { type ExitCode, exitCode } from "../exit-code.ts";
import { InputError } from "../input/input-error.ts";
import { openBytes } from "../input/open-bytes.ts";
import type { CliIo } from "../terminal/cli-io.ts";
import { write } from "../terminal/write.ts";
import { fmtDiff } from "./fmt-diff.ts";
import { laidOut } from "./fmt-text.ts";
import type { Session } from "./session.ts";

const NAME = "standard input";

/** Lays out the contract on stdin and writes it on stdout, or says whether it is laid out. */
export async function fmtStdin(session: Session, check: boolean): Promise<ExitCode> {
  const { io } = session;
  const text = await readStdin(io);
  const result = await laidOut(session, NAME, text);
  if (result === null) return exitCode.contract;
  if (!check) {
    await write(io.stdout, result);
    return exitCode.fine;
  }
  if (result === text) return exitCode.fine;
  await write(io.stdout, fmtDiff(NAME, text, result));
  return exitCode.no;
}

async function readStdin({ stdin }: CliIo): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of openBytes("-", stdin)) chunks.push(chunk);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new InputError(NAME, "this is not UTF-8 text; save it as UTF-8");
  }
}
