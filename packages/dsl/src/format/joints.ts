import type { FileNode } from "../1-syntax/ast/file.ts";
import type { SyntaxNode } from "../1-syntax/ast/node.ts";
import { visit } from "../1-syntax/children.ts";
import type { Piece } from "./script.ts";

/** Where no space stands beside a sign or a slash, by the offsets at which these begin. */
export interface Joints {
  /** A sign belongs to what follows it: `-5`, `+10`. */
  readonly prefixes: ReadonlySet<number>;
  /** It joins what stands on both sides: `mon-fri`, `09:00-17:00`, `US-MA`, `yes/no`. */
  readonly joining: ReadonlySet<number>;
}

type Stretch = readonly [start: number, end: number];

/** Tells the signs of numbers and the hyphens of stretches from minus signs between values: only the tree knows. */
export function jointsOf(ast: FileNode, pieces: readonly Piece[]): Joints {
  const signed: Stretch[] = [];
  const joined: Stretch[] = [];
  visit(ast, (node) => {
    const { start, end } = node.span;
    if (node.kind === "Negate" || node.kind === "ScoreLine") signed.push([start, start + 1]);
    else if (node.kind === "ScoreBound") signed.push([start, end]);
    else if (isStretch(node)) joined.push([start, end]);
  });
  return { prefixes: new Set(signsIn(signed, pieces)), joining: new Set(signsIn(joined, pieces)) };
}

function isStretch(node: SyntaxNode): boolean {
  switch (node.kind) {
    case "WeeklyHours":
    case "Hours":
    case "Holidays":
      return true;
    case "Type":
      return node.name === "yes/no";
    default:
      return false;
  }
}

/** The offsets of signs and slashes in stretches, which may lie in one another, in the order of the text. */
function signsIn(stretches: readonly Stretch[], pieces: readonly Piece[]): number[] {
  const ascending = [...stretches].sort(([a], [b]) => a - b);
  const found: number[] = [];
  let next = 0;
  let reach = 0;
  for (const { kind, start } of pieces) {
    for (; (ascending[next]?.[0] ?? Number.POSITIVE_INFINITY) <= start; next++) {
      reach = Math.max(reach, ascending[next]?.[1] ?? 0);
    }
    if (start < reach && (kind === "sign" || kind === "slash")) found.push(start);
  }
  return found;
}
