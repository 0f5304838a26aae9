import type { Policy, Span } from "@entente/ir";
import type { Place } from "../comparison.ts";

/** The text of a place, on one line. */
export function placeOf(policy: Policy, span: Span): Place {
  const source = policy.sources.find(({ file }) => file === span.file)?.text ?? "";
  return { span, text: source.slice(span.start, span.end).replace(/\s+/g, " ").trim() };
}

/** Where two parts differ: the smallest places that hold the whole difference; null where a side has nothing there. */
export interface Differing {
  readonly before: Span | null;
  readonly after: Span | null;
}

/**
 * The smallest places with a span of their own that hold the whole difference of two parts of policies.
 *
 * @param outer the places to tell where the difference lies in nothing smaller
 */
export function differing(before: unknown, after: unknown, outer: Differing): Differing {
  const here: Differing = { before: spanOf(before) ?? outer.before, after: spanOf(after) ?? outer.after };
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, here);
  if (!isObject(before) || !isObject(after)) return here;
  if (isNumber(before) && isNumber(after)) return outer;
  if (before.kind !== after.kind) return here;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== "span");
  const changed = keys.filter((key) => keyOf(before[key]) !== keyOf(after[key]));
  const [only, ...others] = changed;
  if (only === undefined || others.length > 0) return here;
  return differing(before[only], after[only], here);
}

function inLists(before: readonly unknown[], after: readonly unknown[], here: Differing): Differing {
  const gone = unmatched(before, after);
  const added = unmatched(after, before);
  const [one, other] = [gone[0], added[0]];
  if (gone.length === 1 && added.length === 1) return differing(one, other, here);
  if (gone.length + added.length !== 1) return here;
  const span = spanOf(gone.length === 1 ? one : other);
  if (span === null) return here;
  return gone.length === 1 ? { before: span, after: null } : { before: null, after: span };
}

function unmatched(items: readonly unknown[], among: readonly unknown[]): readonly unknown[] {
  const known = new Set(among.map(keyOf));
  return items.filter((item) => !known.has(keyOf(item)));
}

/** A number means little without what it is compared with; a length of time speaks for itself. */
function isNumber(node: Readonly<Record<string, unknown>>): boolean {
  return node.kind === "literal" && isObject(node.value) && node.value.kind !== "duration";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function spanOf(value: unknown): Span | null {
  if (!isObject(value) || !isObject(value.span)) return null;
  const { span } = value;
  return typeof span.start === "number" ? (span as unknown as Span) : null;
}

/** How a part is written in the policy, wherever it stands. */
export function keyOf(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => (key === "span" ? undefined : part)) ?? "";
}

/** Which side of a difference is told. */
export function textOfSide(policy: Policy, span: Span | null): Place | null {
  return span === null ? null : placeOf(policy, span);
}
