import { Command, Option } from "commander";
import type { BuildOptions } from "./build-contract.ts";
import { afterHelp } from "./help.ts";
import type { Session } from "./session.ts";

/** `sla build CONTRACT`: writes what other programs read. */
export function declareBuild(session: Session): Command {
  return new Command("build")
    .summary("write the compiled policy, the record's JSON Schema, or JSON Logic")
    .description(
      "Compiles a contract for other programs: the policy that the engine runs, the JSON Schema of a lead record, or its named conditions as JSON Logic.",
    )
    .argument("<contract>", "a contract (.sla), or the policy that an earlier build wrote (.json)")
    .addOption(
      new Option("--target <target>", "what to write")
        .choices(["policy", "schema", "json-logic"])
        .default("policy"),
    )
    .option("-o, --output <file>", "write to this file (default: stdout)")
    .option("--pretty", "indent the JSON")
    .addHelpText(
      "after",
      afterHelp(
        ["sla build company-a.sla -o company-a.json", "sla build company-a.sla --target schema --pretty"],
        "",
        {
          1: null,
        },
      ),
    )
    .action(async (contract: string, options: BuildOptions) => {
      const { buildContract } = await import("./build-contract.ts");
      session.finish(await buildContract(session, contract, options));
    });
}
