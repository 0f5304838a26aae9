import { compile } from "@entente/dsl";
import { createEngine, runContractTests } from "@entente/engine";
import type { Policy } from "@entente/ir";

export type Coverage = ReturnType<typeof runContractTests>["coverage"];
export type Item = Coverage["items"][number];

/** The policy of a contract's text. */
export function policyOf(text: string): Policy {
  const { policy, diagnostics } = compile({ entry: "contract.sla", text });
  if (policy === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return policy;
}

/** What the tests in a contract's text exercise. */
export function coverageOf(text: string): Coverage {
  return runContractTests(createEngine(policyOf(text)), { coverage: true }).coverage;
}

/** An item as one line: `branch define big | employees >= 50 | false`. */
export function lineOf({ kind, of, text, side }: Item): string {
  return `${kind} ${of} | ${text} | ${side}`;
}

/** What is covered, each as one line. */
export function coveredLines(text: string): string[] {
  return coverageOf(text)
    .items.filter(({ covered }) => covered)
    .map(lineOf);
}
