import { Command, Option } from "commander";
import type { AttainOptions } from "./attain/attain-options.ts";
import { afterHelp } from "./help.ts";
import type { Session } from "./session.ts";

/** `sla attain CONTRACT --leads F`: where the goals stand, and what follows. */
export function declareAttain(session: Session): Command {
  return new Command("attain")
    .summary("say where the goals stand: attainment, pace, misses, rewards")
    .description(
      "Measures the goals of a contract over the leads of a file: what was reached in each window, against the target and against its pace day by day, what it comes to if it goes on like this, and what follows: steps of ladders, rewards, reviews, reasons to give up the agreement.",
    )
    .argument("<contract>", "a contract (.sla), or the policy that `sla build` wrote (.json)")
    .requiredOption("--leads <file>", "the leads; - is stdin")
    .option("--events <file>", "what happened to them (lead, event, at, …); - is stdin")
    .option("--people <file>", "the people who hold leads, with their hours")
    .option(
      "--attestations <file>",
      "what is attested of the agreement itself, such as a review (event, at, …)",
    )
    .option(
      "--at <instant>",
      "the instant to measure at: ISO, or a local time of the agreement (default: now)",
    )
    .option("--goal <name>", "this goal only")
    .addOption(
      new Option("--format <format>", "how it is written")
        .choices(["table", "json", "csv", "markdown"])
        .default("table"),
    )
    .addOption(
      new Option(
        "--fail-on <standing>",
        "what makes the exit code 1: misses that go on, or a goal behind its pace too",
      )
        .choices(["missed", "behind", "none"])
        .default("none"),
    )
    .option("--rejects <file>", "write every row that cannot be read to this file (JSON Lines)")
    .option("-q, --quiet", "only errors on stderr")
    .addHelpText(
      "after",
      afterHelp(
        [
          'sla attain company-a.sla --leads leads.csv --events events.csv --at "2020-09-30 24:00"',
          "sla attain company-a.sla --leads leads.jsonl --goal lead_value --format csv > lead_value.csv",
          "sla attain company-a.sla --leads leads.jsonl --fail-on behind --quiet",
        ],
        "The table shows the current window of each goal; json and csv have all of them. Leads are read in one pass.",
        {
          0: "it ran; with --fail-on: and no goal stands so",
          1: "with --fail-on: a goal stands so",
        },
      ),
    )
    .action(async (contract: string, options: AttainOptions) => {
      const { attainContract } = await import("./attain/attain-contract.ts");
      session.finish(await attainContract(session, contract, options));
    });
}
