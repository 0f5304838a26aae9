import { Command, Option } from "commander";
import { afterHelp } from "./help.ts";
import type { PlanOptions } from "./plan/plan-options.ts";
import type { Session } from "./session.ts";

/** `sla plan CONTRACT`: the arithmetic of the promise. */
export function declarePlan(session: Session): Command {
  return new Command("plan")
    .summary("do the sums of the funnels: how many leads a quota needs")
    .description(
      "Carries the quota of each funnel back to the leads that are needed, or leads forward to the revenue that they bring, and solves for the one amount that is not known. Exact to the last digit: only what is shown is rounded.",
    )
    .argument("<contract>", "a contract (.sla), or the policy that `sla build` wrote (.json)")
    .option("--funnel <name>", "this funnel only")
    .option("--on <date>", "with the values of this date (default: the first day of the term, or today)")
    .option("--year", "month by month over the term, with the lag of the cycle")
    .option("--leads <count...>", "the leads that there are: 500 MQL, or 500 at the first stage")
    .option("--quota <amount...>", "reckon with this quota instead: 600000, or 25 Customer")
    .option("--deal <amount>", "reckon with this amount a customer instead")
    .option("--rate <step=percent...>", "reckon with this rate instead: MQL-SQL=40%")
    .option("--solve <unknown>", "leads, revenue, deal, or a rate such as rate:MQL-SQL")
    .addOption(
      new Option("--format <format>", "how the plan is written")
        .choices(["table", "json", "csv", "markdown"])
        .default("table"),
    )
    .addHelpText(
      "after",
      afterHelp(
        [
          "sla plan lead-demand.sla",
          "sla plan lead-demand.sla --year --format csv > plan.csv",
          "sla plan lead-demand.sla --funnel website --leads 3000 MQL",
          "sla plan lead-demand.sla --funnel website --leads 3000 MQL --solve rate:MQL-SQL",
          "sla plan lead-demand.sla --funnel website --quota 600000 --rate MQL-SQL=40%",
        ],
        "An amount with $ needs quotes in a shell: '$500,000'.",
        { 1: null, 2: "the contract has errors, or a funnel lacks what its sum needs" },
      ),
    )
    .action(async (contract: string, options: PlanOptions) => {
      const { planContract } = await import("./plan/plan-contract.ts");
      session.finish(await planContract(session, contract, options));
    });
}
