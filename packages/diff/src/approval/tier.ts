import { nearest } from "@entente/ir";
import type { Change, ElementKind, Strictness } from "../comparison.ts";

/** A kind of change that a policy about changes speaks of. */
export type Tier =
  | { readonly kind: "any" }
  | { readonly kind: "breaking" }
  | {
      readonly kind: "strictness";
      readonly strictness: Exclude<Strictness, "equal">;
      readonly party: string;
    }
  | { readonly kind: "element"; readonly element: ElementKind };

const STRICTNESS = ["stricter", "looser", "incomparable"] as const;
const ELEMENTS: readonly ElementKind[] = [
  "agreement",
  "party",
  "role",
  "calendar",
  "lead",
  "people",
  "event",
  "define",
  "score",
  "classify",
  "stage",
  "commitment",
  "ladder",
  "goal",
  "funnel",
  "reward",
  "meeting",
  "dispute",
  "responsibility",
  "review",
  "cancellation",
  "signature",
];

/** What a tier may be written as. */
export const TIER_FORMS =
  '"any change", "breaking", "stricter for PARTY", "looser for PARTY", "incomparable for PARTY", "change of goal" (or of another declaration)';

/** A tier from its words, such as `stricter for sales` or `change of goal`; a text is what is wrong with them. */
export function parseTier(words: string): Tier | string {
  const [first = "", second = "", ...rest] = words.trim().split(/\s+/u);
  const name = rest.join(" ");
  if (words.trim() === "any change") return { kind: "any" };
  if (words.trim() === "breaking") return { kind: "breaking" };
  const strictness = STRICTNESS.find((one) => one === first);
  if (strictness !== undefined && second === "for" && name !== "") {
    return { kind: "strictness", strictness, party: name };
  }
  if (first === "change" && second === "of") {
    const element = ELEMENTS.find((one) => one === name);
    if (element !== undefined) return { kind: "element", element };
    const near = nearest(name, ELEMENTS);
    return `nothing in a contract is called "${name}"${near === undefined ? "" : `; did you mean "${near}"?`}`;
  }
  return `expected ${TIER_FORMS}; found "${words}"`;
}

/** The words of a tier, as {@link parseTier} reads them. */
export function tierWords(tier: Tier): string {
  switch (tier.kind) {
    case "any":
      return "any change";
    case "breaking":
      return "breaking";
    case "strictness":
      return `${tier.strictness} for ${tier.party}`;
    case "element":
      return `change of ${tier.element}`;
  }
}

/** Whether a change is of a tier. */
export function isOfTier(change: Change, tier: Tier): boolean {
  switch (tier.kind) {
    case "any":
      return true;
    case "breaking":
      return change.breaks.length > 0;
    case "strictness":
      return change.strictness[tier.party] === tier.strictness;
    case "element":
      return change.kind === tier.element;
  }
}
