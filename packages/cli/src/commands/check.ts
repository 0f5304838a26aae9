import { Command, Option } from "commander";
import type { CheckFormat } from "./check-contracts.ts";
import type { HistoryOptions } from "./check-history.ts";
import { afterHelp } from "./help.ts";
import { InvocationError } from "./invocation-error.ts";
import type { Session } from "./session.ts";

interface Options {
  readonly format: CheckFormat;
  readonly fix?: true;
  readonly dryRun?: true;
  readonly explain?: string;
  readonly verbose?: true;
  readonly leads?: string;
  readonly events?: string;
  readonly at?: string;
}

/** `sla check FILES…`: says what is wrong with contracts, mends what is certain, explains a kind of finding. */
export function declareCheck(session: Session): Command {
  return new Command("check")
    .summary("say what is wrong with contracts")
    .description(
      "Reads contracts and says everything that is wrong with them, each with its place and what to write instead.",
    )
    .argument("[files...]", "contracts (.sla), or folders: all .sla files in them")
    .addOption(
      new Option("--format <format>", "how findings are written")
        .choices(["pretty", "json", "markdown", "sarif", "junit", "github"])
        .default("pretty"),
    )
    .option("--fix", "mend in place what can be meant in one way only, and check again")
    .option("--dry-run", "with --fix: show the changes, and write nothing")
    .option("--explain <id>", "say what a kind of finding means, with an example and how it is mended")
    .option("--verbose", "list everything that could not be proved")
    .option("--leads <file>", "hold the rates of the funnels against these leads; - is stdin")
    .option("--events <file>", "with --leads: what happened to them (lead, event, at, …); - is stdin")
    .option("--at <instant>", "with --leads: the instant to count at (default: now)")
    .addHelpText("after", help())
    .action(async (files: string[], options: Options) => {
      refuseContradictions(files, options);
      if (options.explain !== undefined) {
        const { explainFinding } = await import("./check-explain.ts");
        return session.finish(await explainFinding(session, options.explain));
      }
      const { checkContracts } = await import("./check-contracts.ts");
      const change = options.fix ? (options.dryRun ? "show" : "write") : "none";
      session.finish(
        await checkContracts(session, files, {
          format: options.format,
          change,
          verbose: options.verbose === true,
          history: historyOf(options),
        }),
      );
    });
}

function historyOf({ leads, events, at }: Options): HistoryOptions | null {
  return leads === undefined ? null : { leads, events, at };
}

function help(): string {
  return afterHelp(
    [
      "sla check company-a.sla",
      "sla check contracts/",
      "sla check --fix --dry-run company-a.sla",
      "sla check --format github contracts/",
      "sla check --leads last-quarter.csv company-a.sla",
      "sla check --explain check/unit-mismatch",
    ],
    "A file sla.config.json beside a contract sets the levels of lint rules.",
    { 0: "no errors; there may be warnings", 1: null },
  );
}

function refuseContradictions(files: readonly string[], options: Options): void {
  const { explain, fix, dryRun, format, leads } = options;
  if (explain !== undefined) {
    if (files.length > 0 || fix || leads !== undefined)
      throw new InvocationError("--explain ID stands alone, without files");
    return;
  }
  if (files.length === 0)
    throw new InvocationError("missing required argument 'files': name contracts, or ask to --explain ID");
  if (leads === undefined && (options.events !== undefined || options.at !== undefined))
    throw new InvocationError("--events and --at go with --leads");
  if (leads !== undefined && (files.length > 1 || dryRun))
    throw new InvocationError("--leads holds the leads of one contract against it: name that contract alone");
  if (dryRun && !fix) throw new InvocationError("--dry-run goes with --fix");
  if (dryRun && format !== "pretty")
    throw new InvocationError(`--dry-run shows a diff: leave --format ${format} out`);
}
