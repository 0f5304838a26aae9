/**
 * What of a verdict a change is about: the clocks of a commitment or of one of its clauses, a score, a class, a
 * stage, or anything. `before` and `after` are the changed parts of the two policies.
 */
export type Relevance = {
  readonly before: unknown;
  readonly after: unknown;
} & (
  | { readonly kind: "clocks"; readonly commitment: string; readonly clause: string | null }
  | { readonly kind: "score" | "classify" | "stage"; readonly name: string }
  | { readonly kind: "verdict"; readonly name: string; readonly of: string }
);
