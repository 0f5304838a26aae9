import { describe, expect, it } from "vitest";
import { CLAUSES, DECLARATIONS } from "../clauses/rules.ts";
import { DECLARATION_WORDS } from "../lexer/words.ts";
import { Grammar, grammar } from "./grammar.ts";

describe("the grammar", () => {
  it("has a rule for every declaration and every clause", () => {
    const names = [
      ...DECLARATION_WORDS.map((first) => DECLARATIONS[first].rule),
      ...Object.values(CLAUSES).flatMap(({ byWord }) => Object.values(byWord)),
    ];
    const rules = Object.keys(grammar().getGAstProductions());
    for (const name of names) expect(rules).toContain(name);
  });
  it("uses no choice or repetition twice under one number in a rule", () => {
    for (const [name, rule] of Object.entries(new Grammar().getGAstProductions())) {
      const seen = new Set<string>();
      visitProductions(rule as unknown as Production, (type, idx) => {
        if (type === "NonTerminal" || type === "Terminal" || type === "Alternative") return;
        const key = `${name}: ${type} ${idx}`;
        expect(seen.has(key), key).toBe(false);
        seen.add(key);
      });
    }
  });
});

interface Production {
  readonly definition?: readonly Production[];
  readonly idx?: number;
}
function visitProductions(production: Production, fn: (type: string, idx: number) => void): void {
  for (const part of production.definition ?? []) {
    fn(part.constructor.name, part.idx ?? 0);
    if (part.constructor.name !== "NonTerminal") visitProductions(part, fn);
  }
}
