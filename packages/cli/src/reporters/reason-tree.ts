import type { Reason } from "@entente/engine";
import type { Colours } from "../terminal/colours.ts";
import { printable } from "../terminal/printable.ts";

/**
 * The reasons for a condition as an indented tree in the contract's words. A test ends with the values that it
 * found; a condition joined by `and`, `or` or `not` is followed by its parts.
 *
 * @param lead words before the condition, such as `when `
 * @param indent columns before the mark
 */
export function reasonTree(
  reason: Reason,
  lead: string,
  indent: number,
  colours: Colours,
): readonly string[] {
  const values = reason.values.filter((value) => value !== oneLine(reason.text));
  const found = values.length === 0 ? "" : colours.dim(`   ${printable(values.join(", "))}`);
  const line = `${" ".repeat(indent)}${truthMark(reason.truth, colours)} ${lead}${oneLine(reason.text)}${found}`;
  return [line, ...reason.children.flatMap((child) => reasonTree(child, "", indent + 2, colours))];
}

/** `✓` true, `✗` false, `?` unknown. */
export function truthMark(truth: Reason["truth"], colours: Colours): string {
  switch (truth) {
    case "true":
      return colours.green("✓");
    case "false":
      return colours.red("✗");
    case "unknown":
      return colours.yellow("?");
  }
}

function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, " ");
}
