import { nearest, type Policy } from "@entente/ir";
import { listed } from "../terminal/counted.ts";
import { printable } from "../terminal/printable.ts";
import { InvocationError } from "./invocation-error.ts";

/**
 * Requires that a contract names who is to sign.
 *
 * @param role what `--role` was given
 * @throws InvocationError where the contract has neither a role nor a party of that name
 */
export function requireSigner(policy: Policy, role: string): void {
  const signers = [...policy.roles, ...policy.parties].map(({ name }) => name);
  if (signers.includes(role)) return;
  const near = nearest(role, signers);
  const instead = near === undefined ? `there are ${listed(signers)}` : `did you mean '${near}'?`;
  throw new InvocationError(printable(`--role: the contract has no role or party '${role}'; ${instead}`));
}
