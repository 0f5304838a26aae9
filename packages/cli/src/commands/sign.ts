import { Command } from "commander";
import { afterHelp } from "./help.ts";
import type { Session } from "./session.ts";
import type { SignOptions } from "./sign-contract.ts";

const note = `What is signed is the meaning of the contract: layout, comments and order may change afterwards, clauses may not.
The folder CONTRACT.signed beside the contract holds statements and signatures; commit it with the contract.`;

/** `sla sign CONTRACT`: signs the terms of a contract as one of its roles, with an SSH key. */
export function declareSign(session: Session): Command {
  return new Command("sign")
    .summary("sign a contract as one of its roles, with an SSH key")
    .description(
      "Signs the terms of a contract with an SSH key, and keeps the signature beside the contract.",
    )
    .argument("<contract>", "a contract (.sla)")
    .requiredOption(
      "--key <file>",
      "the SSH key: a private key, or a public one whose other half an agent holds",
    )
    .requiredOption("--role <role>", "the role or party that signs, as the contract names it")
    .option("--name <name>", "who signs (default: whom the contract's `signature` for the role names)")
    .option("--on <date>", "the day of the signature, YYYY-MM-DD (default: today in the agreement's zone)")
    .addHelpText(
      "after",
      afterHelp(
        [
          "sla sign company-a.sla --role cmo --key ~/.ssh/id_ed25519",
          'sla sign company-a.sla --role cso --name "Head of sales" --key ~/.ssh/id_ed25519',
        ],
        note,
        { 0: "signed", 1: null },
      ),
    )
    .action(async (contract: string, options: SignOptions) => {
      const { signContract } = await import("./sign-contract.ts");
      session.finish(await signContract(session, contract, options));
    });
}
