import { Command, Option } from "commander";
import type { DiffOptions } from "./diff/diff-options.ts";
import { readFailOn } from "./diff/fail-on.ts";
import { afterHelp } from "./help.ts";
import type { Session } from "./session.ts";

const note = `A version is a file, a folder of contracts, or a file or folder of a git revision: main:sla/acme.sla.
Layout, comments and order are no change. A change that is neither stricter nor looser counts as stricter for
--fail-on: a gate lets nothing through that may be stricter.`;

/** `sla diff BASE HEAD`: what a change to a contract means, and for whom it is stricter. */
export function declareDiff(session: Session): Command {
  return new Command("diff")
    .summary("say what a change to a contract means, and for whom it is stricter")
    .description(
      "Compares two versions of a contract by meaning: what changed, for which party it is stricter or looser, what it breaks for those who read verdicts, and a lead for which the two versions differ.",
    )
    .argument("<versions...>", "BASE and HEAD; with --against the contracts as they are now")
    .option("--against <revision>", "compare with the same files in this git revision")
    .addOption(
      new Option("--format <format>", "how the changes are written")
        .choices(["pretty", "json", "markdown", "sarif", "junit", "github"])
        .default("pretty"),
    )
    .addOption(
      new Option("--fail-on <what>", "exit code 1 for stricter, stricter:PARTY, breaking or any changes")
        .default("none")
        .argParser(readFailOn),
    )
    .option("--leads <file>", "history that both versions judge: the leads; - is stdin")
    .option("--events <file>", "what happened to them (lead, event, at, …)")
    .option("--people <file>", "the people who hold leads, with their hours")
    .option("--at <instant>", "the instant to judge history at, and to ask what is in force (default: now)")
    .option("--enforce", "hold the change to the rules of its folder: who has to sign, what is forbidden")
    .option("--allowed-signers <file>", "whose keys count (default: allowed_signers beside the contract)")
    .addHelpText(
      "after",
      afterHelp(
        [
          "sla diff company-a.sla draft.sla",
          "sla diff --against main company-a.sla --fail-on stricter:sales",
          "sla diff main:sla/acme.sla sla/acme.sla --format markdown",
          'sla diff --against main company-a.sla --leads leads.csv --events events.csv --at "2026-06-30 24:00" --enforce',
        ],
        note,
        {
          1: "there are changes of the kind that --fail-on names, or with --enforce something stands in their way",
        },
      ),
    )
    .action(async (versions: readonly string[], options: DiffOptions) => {
      const { diffContracts } = await import("./diff/diff-contracts.ts");
      session.finish(await diffContracts(session, versions, options));
    });
}
