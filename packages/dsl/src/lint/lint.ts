import type { Diagnostic } from "@entente/ir";
import type { LintedContract, RuleName } from "./rule.ts";
import { rules } from "./rules.ts";

/** What a finding of a rule counts as. */
export const lintLevels = ["error", "warning", "off"] as const;
export type LintLevel = (typeof lintLevels)[number];

/** Levels by the rule's name, `{ "unused-event": "error" }`; a rule that is absent has its own. */
export type LintSettings = Readonly<Partial<Record<RuleName, LintLevel>>>;

/** The findings of every rule that is on, rule by rule in the order of the registry. */
export function lint(contract: LintedContract, settings: LintSettings): readonly Diagnostic[] {
  return rules.flatMap((rule) => {
    const level = settings[rule.name] ?? (rule.isOn ? "warning" : "off");
    if (level === "off") return [];
    return rule.check(contract).map((found) => ({ ...found, severity: level }));
  });
}
