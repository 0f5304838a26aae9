import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "@entente/dsl";
import { invariant, type Policy } from "@entente/ir";

/** The policy of a contract that must have no errors. */
export function policyOf(text: string, entry = "contract.sla"): Policy {
  return compiled({ entry, text });
}

/** The policy of a contract's file that must have no errors, with what it imports. */
export function policyOfFile(file: string): Policy {
  return compiled({
    entry: file,
    text: readFileSync(file, "utf8"),
    read: (path) => readFileSync(path, "utf8"),
  });
}

/** The contracts in a folder and below it; a file without an agreement is a library for others. */
export function contractsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".sla"))
    .map((file) => join(folder, file))
    .filter((file) => /^agreement /mu.test(readFileSync(file, "utf8")));
}

function compiled(input: Parameters<typeof compile>[0]): Policy {
  const { policy, diagnostics } = compile(input);
  invariant(policy !== null, diagnostics.map(({ message }) => message).join("\n"));
  return policy;
}
