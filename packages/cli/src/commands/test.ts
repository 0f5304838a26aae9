import { Command, InvalidArgumentError, Option } from "commander";
import { afterHelp } from "./help.ts";
import { InvocationError } from "./invocation-error.ts";
import type { Session } from "./session.ts";
import type { TestCommandOptions } from "./test-contracts.ts";
import type { TestFormat } from "./test-report.ts";

interface Flags {
  readonly format: TestFormat;
  readonly filter?: string;
  readonly coverage?: true;
  readonly minCoverage?: number;
  readonly watch?: true;
}

const note = `A clause is covered where the outcome of an expect line depends on it. Coverage counts clauses, cases, both
sides of every condition, the last values before a comparison or a deadline turns, and statuses.`;

/** `sla test FILES…`: runs the tests that contracts carry. */
export function declareTest(session: Session): Command {
  return new Command("test")
    .summary("run the tests that contracts carry")
    .description(
      "Runs the test blocks of contracts: what was expected, what came out instead, and why. A contract without tests says so.",
    )
    .argument("<files...>", "contracts (.sla), or folders: all .sla files in them")
    .addOption(
      new Option("--format <format>", "how results are written")
        .choices(["pretty", "json", "markdown", "sarif", "junit", "github"])
        .default("pretty"),
    )
    .option("--filter <text>", "only the tests whose name contains the text")
    .option("--coverage", "name everything in the contract that no test exercises")
    .option("--min-coverage <percent>", "exit code 1 where less than this is exercised", percentOf)
    .option("--watch", "run again whenever a contract or an import changes, until Ctrl-C")
    .addHelpText(
      "after",
      afterHelp(["sla test company-a.sla --coverage", "sla test contracts/ --format junit"], note, {
        0: "every test passed",
        1: "a test failed, or less is covered than --min-coverage asks for",
      }),
    )
    .action(async (files: string[], flags: Flags) => session.finish(await run(session, files, flags)));
}

async function run(session: Session, files: readonly string[], flags: Flags) {
  const options: TestCommandOptions = {
    format: flags.format,
    filter: flags.filter ?? null,
    coverage: flags.coverage === true || flags.minCoverage !== undefined,
    minCoverage: flags.minCoverage ?? null,
  };
  if (flags.watch === true) {
    if (flags.format !== "pretty")
      throw new InvocationError(`--watch writes for a person, not ${flags.format}; leave one of the two out`);
    const { watchContracts } = await import("./test-watch.ts");
    return watchContracts(session, files, options);
  }
  const { testContracts } = await import("./test-contracts.ts");
  return testContracts(session, files, options);
}

function percentOf(text: string): number {
  const percent = Number(text.replace(/%$/, ""));
  if (/^\d+(\.\d+)?%?$/.test(text) && percent <= 100) return percent;
  throw new InvalidArgumentError("expected a percentage from 0 to 100.");
}
