import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SyntaxNode } from "./ast/node.ts";
import { childrenOf, visit } from "./children.ts";
import { lex } from "./lexer/lex.ts";
import { parse } from "./parse.ts";
import { sourceOf } from "./source.ts";
import { sharedContracts } from "./testing/contracts.ts";

const SMALL = `agreement "A" { between a and b; currency USD }
lead { id text key; source one of web "Web", other optional from "S" }
event handoff { reason one of x, y }
define good = employees >= 50 and not (source is web or email ends with "@x.com" ignoring case)
score s { +10 when good; -2 per handoff (where reason is x) once per week up to 5 }
classify c, first match { big when good worth $5,000; small otherwise }
stage MQL after Lead when good unless bad at created
commitment f for leads where good {
  early: a must handoff 3 times within by c { big -> 5 minutes, otherwise -> 1 hour } of first x, restarts
  b must follow { day 0: handoff and x; day 1: y } of x
  until x or y
}
ladder l { at breach notify a; after 30 days { do "x"; report every week to b } }
goal g by a { measure rate from x to y, maturing 30 days; at least 35% by 2020-06-30, 50% by 2020-12-31 }
test "t" { lead { id: "1" }; 2020-01-01 10:00 handoff { reason: x }; expect f is met }
`;
const CONTRACTS = [SMALL, ...sharedContracts().map(([, text]) => text)];

const contract = fc.constantFrom(...CONTRACTS);
/** A contract in which tokens were deleted, doubled, swapped or replaced by others. */
const mutated = fc
  .tuple(
    contract,
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom("delete", "double", "swap", "cut")), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([text, changes]) => changes.reduce(mutate, text));

function mutate(text: string, [a, b, change]: [number, number, string]): string {
  const tokens = lex(sourceOf("f", text)).tokens;
  const [first, second] = [tokens[a % tokens.length], tokens[b % tokens.length]];
  if (first === undefined || second === undefined) return text;
  const at = first.startOffset;
  const end = at + first.image.length;
  switch (change) {
    case "delete":
      return text.slice(0, at) + text.slice(end);
    case "double":
      return `${text.slice(0, end)} ${first.image}${text.slice(end)}`;
    case "swap":
      return `${text.slice(0, at)} ${second.image} ${text.slice(end)}`;
    default:
      return text.slice(0, at + Math.ceil(first.image.length / 2));
  }
}

const words = fc.constantFrom(
  ..."goal by at least every { } ( ) , ; : \n -> \" ` ' # % $ 5 10,000 2020-01-01 9:00 must within of and or not is in when lead event test 会社 é @ \u200b".split(
    " ",
  ),
);
const noise = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(words, { maxLength: 60 }).map((list) => list.join(" ")),
);
const anything = fc.oneof(noise, mutated);

function isInside(inner: SyntaxNode, outer: SyntaxNode): boolean {
  return outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
}

describe("whatever the text", () => {
  it("every span lies in the text, at the line and column that it says", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { ast, diagnostics, unread } = parse("f.sla", text);
        const lines = ast.text.split(/\r\n|\r|\n/);
        for (const span of [...diagnostics.map((found) => found.span), ...unread]) {
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(ast.text.length);
          expect(span.line).toBeLessThanOrEqual(lines.length);
          expect(span.column).toBeLessThanOrEqual((lines[span.line - 1] ?? "").length + 2);
        }
      }),
      { numRuns: 300 },
    );
  });
  it("every node lies in its parent", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { ast } = parse("f.sla", text);
        visit(ast, (node) => {
          for (const child of childrenOf(node)) expect(isInside(child, node)).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });
  it("what is told is told in order, and never twice", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const told = parse("f.sla", text).diagnostics.map(
          ({ id, span }) => `${id} ${span.start} ${span.end}`,
        );
        const starts = parse("f.sla", text).diagnostics.map(({ span }) => span.start);
        expect(new Set(told).size).toBe(told.length);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });
  it("something is missing from the tree only if something is told", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { diagnostics, unread } = parse("f.sla", text);
        if (unread.length > 0) expect(diagnostics.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe("equal texts give equal trees", () => {
  const withoutPlaces = (text: string): unknown => {
    const { ast, diagnostics, comments } = parse("f.sla", text);
    const isPlace = (key: string) => key === "span" || key === "offset";
    const kept = { declarations: ast.declarations, diagnostics, comments };
    return JSON.parse(JSON.stringify(kept, (key, value) => (isPlace(key) ? undefined : value)));
  };
  it.each(CONTRACTS.map((text, index) => [index, text] as const))(
    "line ends do not matter: %i",
    (_index, text) => {
      expect(withoutPlaces(text.replaceAll("\n", "\r\n"))).toEqual(withoutPlaces(text));
    },
  );
  it.each(CONTRACTS.map((text, index) => [index, text] as const))(
    "forms of Unicode do not matter: %i",
    (_index, text) => {
      expect(parse("f.sla", text.normalize("NFD"))).toEqual(parse("f.sla", text));
    },
  );
  it("what was read before does not matter", () => {
    fc.assert(
      fc.property(anything, (before) => {
        const fresh = parse("f.sla", SMALL);
        parse("f.sla", before);
        expect(parse("f.sla", SMALL)).toEqual(fresh);
      }),
      { numRuns: 50 },
    );
  });
});
