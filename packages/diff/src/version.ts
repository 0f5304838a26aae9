import type { Policy } from "@entente/ir";
import type { Forms } from "./canonical/normal-match.ts";

/** One of the two versions, with the forms by which its parts are compared with those of the other. */
export interface Version {
  readonly policy: Policy;
  readonly forms: Forms;
}
