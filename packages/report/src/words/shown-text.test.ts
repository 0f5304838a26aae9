import { expect, it } from "vitest";
import { shownName, shownText } from "./shown-text.ts";

it.each([
  ["a\u0000b\u001b[31mc", "a b [31mc"],
  ["two\r\nlines", "two lines"],
  ["\u202egnirts\u2066", "\ufffdgnirts\ufffd"],
  ["zero\u200bwidth", "zero\ufffdwidth"],
  ["lone \ud800 half", "lone \ufffd half"],
  ["  around  ", "around"],
  ["שלום עולם", "שלום עולם"],
  ["x".repeat(80), "x".repeat(80)],
  ["x".repeat(81), `${"x".repeat(79)}…`],
  ["😀".repeat(80), "😀".repeat(80)],
  ["😀".repeat(200), `${"😀".repeat(79)}…`],
])("%j is shown as %j", (text, shown) => {
  expect(shownText(text)).toBe(shown);
});

it("is quick about long texts", () => {
  expect(shownText("y".repeat(5_000_000), 10)).toBe(`${"y".repeat(9)}…`);
});

it("shows declared names without their underscores", () => {
  expect(shownName("lead_value")).toBe("lead value");
});
