import { expect, it } from "vitest";
import { parse } from "../parse.ts";

const label = (text: string): string | undefined => parse("c.sla", text).diagnostics[0]?.label;
const duty = (rest: string): string => `commitment c { sales must contact ${rest} of handoff }`;

it.each([
  [duty("within one hour"), "write `1 hour`"],
  [duty("within an hour"), "write `1 hour`"],
  [duty("within two business days"), "write `2 business days`"],
  [duty("within 24h"), "write `24 hours`"],
  [duty("within 1h"), "write `1 hour`"],
  [duty("twice within 2 days"), "write `2 times`"],
  [duty("3x within 2 days"), "write `3 times`"],
  ["define a = employees is greater than 50", "write `>`"],
  ["define a = employees is at least 50", "write `>=`"],
  ["define a = employees less than 50", "write `<`"],
])("%s: says how it is written", (text, told) => {
  expect(label(text)).toBe(told);
});

it("says nothing of a phrase that stands elsewhere", () => {
  expect(label('define a = "one hour" ??')).not.toMatch(/1 hour/);
});
