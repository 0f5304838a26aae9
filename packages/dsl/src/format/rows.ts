import type { Item, ItemBlock } from "./items.ts";
import { type Part, partOf } from "./parts.ts";
import type { Script } from "./script.ts";

/** A line of a clause as its author broke it: code, perhaps with a comment behind it, or a comment alone. */
export interface Row {
  /** Empty for a comment alone. */
  readonly parts: readonly Part[];
  readonly comment: string | null;
}

/** The rows of the pieces from `first` to `last`. */
export function rowsOf(script: Script, first: number, last: number): Row[] {
  const rows: Row[] = [];
  let parts: Part[] = [];
  let previous: number | null = null;
  const end = (comment: string | null): void => {
    if (parts.length > 0 || comment !== null) rows.push({ parts, comment });
    parts = [];
    previous = null;
  };
  for (let index = first; index <= last; index++) {
    const kind = script.pieces[index]?.kind;
    if (kind === "break") end(null);
    else if (kind === "comment") end(partOf(script, index, null).text);
    else {
      parts.push(partOf(script, index, previous));
      previous = index;
    }
  }
  end(null);
  return rows;
}

/** The parts of a block on one line, without its `}`. */
export function inlineBlock(script: Script, { open, items, style }: ItemBlock): Part[] {
  const parts = [partOf(script, open, null, " ")];
  items.forEach((item, index) => {
    const [first, ...rest] = inlineItem(script, item);
    if (first === undefined) return;
    parts.push({ ...first, lead: index > 0 && style !== "settings" ? "  " : " " }, ...rest);
    if (index < items.length - 1) parts.push(...separator(style, script, item.last));
  });
  return parts;
}

function separator(style: ItemBlock["style"], script: Script, last: number): Part[] {
  const start = script.pieces[last]?.end ?? 0;
  switch (style) {
    case "clauses":
      return [{ kind: "semicolon", text: ";", start, lead: "" }];
    case "settings":
      return [{ kind: "comma", text: ",", start, lead: "" }];
    case "phrases":
      return [];
  }
}

/** The parts of a clause on one line. */
export function inlineItem(script: Script, { first, last, block }: Item): Part[] {
  if (block === null) return rowsOf(script, first, last).flatMap(({ parts }) => parts);
  const head = rowsOf(script, first, block.open - 1).flatMap(({ parts }) => parts);
  const tail = rowsOf(script, block.close, last).flatMap(({ parts }) => parts);
  return [...head, ...inlineBlock(script, block), ...closed(tail, block)];
}

/** The `}` and what stands behind it, as they follow a block on one line. */
export function closed(tail: readonly Part[], { items }: ItemBlock): Part[] {
  const [brace, ...rest] = tail;
  return brace === undefined ? [] : [{ ...brace, lead: items.length === 0 ? "" : " " }, ...rest];
}

/** Whether the pieces of a stretch stand on one line, without comments. */
export function isFlat({ pieces }: Script, from: number, to: number): boolean {
  for (let index = from; index <= to; index++) {
    const kind = pieces[index]?.kind;
    if (kind === "break" || kind === "comment") return false;
  }
  return true;
}
