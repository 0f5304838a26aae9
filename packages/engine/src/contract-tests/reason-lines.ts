import type { Reason, TruthWord } from "../explain/explain-condition.ts";

const MARKS: Readonly<Record<TruthWord, string>> = { true: "✓", false: "✗", unknown: "?" };

/**
 * The tree of a condition, one line for each part, with the values that it found: `✗ employees >= 50   employees = 40`.
 * Parts are indented below what they make up.
 *
 * @param lead words before the condition, such as `when `
 */
export function reasonLines(reason: Reason, lead = "", indent = ""): readonly string[] {
  const values = reason.values.filter((value) => value !== reason.text);
  const found = values.length === 0 ? "" : `   ${values.join(", ")}`;
  const line = `${indent}${MARKS[reason.truth]} ${lead}${reason.text}${found}`;
  return [line, ...reason.children.flatMap((child) => reasonLines(child, "", `${indent}  `))];
}
