import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { format, parse } from "@entente/dsl";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lex } from "../../packages/dsl/src/1-syntax/lexer/lex.ts";
import { sourceOf } from "../../packages/dsl/src/1-syntax/source.ts";
import { shapeOf } from "../../packages/dsl/src/1-syntax/testing/shape.ts";
import { FIXTURES, hasShared, SHARED } from "../support/folders.ts";
import { contract, print } from "./random-contract.ts";
import { respaced, scrambled, seed } from "./scramble.ts";

const shapesIn = (text: string): unknown => parse("f.sla", text).ast.declarations.map(shapeOf);
const errorsIn = (text: string): string[] => parse("f.sla", text).diagnostics.map(({ message }) => message);

/**
 * The tokens of a text and its comments among them, without the separators that depend on the layout; a comment says
 * whether its line holds code too.
 */
function orderIn(text: string): string[] {
  const source = sourceOf("f.sla", text);
  const { tokens, comments } = lex(source);
  const code = tokens.filter(({ image }) => !/^([;,]|\s+)$/.test(image));
  const isBehindCode = (offset: number): boolean =>
    /[^\s;,]/.test(source.text.slice(source.text.lastIndexOf("\n", offset - 1) + 1, offset));
  return [
    ...code.map(({ image, startOffset }) => ({ image, at: startOffset })),
    ...comments.map(({ text: image, offset }) => ({
      image: `${isBehindCode(offset) ? "behind code" : "alone"}: ${image.trimEnd()}`,
      at: offset,
    })),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ image }) => image);
}

/** What must hold of a text without syntax errors and its layout. */
function expectLaidOut(text: string): void {
  const { text: laidOut, diagnostics } = format(text);
  expect(diagnostics).toEqual([]);
  expect(shapesIn(laidOut)).toEqual(shapesIn(text));
  expect(orderIn(laidOut)).toEqual(orderIn(text));
  expect(format(laidOut).text).toBe(laidOut);
  expect(laidOut).not.toMatch(/[ \t]\n|\n\n\n|\r|^\n|\n\n$/);
  expect(laidOut).toMatch(/^$|\n$/);
}

/** Every contract in a folder and below it. */
function contractsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".sla") && !path.includes("node_modules"))
    .map((path) => join(folder, path));
}

describe("random contracts", () => {
  it("are read as they are printed: the generator and its printer know the whole language", () => {
    fc.assert(
      fc.property(contract, (declarations) => {
        const text = print(declarations);
        expect(errorsIn(text)).toEqual([]);
        expect(shapesIn(text)).toEqual(declarations.map(shapeOf));
      }),
      { numRuns: 400 },
    );
  });
  it("keep their tree, their comments in place, and stay as they are when laid out again", () => {
    fc.assert(
      fc.property(contract, seed, (declarations, start) => {
        const text = scrambled(print(declarations), start);
        expect(errorsIn(text)).toEqual([]);
        expect(shapesIn(text)).toEqual(declarations.map(shapeOf));
        expectLaidOut(text);
      }),
      { numRuns: 400 },
    );
  });
  it("look the same whatever the spaces in their lines", () => {
    fc.assert(
      fc.property(contract, seed, seed, (declarations, first, second) => {
        const text = scrambled(print(declarations), first);
        expect(format(respaced(text, second)).text).toBe(format(text).text);
      }),
      { numRuns: 200 },
    );
  });
  it("look the same whatever their line ends", () => {
    fc.assert(
      fc.property(contract, seed, (declarations, start) => {
        const text = scrambled(print(declarations), start);
        expect(format(text.replaceAll("\n", "\r\n")).text).toBe(format(text).text);
      }),
      { numRuns: 50 },
    );
  });
});

const written = [...contractsBelow(join(FIXTURES)), ...contractsBelow(join(FIXTURES, "..", "..", "examples"))]
  .map((path) => [path.slice(join(FIXTURES, "..").length + 1), readFileSync(path, "utf8")] as const)
  .filter(([, text]) => errorsIn(text).length === 0);
const published = hasShared
  ? contractsBelow(join(SHARED, "contracts")).map((path) => [path, readFileSync(path, "utf8")] as const)
  : [];

describe("contracts of fixtures and examples", () => {
  it("are many", () => expect(written.length).toBeGreaterThan(40));
  it.each(written)("%s", (_path, text) => expectLaidOut(text));
});

describe.skipIf(!hasShared)("the published contracts (skipped where ../shared is absent)", () => {
  it.each(published)("%s", (_path, text) => expectLaidOut(text));
  it("keep most of their lines", () => {
    for (const [, text] of published) {
      const lines = text.split("\n");
      const laidOut = new Set(format(text).text.split("\n"));
      const kept = lines.filter((line) => laidOut.has(line));
      expect(kept.length / lines.length).toBeGreaterThan(0.5);
    }
  });
});
