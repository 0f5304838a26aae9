import type { ItemBlock } from "./items.ts";
import { type Part, partOf, widthOfParts } from "./parts.ts";
import { closed, inlineItem, isFlat, type Row } from "./rows.ts";
import type { Script } from "./script.ts";

/** Whether a list of values begins on the line of its `{` and has line ends only between them: then it is wrapped. */
export function canWrap({ pieces, ...script }: Script, { open, close, items }: ItemBlock): boolean {
  if (pieces[open + 1]?.kind === "break") return false;
  if (pieces.slice(open, close).some(({ kind }) => kind === "comment")) return false;
  return items.every(({ first, last }) => isFlat({ pieces, ...script }, first, last));
}

/**
 * The rows of a list of values that is too long for one line: as many on each as there is room for, the later ones
 * under the first value.
 *
 * @param head what stands before the list
 * @param tail the row that begins with its `}`
 * @param room columns of a row
 */
export function wrappedSettings(
  script: Script,
  block: ItemBlock,
  head: readonly Part[],
  tail: Row,
  room: number,
): Row[] {
  const begin = [...head, partOf(script, block.open, null, " ")];
  const indent = widthOfParts(begin) + 1;
  const rows: Part[][] = [begin];
  block.items.forEach((item, index) => {
    const isLast = index === block.items.length - 1;
    const end: Part[] = isLast
      ? closed(tail.parts, block)
      : [{ kind: "comma", text: ",", start: script.pieces[item.last]?.end ?? 0, lead: "" }];
    const [first, ...rest] = inlineItem(script, item);
    if (first === undefined) return;
    const value: Part[] = [{ ...first, lead: " " }, ...rest, ...end];
    const row = rows.at(-1) ?? [];
    const used = widthOfParts(row) + (rows.length > 1 ? indent : 0);
    if (index > 0 && used + 1 + widthOfParts(value) > room) rows.push(value);
    else rows[rows.length - 1] = [...row, ...value];
  });
  return rows.map((parts, index) => ({ parts, comment: index === rows.length - 1 ? tail.comment : null }));
}
