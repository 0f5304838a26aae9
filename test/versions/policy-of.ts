import { compile } from "@entente/dsl";
import type { Policy } from "@entente/ir";

/** The policy of a contract that compiles. */
export function policyOf(text: string, entry = "contract.sla"): Policy {
  const { policy, diagnostics } = compile({ entry, text });
  if (policy === null)
    throw new Error(diagnostics.map(({ span, message }) => `${span.line}: ${message}`).join("\n"));
  return policy;
}
