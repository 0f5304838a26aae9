import { PolicyError } from "@entente/ir";
import { CommanderError } from "commander";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { type CliIo, isSet } from "../terminal/cli-io.ts";
import { printable } from "../terminal/printable.ts";
import { isClosedPipe, OutputFailed } from "../terminal/write.ts";
import { whyUnwritable } from "./contract-text.ts";
import { createProgram } from "./program.ts";

/**
 * Runs the `sla` command in this process.
 *
 * @param argv the arguments after the program's name
 * @returns the exit code; nothing is thrown
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  for (const stream of [io.stdout, io.stderr]) {
    if (stream.listenerCount("error") === 0) stream.on("error", () => {});
  }
  let code: ExitCode = exitCode.fine;
  try {
    const program = createProgram(io, (outcome) => {
      code = outcome;
    });
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    return failure(error, io);
  }
}

const expected = new Set(["InvocationError", "InputError"]);

function failure(error: unknown, io: CliIo): ExitCode {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCode.fine : exitCode.input;
  }
  if (isClosedPipe(error)) return exitCode.fine;
  if (error instanceof OutputFailed) {
    const where = error.file === null ? "the output" : printable(error.file);
    io.stderr.write(`error: ${where}: ${whyUnwritable(error.cause)}\n`);
    return exitCode.input;
  }
  if (error instanceof PolicyError) {
    io.stderr.write(`error: ${error.message.split("\n").map(printable).join("\n")}\n`);
    return error.isDamaged ? exitCode.contract : exitCode.input;
  }
  if (error instanceof Error && expected.has(error.name)) {
    io.stderr.write(`error: ${error.message}\n`);
    return exitCode.input;
  }
  io.stderr.write(bugReport(error, isSet(io, "SLA_DEBUG")));
  return exitCode.bug;
}

function bugReport(error: unknown, debug: boolean): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (!debug) {
    return `This is a bug in sla: ${text}\nSet SLA_DEBUG=1 to see where it happened, and report it with that.\n`;
  }
  const stack = error instanceof Error ? (error.stack ?? text) : text;
  return `This is a bug in sla. Report it with what follows.\n${stack}\n`;
}
