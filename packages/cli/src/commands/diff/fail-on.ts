import { assertNever } from "@entente/ir";
import { InvalidArgumentError } from "commander";
import type { ComparedContract } from "../../reporters/comparison.ts";
import { printable } from "../../terminal/printable.ts";
import { InvocationError } from "../invocation-error.ts";

/** Which changes make the exit code 1. `party` null is either side. */
export type FailOn =
  | { readonly kind: "none" | "any" | "breaking" }
  | { readonly kind: "stricter"; readonly party: string | null };

/** Reads `stricter[:PARTY]`, `breaking`, `any` or `none`. */
export function readFailOn(text: string): FailOn {
  if (text === "none" || text === "any" || text === "breaking") return { kind: text };
  if (text === "stricter") return { kind: "stricter", party: null };
  const party = text.startsWith("stricter:") ? text.slice("stricter:".length) : "";
  if (party === "") throw new InvalidArgumentError("Use stricter, stricter:PARTY, breaking, any or none.");
  return { kind: "stricter", party: party.normalize("NFC") };
}

/**
 * Whether contracts have changes of a kind. What is neither stricter nor looser may be stricter. A contract that was
 * added or removed is a change, breaks when it is removed, and is stricter when it is added.
 *
 * @throws InvocationError where no contract has the party that is asked for
 */
export function failsOn(contracts: readonly ComparedContract[], failOn: FailOn): boolean {
  switch (failOn.kind) {
    case "none":
      return false;
    case "any":
      return contracts.some(
        ({ change, comparison }) => change !== "same" && comparison?.changes.length !== 0,
      );
    case "breaking":
      return contracts.some(
        ({ change, comparison }) =>
          change === "removed" || comparison?.changes.some(({ breaks }) => breaks.length > 0) === true,
      );
    case "stricter":
      return isStricter(contracts, failOn.party);
    default:
      return assertNever(failOn);
  }
}

function isStricter(contracts: readonly ComparedContract[], party: string | null): boolean {
  const parties = new Set(contracts.flatMap((contract) => contract.parties));
  if (party !== null && !parties.has(party)) {
    const known = [...parties].map(printable).join(", ");
    throw new InvocationError(`--fail-on: no contract has the party ${printable(party)}; there are ${known}`);
  }
  const concerns = (name: string): boolean => party === null || name === party;
  return contracts.some(({ change, parties: own, comparison }) => {
    if (change === "added") return own.some(concerns);
    return Object.entries(comparison?.strictness ?? {}).some(
      ([name, strictness]) => concerns(name) && (strictness === "stricter" || strictness === "incomparable"),
    );
  });
}
