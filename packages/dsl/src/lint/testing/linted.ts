import { compile } from "../../compile.ts";
import type { LintSettings } from "../lint.ts";
import type { RuleName } from "../rule.ts";
import { ruleNames } from "../rules.ts";

/** An agreement with two promises that no rule has anything to say about. */
export const AGREEMENT = `agreement "Lead handoff" {
  between marketing and sales;  effective 2026-01-01 to 2026-12-31;  time zone "UTC";  currency USD
}
lead { id text key;  email text optional;  phone text optional;  owner text optional;  created time }
event handoff
event contact
`;

/** What one rule finds in a contract, as `line: message`; other files are those that it imports. */
export function linted(
  rule: RuleName,
  text: string,
  files: Readonly<Record<string, string>> = {},
): readonly string[] {
  const levels = ruleNames.map((name) => [name, name === rule ? "warning" : "off"] as const);
  const lint: LintSettings = Object.fromEntries(levels);
  const read = (path: string) => files[path] ?? { problem: "there is no such file" };
  const { diagnostics, policy } = compile({ entry: "contract.sla", text, read, lint });
  if (policy === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return diagnostics.map(({ span, message }) => `${span.line}: ${message}`);
}
