import { STEP } from "./continuation.ts";
import type { Place } from "./cuts.ts";
import { type Item, type ItemBlock, itemsOf } from "./items.ts";
import { Page } from "./page.ts";
import { partOf, widthOfParts } from "./parts.ts";
import { closed, inlineBlock, isFlat, type Row, rowsOf } from "./rows.ts";
import { type Script, standsAlone } from "./script.ts";
import { canWrap, wrappedSettings } from "./settings.ts";
import { type Position, writeRows } from "./write-rows.ts";

/** The columns that a line may have where a block is to stand on it. */
export const LINE_WIDTH = 100;

/** The offset of a `{` at the end of a line: no column begins there. */
const NOWHERE = -1;

/** The lines of a contract, their columns not yet aligned. */
export function pageOf(script: Script): Page {
  const page = new Page();
  const whole = { from: 0, to: script.pieces.length, items: itemsOf(script) };
  writeContents(script, page, whole, { parent: null, indent: 0 });
  return page;
}

/** A stretch of pieces and the items in it. */
interface Contents {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly items: readonly Item[];
}
interface Holder {
  readonly parent: Item | null;
  readonly indent: number;
}

/** Writes items and the comments around them, each on lines of its own, with the blank lines between them. */
function writeContents(script: Script, page: Page, contents: Contents, { parent, indent }: Holder): void {
  const items = new Map(contents.items.map((item) => [item.first, item]));
  const start = page.lines.length;
  let breaks = 0;
  let table = page.newTable();
  let kind: string | undefined;
  const begin = (): void => {
    if (breaks > 1 && page.lines.length > start) {
      page.addBlank();
      table = page.newTable();
    }
    breaks = 0;
  };
  for (let index = contents.from; index < contents.to; index++) {
    const piece = script.pieces[index];
    const item = items.get(index);
    if (item !== undefined) {
      begin();
      if (parent === null && item.node?.kind !== kind) table = page.newTable();
      kind = item.node?.kind;
      writeItem({ script, item, parent }, { page, indent, table });
      index = item.last;
    } else if (piece?.kind === "break") breaks++;
    else if (piece?.kind === "comment") {
      if (standsAlone(script.pieces, index)) {
        begin();
        page.addText(partOf(script, index, null).text, { columns: indent, under: null });
      } else page.addComment(partOf(script, index, null).text);
      breaks = 0;
    }
  }
}

function writeItem(place: Place, position: Position): void {
  const { script, item } = place;
  const { block } = item;
  if (block === null) return writeRows(rowsOf(script, item.first, item.last), place, position);
  const head = rowsOf(script, item.first, block.open - 1);
  const tail = rowsOf(script, block.close, item.last);
  if (!writeOnOneLine(place, position, head, tail)) writeOnManyLines(place, position, head, tail);
}

/** Whether the block could stand on the line of its clause, and does. */
function writeOnOneLine(
  place: Place,
  position: Position,
  head: readonly Row[],
  tail: readonly Row[],
): boolean {
  const { script, item } = place;
  const { block } = item;
  const before = head.at(-1);
  const [after, ...rest] = tail;
  if (block === null || !before || !after || !endsInCode(before)) return false;
  if (!isOneLine(script, block)) return false;
  const parts = [...before.parts, ...inlineBlock(script, block), ...closed(after.parts, block)];
  const around = (rows: readonly Row[]): readonly Row[] => [...head.slice(0, -1), ...rows, ...rest];
  if (position.indent + widthOfParts(parts) <= LINE_WIDTH) {
    writeRows(around([{ parts, comment: after.comment }]), place, position);
    return true;
  }
  if (block.style !== "settings") return false;
  const room = LINE_WIDTH - position.indent;
  const [first] = block.items;
  const hang = script.pieces[first?.first ?? 0]?.start;
  writeRows(around(wrappedSettings(script, block, before.parts, after, room)), place, position, hang);
  return true;
}

function isOneLine(script: Script, block: ItemBlock): boolean {
  const { open, close, items, style } = block;
  if (isFlat(script, open, close)) return true;
  if (items.length > 0) return style === "settings" && canWrap(script, block);
  return script.pieces.slice(open, close).every(({ kind }) => kind !== "comment");
}

function writeOnManyLines(
  place: Place,
  position: Position,
  head: readonly Row[],
  tail: readonly Row[],
): void {
  const { script, item, parent } = place;
  const { page, indent } = position;
  const { block } = item;
  if (block === null) return;
  const brace = { ...partOf(script, block.open, null, " "), start: NOWHERE };
  const last = head.at(-1);
  const opened =
    last && endsInCode(last)
      ? [...head.slice(0, -1), { parts: [...last.parts, brace], comment: null }]
      : head;
  const isAligned = parent !== null || item.node?.kind === "Meeting";
  writeRows(opened, place, isAligned ? position : { ...position, table: null });
  if (opened === head) page.addText("{", { columns: indent, under: null });
  const contents = { from: block.open + 1, to: block.close, items: block.items };
  writeContents(script, page, contents, { parent: item, indent: indent + STEP });
  writeRows(tail, place, { ...position, table: null });
}

function endsInCode({ parts, comment }: Row): boolean {
  return parts.length > 0 && comment === null;
}
