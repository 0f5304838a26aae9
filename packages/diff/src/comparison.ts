import type { Witness } from "@entente/analysis";
import type { Span } from "@entente/ir";

/** For whom a change is stricter: read from the point of view of one party. */
export type Strictness = "stricter" | "looser" | "equal" | "incomparable";

/** What kind of thing changed; the name of its declaration in the language. */
export type ElementKind =
  | "agreement"
  | "party"
  | "role"
  | "calendar"
  | "lead"
  | "people"
  | "event"
  | "define"
  | "score"
  | "classify"
  | "stage"
  | "commitment"
  | "ladder"
  | "goal"
  | "funnel"
  | "reward"
  | "meeting"
  | "dispute"
  | "responsibility"
  | "review"
  | "cancellation"
  | "signature";

/** A part of a contract: its text and its place. `span` counts in the sources of its version. */
export interface Place {
  readonly text: string;
  readonly span: Span;
}

/** One changed element of a contract, in the contract's own words. */
export interface Change {
  readonly kind: ElementKind;
  /**
   * The declaration's name, and the part of it that changed: `first_contact`, `1` for a clause; `first_contact`,
   * `until` for what its clauses share. In the later version, where it has both.
   */
  readonly path: readonly string[];
  /** `renamed`: it means the same under another name. */
  readonly change: "added" | "removed" | "changed" | "renamed";
  /** What it was and is, as the contract says it: the smallest part that differs; null where it was not or is no more. */
  readonly before: Place | null;
  readonly after: Place | null;
  /** By party, for the parties of either version: this change alone, all else being as it is. */
  readonly strictness: Readonly<Record<string, Strictness>>;
  /** Why, in a few words each, such as `sales: less time`. */
  readonly reasons: readonly string[];
  /** What a consumer of verdicts or a supplier of records must change; empty where nothing breaks. */
  readonly breaks: readonly string[];
  readonly effect: Effect;
}

/**
 * Whether any lead can tell the two versions apart by this change.
 *
 * - `differs`: this lead does, confirmed by running both engines. `before` and `after` are what they say of it.
 * - `equivalent`: no valid lead does.
 * - `undecided`: none was found, and it is not proved that there is none.
 * - `not about leads`: a meeting, a role, a goal or a text.
 */
export type Effect =
  | { readonly kind: "differs"; readonly witness: Witness; readonly before: string; readonly after: string }
  | { readonly kind: "equivalent" }
  | { readonly kind: "undecided"; readonly reason: string }
  | { readonly kind: "not about leads" };

/** Two versions of a contract compared by meaning: layout, comments and order are no change. */
export interface Comparison {
  readonly changes: readonly Change[];
  /**
   * For each party, all changes together. `stricter` holds for every lead: whatever is a violation of the party under
   * the earlier version is one under the later version too, if both accept the lead's record.
   */
  readonly strictness: Readonly<Record<string, Strictness>>;
}
