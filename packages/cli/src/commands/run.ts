import { Command, Option } from "commander";
import { afterHelp } from "./help.ts";
import type { RunOptions } from "./run/run-options.ts";
import type { Session } from "./session.ts";

/** `sla run CONTRACT --leads F`: judges leads against a contract. */
export function declareRun(session: Session): Command {
  return new Command("run")
    .summary("judge leads against a contract")
    .description(
      "Judges every lead of a file against a contract, in the order of the file: stage, classes, scores, worth, and each promise with its deadline. Reads CSV, JSON Lines and JSON.",
    )
    .argument(
      "<contract>",
      "a contract (.sla), the policy that `sla build` wrote (.json), or a folder: the versions of one agreement",
    )
    .requiredOption("--leads <file>", "the leads; - is stdin")
    .option("--events <file>", "what happened to them (lead, event, at, …); - is stdin")
    .option("--people <file>", "the people who hold leads, with their hours")
    .option("--attestations <file>", "what is attested of the agreement itself (event, at, …)")
    .option("--at <instant>", "the instant to judge at: ISO, or a local time of the agreement (default: now)")
    .addOption(
      new Option("--format <format>", "how verdicts are written")
        .choices(["table", "jsonl", "csv"])
        .default("table"),
    )
    .addOption(
      new Option("--fail-on <status>", "the violations that make the exit code 1")
        .choices(["violations", "late", "breached", "none"])
        .default("none"),
    )
    .option("--rejects <file>", "write every row that cannot be read to this file (JSON Lines)")
    .option("--limits <file>", "write what was promised over many leads to this file (JSON Lines)")
    .option("--agreement <file>", "write how the agreement itself stands to this file (JSON Lines)")
    .option("-q, --quiet", "only errors on stderr")
    .addHelpText(
      "after",
      afterHelp(
        [
          'sla run company-a.sla --leads leads.csv --events events.csv --at "2020-03-31 24:00"',
          "sla run company-a.sla --leads leads.jsonl --format jsonl --fail-on breached > verdicts.jsonl",
          "sla run contracts/ --leads leads.csv --attestations minutes.csv",
          "cat leads.csv | sla run company-a.json --leads - --format csv",
        ],
        "Verdicts go to stdout, everything else to stderr. A row that cannot be read is reported and the others go on.",
        {
          0: "it ran; with --fail-on: and there are no such violations",
          1: "with --fail-on: there are such violations",
        },
      ),
    )
    .action(async (contract: string, options: RunOptions) => {
      const { runContract } = await import("./run/run-contract.ts");
      session.finish(await runContract(session, contract, options));
    });
}
