import { Command } from "commander";
import type { ExitCode } from "../exit-code.ts";
import type { CliIo } from "../terminal/cli-io.ts";
import { declareAttain } from "./attain.ts";
import { declareBuild } from "./build.ts";
import { declareCheck } from "./check.ts";
import { declareDiff } from "./diff.ts";
import { declareExplain } from "./explain.ts";
import { declareFmt } from "./fmt.ts";
import { afterHelp, declareHelp } from "./help.ts";
import { declarePlan } from "./plan.ts";
import { programVersion } from "./program-version.ts";
import { declareRender } from "./render.ts";
import { declareReport } from "./report.ts";
import { declareRun } from "./run.ts";
import { createSession } from "./session.ts";
import { declareSign } from "./sign.ts";
import { declareTest } from "./test.ts";
import { declareVerify } from "./verify.ts";

const widestHelp = 100;

/**
 * The command line of `sla`.
 *
 * @param finish takes the exit code once a command has run
 */
export function createProgram(io: CliIo, finish: (code: ExitCode) => void): Command {
  const program = new Command("sla");
  const session = createSession(io, () => program.opts<{ color: boolean }>().color, finish);
  program
    .description("Checks, tests and runs the agreement between a marketing and a sales team.")
    .usage("<command> [options]")
    .version(`sla ${programVersion()}`, "-V, --version", "print the version")
    .option("--no-color", "no colours, as with NO_COLOR set")
    .helpOption("-h, --help", "print help")
    .helpCommand(false);
  // Copied into every command that is added below.
  program.exitOverride().configureHelp({ showGlobalOptions: true });
  program.configureOutput({
    writeOut: (text) => void io.stdout.write(text),
    writeErr: (text) => void io.stderr.write(text),
    getOutHelpWidth: () => Math.min(widestHelp, io.columns),
    getErrHelpWidth: () => Math.min(widestHelp, io.columns),
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  });
  for (const declare of [
    declareCheck,
    declareFmt,
    declareTest,
    declareRun,
    declareAttain,
    declareExplain,
    declarePlan,
    declareReport,
    declareDiff,
    declareBuild,
    declareRender,
    declareSign,
    declareVerify,
  ]) {
    program.addCommand(
      declare(session).copyInheritedSettings(program).helpOption("-h, --help", "print help"),
    );
  }
  program.addCommand(declareHelp(program));
  return program.addHelpText(
    "after",
    afterHelp(
      ["sla check company-a.sla", "sla run company-a.sla --leads leads.csv --at 2020-04-01T00:00:00Z"],
      "`sla COMMAND --help` says more about each.",
    ),
  );
}
