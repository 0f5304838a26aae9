import { counted } from "../terminal/counted.ts";
import { printable } from "../terminal/printable.ts";
import { lineDiff } from "./check-diff.ts";

/** The most lines of a diff that are shown: enough to see what is meant. */
const MOST_LINES = 30;
/** Above that many pairs of lines a diff takes too long to work out, and its file is only named. */
const MOST_PAIRS = 4_000_000;

/** What a contract's layout changes in it, the beginning of a long diff; ends with a blank line. */
export function fmtDiff(file: string, before: string, after: string): string {
  const name = printable(file);
  if (linesIn(before) * linesIn(after) > MOST_PAIRS) return `--- ${name}\n\n`;
  const [from = "", to = "", ...changes] = lineDiff(name, before, after).trimEnd().split("\n");
  if (changes.length === 0)
    return `--- ${name}\nonly the ends of lines, or how characters are put together\n\n`;
  const shown = changes.slice(0, MOST_LINES).map((line) => (line === " " ? "" : printable(line)));
  const rest = changes.length - shown.length;
  const more = rest > 0 ? [`… and ${counted(rest, "more line", "more lines")}`] : [];
  return `${[from, to, ...shown, ...more].join("\n")}\n\n`;
}

function linesIn(text: string): number {
  return text.split("\n").length;
}
