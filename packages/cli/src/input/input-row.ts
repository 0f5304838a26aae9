/** How the rows of a file are written. `json` is a list of objects, or objects one after the other. */
export type InputFormat = "csv" | "jsonl" | "json";

/** The cells of a row of a table, by column. */
export type Cells = Readonly<Record<string, string>>;

/**
 * One row of a file: the cells of a table, or a JSON value. `line` is the line it begins on, from 1. A bad row could not be taken apart; `raw` is its
 * text, cut where it is very long.
 */
export type InputRow =
  | { readonly kind: "row"; readonly line: number; readonly table: true; readonly record: Cells }
  | { readonly kind: "row"; readonly line: number; readonly table?: never; readonly record: unknown }
  | { readonly kind: "bad"; readonly line: number; readonly message: string; readonly raw: string };

/** The longest row that is read, in bytes: memory stays flat whatever a file holds. */
export const LONGEST_ROW = 16 * 1024 * 1024;

const LONGEST_RAW = 10_000;

export function badRow(line: number, message: string, raw: string): InputRow {
  const cut = raw.length <= LONGEST_RAW ? raw : `${raw.slice(0, LONGEST_RAW)}…`;
  return { kind: "bad", line, message, raw: cut };
}
