import { describe, expect, it } from "vitest";
import { compile } from "../compile.ts";
import type { LintSettings } from "./lint.ts";
import { rules } from "./rules.ts";
import { AGREEMENT } from "./testing/linted.ts";

const TEXT = `${AGREEMENT}commitment c { sales must contact within 1 hour of handoff }\nevent reject\n`;

function told(lint?: LintSettings, text = TEXT): string[] {
  const options = { entry: "contract.sla", text };
  const { diagnostics } = compile(lint === undefined ? options : { ...options, lint });
  return diagnostics.map(({ id, severity }) => `${severity} ${id}`);
}

describe("lint", () => {
  it("runs only where it is asked for", () => {
    expect(told()).toEqual([]);
  });

  it("warns by the rules that are on, in the order of the text", () => {
    expect(told({})).toEqual([
      "warning lint/no-tests",
      "warning lint/one-sided",
      "warning lint/unused-event",
    ]);
  });

  const levels: readonly (readonly [LintSettings, readonly string[]])[] = [
    [{ "unused-event": "error", "no-tests": "off" }, ["warning lint/one-sided", "error lint/unused-event"]],
    [
      { "unused-event": "off", "no-tests": "off", "one-sided": "off", "commitment-without-ladder": "error" },
      ["error lint/commitment-without-ladder"],
    ],
  ];
  it.each(levels)("takes the levels of %j", (settings, expected) => {
    expect(told(settings)).toEqual(expected);
  });

  it("keeps the policy of a contract with findings", () => {
    const { policy } = compile({ entry: "contract.sla", text: TEXT, lint: { "unused-event": "error" } });
    expect(policy).not.toBeNull();
  });

  it("says nothing of a contract with errors", () => {
    expect(told({}, `${TEXT}define a = handof`)).toEqual(["error resolve/unknown-name"]);
  });

  it("has each rule once", () => {
    const names = rules.map((rule) => rule.name);
    expect(names).toEqual([...new Set(names)]);
  });
});
