import { Command, Option } from "commander";
import { afterHelp } from "./help.ts";
import type { ReportOptions } from "./report/report-options.ts";
import type { Session } from "./session.ts";

/** `sla report CONTRACT --leads F`: where the agreement stands, as a page, a message or a calendar. */
export function declareReport(session: Session): Command {
  return new Command("report")
    .summary("write where the agreement stands as a page, as Markdown or as a calendar")
    .description(
      "Judges the leads of a file and writes where the agreement stands at an instant: the daily waterfall of each goal against its pace, attainment, the funnel, response times, violations, what follows, and the week ahead. One HTML page without network and scripts, Markdown for a chat or a pull request, or the meetings and reviews as iCalendar.",
    )
    .argument("<contract>", "a contract (.sla), or the policy that `sla build` wrote (.json)")
    .option("--leads <file>", "the leads; - is stdin (not needed for ics)")
    .option("--events <file>", "what happened to them (lead, event, at, …); - is stdin")
    .option("--people <file>", "the people who hold leads, with their hours")
    .option("--attestations <file>", "what is attested of the agreement itself; - is stdin")
    .option(
      "--at <instant>",
      "the instant of the report: ISO, or a local time of the agreement (default: now)",
    )
    .addOption(
      new Option("--format <format>", "what is written").choices(["html", "markdown", "ics"]).default("html"),
    )
    .option("-o, --output <file>", "write to this file (default: stdout)")
    .option("--rejects <file>", "write every row that cannot be read to this file (JSON Lines)")
    .option("-q, --quiet", "only errors on stderr")
    .addHelpText(
      "after",
      afterHelp(
        [
          'sla report company-a.sla --leads leads.csv --events events.csv --at "2020-09-18 12:00" -o report.html',
          "sla report company-a.sla --leads leads.jsonl --format markdown",
          "sla report company-a.sla --format ics -o meetings.ics",
        ],
        "A report never says no: violations leave the exit code 0. `sla run --fail-on` and `sla attain --fail-on` do.",
        { 0: "it is written", 1: null },
      ),
    )
    .action(async (contract: string, options: ReportOptions) => {
      const { reportContract } = await import("./report/report-contract.ts");
      session.finish(await reportContract(session, contract, options));
    });
}
