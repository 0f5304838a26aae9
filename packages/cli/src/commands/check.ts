import { Command, Option } from "commander";
import { afterHelp } from "./help.ts";
import type { Session } from "./session.ts";

/** `sla check FILES…`: says what is wrong with contracts. */
export function declareCheck(session: Session): Command {
  return new Command("check")
    .summary("say what is wrong with contracts")
    .description(
      "Reads contracts and says everything that is wrong with them, each with its place and what to write instead.",
    )
    .argument("<files...>", "contracts (.sla), or folders: all .sla files in them")
    .addOption(
      new Option("--format <format>", "how findings are written")
        .choices(["pretty", "json"])
        .default("pretty"),
    )
    .addHelpText(
      "after",
      afterHelp(
        ["sla check company-a.sla", "sla check contracts/", "sla check --format json company-a.sla"],
        "",
        {
          0: "no errors; there may be warnings",
          1: null,
        },
      ),
    )
    .action(async (files: string[], options: { format: "pretty" | "json" }) => {
      const { checkContracts } = await import("./check-contracts.ts");
      session.finish(await checkContracts(session, files, options.format));
    });
}
