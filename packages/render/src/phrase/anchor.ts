/** The kinds of declarations that a reference can lead to. */
export type AnchorKind =
  | "field"
  | "people"
  | "event"
  | "define"
  | "score"
  | "class"
  | "stage"
  | "calendar"
  | "commitment"
  | "goal"
  | "funnel"
  | "ladder"
  | "reward"
  | "meeting"
  | "role"
  | "party"
  | "section";

/**
 * The anchor of a declaration: its kind and its name, and a clause's label behind a dot. A name may be of any script;
 * what cannot be part of a name becomes a hyphen, so that an anchor is safe wherever it is written.
 */
export function anchorOf(kind: AnchorKind, name: string, clause?: string): string {
  const whole = `${kind}-${name}${clause === undefined ? "" : `.${clause}`}`;
  return whole.replace(/[^\p{L}\p{M}\p{Nd}_.-]/gu, "-");
}

/** A link to an anchor of the same document. */
export function anchorUrl(anchor: string): string {
  return `#${encodeURIComponent(anchor)}`;
}
