import type { Diagnostic, Severity } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { plain } from "../terminal/colours.ts";
import { type ContractFindings, jsonFindings, prettyFindings, summary } from "./diagnostics.ts";

const text = 'import "./us.sla"\nstage Laed after Led\n';

function finding(severity: Severity, needle: string, file = "a.sla"): Diagnostic {
  const start = text.indexOf(needle);
  const line = text.slice(0, start).split("\n").length;
  const column = start - text.lastIndexOf("\n", start - 1);
  return {
    id: "a/b",
    severity,
    message: `about ${needle}`,
    span: { file, start, end: start + needle.length, line, column },
  };
}

function contract(file: string, ...diagnostics: readonly Diagnostic[]): ContractFindings {
  return { file, diagnostics, sources: new Map([["a.sla", text]]) };
}

describe("the findings of a contract", () => {
  it("come with a line that sums them up", () => {
    const findings = contract(
      "a.sla",
      finding("error", "Laed"),
      finding("warning", "Led"),
      finding("info", "import", "0.sla"),
    );
    expect(prettyFindings([findings], { colours: plain, columns: 80 })).toBe(
      `error[a/b]: about Laed
  a.sla:2:7
    2 | stage Laed after Led
      |       ^^^^

warning[a/b]: about Led
  a.sla:2:18
    2 | stage Laed after Led
      |                  ^^^

info[a/b]: about import
  0.sla:1:1

1 error, 1 warning, 1 note in a.sla
`,
    );
  });

  it("are told as JSON", () => {
    const findings = [
      contract("a.sla", finding("error", "Laed")),
      contract("b.sla", finding("warning", "Led")),
    ];
    expect(JSON.parse(jsonFindings(findings))).toEqual({
      version: 1,
      errors: 1,
      warnings: 1,
      notes: 0,
      contracts: [
        { file: "a.sla", ok: false, diagnostics: [finding("error", "Laed")] },
        { file: "b.sla", ok: true, diagnostics: [finding("warning", "Led")] },
      ],
    });
  });
});

describe("the summary", () => {
  const cases: readonly (readonly [string, readonly ContractFindings[]])[] = [
    ["No problems in a.sla", [contract("a.sla")]],
    ["2 errors in a.sla", [contract("a.sla", finding("error", "Led"), finding("error", "Laed"))]],
    [
      "1 error, 1 warning in a.sla and b.sla",
      [contract("a.sla", finding("error", "Led")), contract("b.sla", finding("warning", "Led"))],
    ],
    ["No problems in a.sla, b.sla and c.sla", ["a.sla", "b.sla", "c.sla"].map((file) => contract(file))],
    ["No problems in 4 contracts", ["a.sla", "b.sla", "c.sla", "d.sla"].map((file) => contract(file))],
  ];
  it.each(cases)("%s", (line, contracts) => {
    expect(summary(contracts)).toBe(line);
  });
});
