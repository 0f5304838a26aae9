import type { Item, ItemBlock } from "./items.ts";
import { type Part, partOf } from "./parts.ts";
import type { Script } from "./script.ts";

/** A line of a clause as its author broke it: code, perhaps with a comment behind it, or a comment alone. */
export interface Row {
  /** Empty for a comment alone. */
  readonly parts: readonly Part[];
  readonly comment: string | null;
}

/** The rows of the pieces from `first` to `last`; what goes on behind a bracket that closes a row stands in that row. */
export function rowsOf(script: Script, first: number, last: number): Row[] {
  const rows: Row[] = [];
  for (const row of brokenRows(script, first, last)) {
    const closer = rows.at(-1);
    const [begin, ...others] = row.parts;
    if (!closer || !begin || !isLoneBracket(closer) || !goesOn(begin)) rows.push(row);
    else {
      const lead = begin.kind === "comma" ? "" : " ";
      const parts = [...closer.parts, { ...begin, lead }, ...others];
      rows[rows.length - 1] = { parts, comment: row.comment };
    }
  }
  return rows;
}

function isLoneBracket({ parts, comment }: Row): boolean {
  const kind = parts[0]?.kind;
  return parts.length === 1 && comment === null && (kind === "}" || kind === ")");
}

function goesOn({ kind, text }: Part): boolean {
  return kind === "comma" || GOES_ON.has(text);
}

/** Words before which the end of a line never ends a clause or an entry of a table (language, section 1). */
const GOES_ON: ReadonlySet<string> = new Set(["of", "within", "and", "or"]);

function brokenRows(script: Script, first: number, last: number): Row[] {
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
  const clauses = items.flatMap((item, index) => {
    const [first, ...rest] = inlineItem(script, item);
    if (first === undefined) return [];
    const lead = index > 0 && style !== "settings" ? "  " : " ";
    const end = index < items.length - 1 ? separator(style, script, item.last) : [];
    return [{ ...first, lead }, ...rest, ...end];
  });
  return [partOf(script, open, null, " "), ...clauses];
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
