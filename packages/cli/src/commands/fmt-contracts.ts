import { resolve } from "node:path";
import { type ExitCode, exitCode, worse } from "../exit-code.ts";
import { InputError } from "../input/input-error.ts";
import { counted, listed } from "../terminal/counted.ts";
import { printable } from "../terminal/printable.ts";
import { write } from "../terminal/write.ts";
import { contractFiles } from "./contract-files.ts";
import { readContractText } from "./contract-text.ts";
import { fmtDiff } from "./fmt-diff.ts";
import { fmtStdin } from "./fmt-stdin.ts";
import { laidOut } from "./fmt-text.ts";
import { replaceFile } from "./fmt-write.ts";
import { InvocationError } from "./invocation-error.ts";
import type { Session } from "./session.ts";

/**
 * Lays out each contract, or says which are not laid out. A contract that cannot be read or has syntax errors is
 * reported, left as it is, and does not keep the others from being laid out.
 *
 * @param check whether the files are to stay as they are
 */
export async function fmtContracts(
  session: Session,
  paths: readonly string[],
  check: boolean,
): Promise<ExitCode> {
  if (paths.includes("-")) {
    if (paths.length > 1) throw new InvocationError("`-` stands for stdin and goes with no other file");
    return fmtStdin(session, check);
  }
  const { io } = session;
  const changed: string[] = [];
  const same: string[] = [];
  let code: ExitCode = exitCode.fine;
  for (const file of contractFiles(paths, io.cwd)) {
    try {
      const outcome = await fmtContract(session, file, check);
      if (outcome === "broken") code = worse(code, exitCode.contract);
      else (outcome === "changed" ? changed : same).push(file);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      await write(io.stderr, `error: ${error.message}\n`);
      code = exitCode.input;
    }
  }
  if (check && changed.length > 0) code = worse(code, exitCode.no);
  const summary = check ? checkSummary(changed, same) : summaryOf(changed, same);
  if (summary !== "") await write(io.stdout, `${summary}\n`);
  return code;
}

async function fmtContract(
  session: Session,
  file: string,
  check: boolean,
): Promise<"changed" | "same" | "broken"> {
  const { io } = session;
  const path = resolve(io.cwd, file);
  const read = readContractText(path);
  if ("problem" in read) throw new InputError(printable(file), read.problem);
  const text = await laidOut(session, file, read.text);
  if (text === null) return "broken";
  if (text === read.text) return "same";
  if (check) await write(io.stdout, fmtDiff(file, read.text, text));
  else replaceFile(path, text, printable(file));
  return "changed";
}

function summaryOf(changed: readonly string[], same: readonly string[]): string {
  if (changed.length > 0) return `Laid out ${named(changed)}`;
  return same.length > 0 ? `Nothing to change in ${named(same)}` : "";
}

function checkSummary(changed: readonly string[], same: readonly string[]): string {
  if (changed.length === 0) return summaryOf([], same);
  const verb = changed.length === 1 ? "is" : "are";
  return `${named(changed)} ${verb} not laid out; \`sla fmt\` without --check does it`;
}

function named(files: readonly string[]): string {
  return files.length <= 3 ? listed(files.map(printable)) : counted(files.length, "contract");
}
