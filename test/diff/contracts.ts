import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "@entente/dsl";
import { invariant, type Policy } from "@entente/ir";
import { HANDOFF } from "../support/contracts.ts";
import { hasShared, SHARED } from "../support/folders.ts";

const examples = join(import.meta.dirname, "..", "..", "examples");

/** The policy of a contract that has no errors. */
export function policyOf(text: string): Policy {
  const { policy, diagnostics } = compile({ entry: "contract.sla", text });
  invariant(policy !== null, diagnostics.map(({ message }) => message).join("\n"));
  return policy;
}

function contractsIn(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".sla"))
    .toSorted()
    .map((file) => [file, readFileSync(join(folder, file), "utf8")] as const)
    .filter(([, text]) => /^agreement /mu.test(text) && !/^import /mu.test(text));
}

/** Contracts by name: a small one, the published ones, and those beside the project where they are there. */
export const contracts: readonly (readonly [string, string])[] = [
  ["the handoff contract", HANDOFF],
  ...contractsIn(examples),
  ...(hasShared ? contractsIn(join(SHARED, "contracts")) : []),
];
