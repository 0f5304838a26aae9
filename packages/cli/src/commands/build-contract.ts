import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { recordSchema } from "@entente/engine";
import { assertNever, type Policy } from "@entente/ir";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { InputError } from "../input/input-error.ts";
import { printable } from "../terminal/printable.ts";
import { write } from "../terminal/write.ts";
import { whyUnwritable } from "./contract-text.ts";
import { loadPolicy } from "./load-policy.ts";
import { portableConditions } from "./portable-conditions.ts";
import { refuseOverwriting } from "./refuse-overwriting.ts";
import type { Session } from "./session.ts";

export interface BuildOptions {
  readonly target: "policy" | "schema" | "json-logic";
  readonly output?: string;
  readonly pretty?: boolean;
}

/** Compiles a contract and writes the target as JSON. */
export async function buildContract(
  session: Session,
  file: string,
  options: BuildOptions,
): Promise<ExitCode> {
  refuseOverwriting(session.io.cwd, { "the contract": file }, { "--output": options.output });
  const policy = await loadPolicy(session, file);
  if (policy === null) return exitCode.contract;
  const text = `${JSON.stringify(artefact(policy, options.target), null, options.pretty === true ? 2 : undefined)}\n`;
  if (options.output === undefined || options.output === "-") {
    await write(session.io.stdout, text);
  } else {
    save(resolve(session.io.cwd, options.output), options.output, text);
  }
  return exitCode.fine;
}

function save(path: string, shown: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new InputError(printable(shown), whyUnwritable(error));
  }
}

function artefact(policy: Policy, target: BuildOptions["target"]): unknown {
  switch (target) {
    case "policy":
      return policy;
    case "schema":
      return recordSchema(policy);
    case "json-logic":
      return portableConditions(policy);
    default:
      return assertNever(target);
  }
}
