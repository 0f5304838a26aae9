import { Command, Option } from "commander";
import { afterHelp } from "./help.ts";
import type { Session } from "./session.ts";

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
        .choices(["pretty", "json"])
        .default("pretty"),
    )
    .addHelpText(
      "after",
      afterHelp(["sla test company-a.sla", "sla test contracts/ --format json"], "", {
        0: "every test passed",
        1: "a test failed",
      }),
    )
    .action(async (files: string[], options: { format: "pretty" | "json" }) => {
      const { testContracts } = await import("./test-contracts.ts");
      session.finish(await testContracts(session, files, options.format));
    });
}
