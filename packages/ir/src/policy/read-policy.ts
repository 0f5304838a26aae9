import { z } from "zod";
import { IR_VERSION, Policy } from "./policy.ts";

/** A compiled policy that cannot be used, with what to do about it. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
}

/**
 * Reads a compiled policy from parsed JSON.
 *
 * @param json the value that `JSON.parse` gave for a file of `sla build`
 * @throws PolicyError where the version is not {@link IR_VERSION} or the shape is not that of a policy
 */
export function readPolicy(json: unknown): Policy {
  const version = versionOf(json);
  if (version === undefined) {
    throw new PolicyError(
      "This is not a compiled policy: it has no irVersion. Write one with `sla build CONTRACT`.",
    );
  }
  if (version !== IR_VERSION) {
    throw new PolicyError(
      `This policy has irVersion ${JSON.stringify(version)}; this program reads ${IR_VERSION}. ` +
        "Compile the contract again with the `sla build` that belongs to this program.",
    );
  }
  const parsed = Policy.safeParse(json);
  if (!parsed.success) {
    throw new PolicyError(`This policy is damaged. ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}

function versionOf(json: unknown): unknown {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return undefined;
  return Object.hasOwn(json, "irVersion") ? (json as { irVersion: unknown }).irVersion : undefined;
}
