import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readStatement, type Statement, statementText } from "./statement.ts";

const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
const date = fc.constantFrom("2026-01-01", "2028-02-29", "1999-12-31");
const name = fc.string({ unit: "binary" });
const statement: fc.Arbitrary<Statement> = fc.record({
  contract: name,
  effective: fc.option(fc.record({ from: date, to: fc.option(date) })),
  digest: hex,
  form: fc.nat(999_999),
  terms: hex,
  role: name,
  name: fc.option(name),
  on: date,
});

describe("a statement", () => {
  it("is read back as it was written, whatever its names hold", () => {
    fc.assert(
      fc.property(statement, (one) => {
        expect(readStatement(statementText(one))).toEqual(one);
      }),
    );
  });

  it("has one line for each of its parts, and nothing that is not seen", () => {
    fc.assert(
      fc.property(statement, (one) => {
        const lines = statementText(one).split("\n");
        expect(lines).toHaveLength(8 + (one.effective === null ? 0 : 1) + (one.name === null ? 0 : 1));
        expect(lines.join("")).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u);
      }),
    );
  });

  const whole = statementText({
    contract: "Lead handoff",
    effective: null,
    digest: "a".repeat(64),
    form: 1,
    terms: "b".repeat(64),
    role: "cmo",
    name: null,
    on: "2026-01-02",
  });
  const wrong: readonly (readonly [string, string])[] = [
    ["an empty text", ""],
    ["another version", whole.replace("signature 1", "signature 2")],
    ["a line more", `${whole}note: "x"\n`],
    ["a line less", whole.replace(/form: .*\n/, "")],
    ["lines in another order", whole.replace(/(role: .*\n)(on: .*\n)/, "$2$1")],
    ["no end of the last line", whole.trimEnd()],
    ["a short digest", whole.replace(/a{64}/, "a".repeat(63))],
    ["a day that does not exist", whole.replace("2026-01-02", "2026-02-30")],
    ["a name that is no JSON text", whole.replace('"cmo"', '"\\x"')],
  ];
  it.each(wrong)("is not %s", (_, text) => {
    expect(readStatement(whole)).not.toBeNull();
    expect(readStatement(text)).toBeNull();
  });
});
