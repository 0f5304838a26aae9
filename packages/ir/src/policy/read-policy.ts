import { z } from "zod";
import { IR_VERSION, Policy } from "./policy.ts";
import { brokenReference } from "./references.ts";

/** A compiled policy that cannot be used, with what to do about it. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
  /** Whether it is a policy of this version whose content is wrong, as after an edit by hand. */
  readonly isDamaged: boolean;
  constructor(message: string, isDamaged = false) {
    super(message);
    this.isDamaged = isDamaged;
  }
}

/**
 * Reads a compiled policy from parsed JSON.
 *
 * @param json the value that `JSON.parse` gave for a file of `sla build`
 * @throws PolicyError where the version is not {@link IR_VERSION}, where the shape is not that of a policy, or where
 *   something in it names what it does not have
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
  const parsed = parsedPolicy(json);
  if (!parsed.success) throw damaged(z.prettifyError(parsed.error));
  const broken = brokenReference(parsed.data);
  if (broken !== null) throw damaged(`${broken.path}: ${broken.problem}`);
  return parsed.data;
}

function parsedPolicy(json: unknown): ReturnType<typeof Policy.safeParse> {
  try {
    return Policy.safeParse(json);
  } catch (error) {
    if (error instanceof RangeError) throw damaged("It is nested deeper than any contract.");
    throw error;
  }
}

function damaged(why: string): PolicyError {
  return new PolicyError(
    `This policy is damaged. ${why}\nCompile the contract again with \`sla build\`: a policy is not edited by hand.`,
    true,
  );
}

function versionOf(json: unknown): unknown {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return undefined;
  return Object.hasOwn(json, "irVersion") ? (json as { irVersion: unknown }).irVersion : undefined;
}
