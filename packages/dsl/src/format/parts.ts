import type { PieceKind, Script } from "./script.ts";
import { widthOf } from "./width.ts";

/** A piece of a row with what stands before it in the row. */
export interface Part {
  readonly kind: PieceKind;
  readonly text: string;
  /** Its offset in the text that is laid out. */
  readonly start: number;
  /** The spaces before it, where it does not begin its row. */
  readonly lead: string;
}

/** The part that piece `index` makes where piece `previous` stands before it; null where it begins a row. */
export function partOf(script: Script, index: number, previous: number | null, lead?: string): Part {
  const { kind, text, start } = script.pieces[index] ?? { kind: "word", text: "", start: 0 };
  return {
    kind,
    text: kind === "comment" ? text.trimEnd() : text,
    start,
    lead: lead ?? (previous === null || !isSpaced(script, previous, index) ? "" : " "),
  };
}

/** The parts as they stand in a row without alignment. */
export function textOf(parts: readonly Part[]): string {
  return parts.map(({ lead, text }, index) => (index === 0 ? text : lead + text)).join("");
}

export function widthOfParts(parts: readonly Part[]): number {
  return widthOf(textOf(parts));
}

/** Whether a space stands between two pieces of one row. */
function isSpaced({ pieces, joints }: Script, before: number, after: number): boolean {
  const previous = pieces[before];
  const next = pieces[after];
  if (previous === undefined || next === undefined) return false;
  if (joints.prefixes.has(previous.start) || joints.joining.has(previous.start)) return false;
  if (joints.joining.has(next.start)) return false;
  if (previous.kind === "(" || previous.kind === "dot") return false;
  if (previous.kind === "{" && next.kind === "}") return false;
  if (isFullWidth(previous.text) && (previous.kind === "comma" || previous.kind === "colon")) return false;
  return !BOUND_TO_PREVIOUS.has(next.kind);
}

const BOUND_TO_PREVIOUS: ReadonlySet<PieceKind> = new Set<PieceKind>([
  "comma",
  "colon",
  "semicolon",
  "dot",
  ")",
]);

/** A full-width `、` brings its space along. */
function isFullWidth(text: string): boolean {
  return widthOf(text) > text.length;
}
