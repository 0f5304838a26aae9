import { Command, Option } from "commander";
import { afterHelp } from "./help.ts";
import type { Session } from "./session.ts";
import type { VerifyFlags } from "./verify-contract.ts";

const note = `Each line of the allowed signers gives a key the roles that it signs for: cmo ssh-ed25519 AAAA…`;

/** `sla verify CONTRACT`: says whether the signatures of a contract hold, and what changed since. */
export function declareVerify(session: Session): Command {
  return new Command("verify")
    .summary("say whether a contract's signatures hold, and what changed since")
    .description(
      "Says of each signature of a contract whether it holds: by whose key, over which terms, and what changed since.",
    )
    .argument("<contract>", "a contract (.sla), or a folder: every version of an agreement in it")
    .option("--allowed-signers <file>", "whose keys count (default: allowed_signers beside the contract)")
    .option(
      "--role <role...>",
      "the roles that must have signed (default: those with a `signature` in the contract)",
    )
    .option(
      "--at <instant>",
      "with a folder: the day or instant for which a version is in force (default: now)",
    )
    .addOption(
      new Option("--format <format>", "how the answer is written")
        .choices(["pretty", "json"])
        .default("pretty"),
    )
    .addHelpText(
      "after",
      afterHelp(
        [
          "sla verify company-a.sla",
          "sla verify company-a.sla --role cmo --role cso --allowed-signers keys/allowed_signers",
          "sla verify agreements/ --at 2026-07-01",
        ],
        note,
        { 0: "every signature that must be there holds", 1: "one does not, or nobody has signed" },
      ),
    )
    .action(async (contract: string, flags: VerifyFlags) => {
      const { verifyContract } = await import("./verify-contract.ts");
      session.finish(await verifyContract(session, contract, flags));
    });
}
