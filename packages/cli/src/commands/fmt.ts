import { Command } from "commander";
import { afterHelp } from "./help.ts";
import type { Session } from "./session.ts";

/** `sla fmt FILES…`: lays contracts out as every contract is laid out. */
export function declareFmt(session: Session): Command {
  return new Command("fmt")
    .summary("lay contracts out in their one layout")
    .description(
      "Rewrites contracts in the one layout that contracts have. Nothing changes but spaces, line ends and separators; a contract with syntax errors is left as it is.",
    )
    .argument("<files...>", "contracts (.sla), or folders: all .sla files in them; - is stdin, to stdout")
    .option("--check", "change nothing; name the contracts that are not laid out so, with what would change")
    .addHelpText(
      "after",
      afterHelp(["sla fmt company-a.sla", "sla fmt --check contracts/", "sla fmt - < company-a.sla"], "", {
        0: "laid out, or laid out already",
        1: "with --check: a contract is not laid out so",
        2: "a contract has syntax errors",
      }),
    )
    .action(async (files: string[], options: { check?: boolean }) => {
      const { fmtContracts } = await import("./fmt-contracts.ts");
      session.finish(await fmtContracts(session, files, options.check === true));
    });
}
