import { parse } from "@entente/dsl";
import { describe, expect, it } from "vitest";
import { contractTexts } from "./corpus.ts";
import { randomText } from "./random-text.ts";
import { readText } from "./read-text.ts";
import { SHAPES } from "./shapes.ts";

/** `node bench/fuzz/parser.ts` goes on from here. */
const TEXTS = 15_000;
const contracts = contractTexts();

describe("random and broken texts", () => {
  it("never make the parser or the compiler fail", () => {
    const failed: string[] = [];
    for (let seed = 0; seed < TEXTS; seed += 1) {
      const text = randomText(seed, contracts);
      try {
        readText(text, seed % 20 === 0 ? "compile" : "parse");
      } catch (error) {
        failed.push(`text ${seed}: ${error}\n${JSON.stringify(text)}`);
      }
    }
    expect(failed).toEqual([]);
  });

  it("are the same in every run", () => {
    expect(randomText(7, contracts)).toBe(randomText(7, contracts));
    expect(randomText(7, contracts)).not.toBe(randomText(8, contracts));
  });
});

describe("texts that grow without end", () => {
  it.each(SHAPES.map(({ name, text }) => [name, text] as const))("%s: are read", (_name, text) => {
    expect(() => readText(text(3000), "compile")).not.toThrow();
  });

  it.each([
    ["open parentheses", "syntax/unclosed-parenthesis"],
    ["nested parentheses", "syntax/too-deep"],
    ["not not", "syntax/too-deep"],
    ["minus minus", "syntax/too-deep"],
    ["plus", "syntax/too-deep"],
    ["dots", "syntax/unexpected"],
    ["nested braces", "syntax/unknown-clause"],
  ])("%s: are told as %s", (name, id) => {
    const shape = SHAPES.find((one) => one.name === name);
    expect(parse("f.sla", shape?.text(3000) ?? "").diagnostics.map((found) => found.id)).toEqual([id]);
  });
});
