import { describe, expect, it } from "vitest";
import { parse } from "./parse.ts";
import { languageSnippets, sharedContracts } from "./testing/contracts.ts";

const contracts = sharedContracts();
const snippets = languageSnippets();

describe.skipIf(contracts.length === 0)(
  "published contracts (skipped: ../shared/contracts is absent)",
  () => {
    it.each(contracts)("%s is read without a word", (name, text) => {
      const { ast, diagnostics, unread } = parse(name, text);
      expect(diagnostics).toEqual([]);
      expect(unread).toEqual([]);
      expect(ast.declarations.length).toBeGreaterThan(5);
    });
  },
);

describe.skipIf(snippets.length === 0)("examples of the design (skipped: ../shared/design is absent)", () => {
  it.each(snippets)("%s is read without a word", (name, text) => {
    const { ast, diagnostics } = parse(name, text);
    expect(diagnostics).toEqual([]);
    expect(ast.declarations.length).toBeGreaterThan(0);
  });
});
