import type { LanguageCode } from "@entente/render";
import { Command, Option } from "commander";
import { afterHelp } from "./help.ts";
import type { RenderOptions } from "./render-contract.ts";
import type { Session } from "./session.ts";

const languages: Readonly<Record<LanguageCode, string>> = {
  en: "English",
  ja: "Japanese",
  zh: "Chinese",
  pl: "Polish",
};

/** `sla render CONTRACT`: the contract as a document to read and sign. */
export function declareRender(session: Session): Command {
  return new Command("render")
    .summary("write the contract as a document to read and sign")
    .description(
      "Writes a contract as a document for the people who sign it: every term in sentences, numbered, with what each party owes and is owed.",
    )
    .argument("<contract>", "a contract (.sla), or the policy that an earlier build wrote (.json)")
    .addOption(
      new Option("-l, --language <language>", `the language: ${Object.values(languages).join(", ")}`)
        .choices(Object.keys(languages))
        .default("en"),
    )
    .addOption(
      new Option("--format <format>", "what to write").choices(["markdown", "html"]).default("markdown"),
    )
    .option("-o, --output <file>", "write to this file (default: stdout)")
    .addHelpText(
      "after",
      afterHelp(
        [
          "sla render company-a.sla -o company-a.md",
          "sla render company-a.sla --format html -l ja -o company-a.html",
        ],
        "",
        { 0: "written", 1: null },
      ),
    )
    .action(async (contract: string, options: RenderOptions) => {
      const { renderContract } = await import("./render-contract.ts");
      session.finish(await renderContract(session, contract, options));
    });
}
