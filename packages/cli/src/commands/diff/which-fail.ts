import { assertNever } from "@entente/ir";
import type { Fails } from "../../reporters/ci-comparison.ts";
import type { FailOn } from "./fail-on.ts";

/** Which of the changes are those for which `--fail-on` makes the exit code 1, each taken by itself. */
export function whichFail(failOn: FailOn): Fails {
  return (change, { parties }) => {
    switch (failOn.kind) {
      case "none":
        return false;
      case "any":
        return true;
      case "breaking":
        return change === "removed" || (typeof change === "object" && change.breaks.length > 0);
      case "stricter": {
        const concerns = (name: string): boolean => failOn.party === null || name === failOn.party;
        if (typeof change === "string") return change === "added" && parties.some(concerns);
        return Object.entries(change.strictness).some(
          ([name, strictness]) =>
            concerns(name) && (strictness === "stricter" || strictness === "incomparable"),
        );
      }
      default:
        return assertNever(failOn);
    }
  };
}
