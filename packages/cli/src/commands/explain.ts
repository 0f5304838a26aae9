import { Command, Option } from "commander";
import type { ExplainOptions } from "./explain-lead.ts";
import { afterHelp } from "./help.ts";
import type { Session } from "./session.ts";

/** `sla explain CONTRACT --lead ID`: why a lead is where it is. */
export function declareExplain(session: Session): Command {
  return new Command("explain")
    .summary("say why a lead is at its stage, and how each promise to it stands")
    .description(
      "Says why one lead is at its stage and what it lacks for the next, how its classes and scores came about, and what each clock rests on, in the contract's words with the lead's values.",
    )
    .argument(
      "<contract>",
      "a contract (.sla), the policy that `sla build` wrote (.json), or a folder: the versions of one agreement",
    )
    .requiredOption("--leads <file>", "the leads; - is stdin")
    .requiredOption("--lead <id>", "the lead to explain")
    .option("--events <file>", "what happened to the leads (lead, event, at, …); - is stdin")
    .option("--people <file>", "the people who hold leads, with their hours")
    .option("--at <instant>", "the instant to judge at: ISO, or a local time of the agreement (default: now)")
    .addOption(
      new Option("--format <format>", "how the explanation is written")
        .choices(["text", "json"])
        .default("text"),
    )
    .addHelpText(
      "after",
      afterHelp(
        ['sla explain company-a.sla --leads leads.csv --events events.csv --lead 42 --at "2020-03-31 24:00"'],
        "",
        {
          1: null,
        },
      ),
    )
    .action(async (contract: string, options: ExplainOptions) => {
      const { explainLead } = await import("./explain-lead.ts");
      session.finish(await explainLead(session, contract, options));
    });
}
