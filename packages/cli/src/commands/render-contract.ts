import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { assertNever, type Policy } from "@entente/ir";
import { documentOf, type LanguageCode, toHtml, toMarkdown } from "@entente/render";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { InputError } from "../input/input-error.ts";
import { printable } from "../terminal/printable.ts";
import { write } from "../terminal/write.ts";
import { whyUnwritable } from "./contract-text.ts";
import { loadPolicy } from "./load-policy.ts";
import { refuseOverwriting } from "./refuse-overwriting.ts";
import type { Session } from "./session.ts";

export interface RenderOptions {
  readonly language: LanguageCode;
  readonly format: "markdown" | "html";
  readonly output?: string;
}

/** Compiles a contract and writes it as a document. */
export async function renderContract(
  session: Session,
  file: string,
  options: RenderOptions,
): Promise<ExitCode> {
  const { io } = session;
  refuseOverwriting(io.cwd, { "the contract": file }, { "--output": options.output });
  const policy = await loadPolicy(session, file);
  if (policy === null) return exitCode.contract;
  const text = printable(rendered(policy, options));
  const { output } = options;
  if (output === undefined || output === "-") {
    await write(io.stdout, text);
    return exitCode.fine;
  }
  try {
    writeFileSync(resolve(io.cwd, output), text);
  } catch (error) {
    throw new InputError(printable(output), whyUnwritable(error));
  }
  return exitCode.fine;
}

function rendered(policy: Policy, { language, format }: RenderOptions): string {
  const document = documentOf(policy, { language });
  switch (format) {
    case "markdown":
      return toMarkdown(document);
    case "html":
      return toHtml(document, { language });
    default:
      return assertNever(format);
  }
}
