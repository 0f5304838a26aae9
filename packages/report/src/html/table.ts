import { h, type Properties } from "hastscript";
import type { Element, ElementContent } from "./tree.ts";

/** What stands in a cell. */
export type Cell = string | ElementContent | readonly ElementContent[];

export interface TableColumn {
  readonly head: string;
  /** Numbers stand right, so that they can be compared. */
  readonly number?: boolean;
}

/**
 * A table that scrolls inside its own box where the page is narrow. The first cell of a row is its heading.
 *
 * @param label what a screen reader calls it
 */
export function table(
  label: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly Cell[])[],
): Element {
  const side = (column: number): Properties =>
    columns[column]?.number === true ? { className: ["number"] } : {};
  return h("div.scroll", [
    h("table", { ariaLabel: label }, [
      h(
        "thead",
        h(
          "tr",
          columns.map(({ head }, index) => h("th", { scope: "col", ...side(index) }, head)),
        ),
      ),
      h(
        "tbody",
        rows.map((cells) =>
          h(
            "tr",
            cells.map((cell, index) =>
              index === 0
                ? h("th", { scope: "row", ...side(index) }, contentOf(cell))
                : h("td", side(index), contentOf(cell)),
            ),
          ),
        ),
      ),
    ]),
  ]);
}

function contentOf(cell: Cell): (string | ElementContent)[] {
  if (typeof cell === "string") return [cell];
  return "type" in cell ? [cell] : [...cell];
}
