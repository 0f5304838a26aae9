import { compile } from "@entente/dsl";
import { createEngine, runContractTests } from "@entente/engine";
import { describe, expect, it } from "vitest";
import { contractsIn, languagePages, wholeContract } from "./support/language-pages.ts";

/** Every example as a whole contract. Those of the tutorial go on from the ones before, and the first has no lead yet. */
const examples = languagePages()
  .flatMap(({ name, text }) =>
    contractsIn(text).map((example, index, all) => ({
      name: `${name}, example ${index + 1}`,
      contract: name === "tutorial.md" ? all.slice(0, index + 1).join("\n") : wholeContract(example),
    })),
  )
  .filter(({ name }) => name !== "tutorial.md, example 1");

describe("the examples of the language's pages", () => {
  it.each(examples)("$name compiles, and its tests pass", ({ contract }) => {
    const { policy, diagnostics } = compile({ entry: "example.sla", text: contract });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ id, span, message }) => `${span.line}: ${id} ${message}`)).toEqual([]);
    if (policy === null) throw new Error("no policy");
    const failed = runContractTests(createEngine(policy)).flatMap(({ name, expectations }) =>
      expectations.filter(({ status }) => status !== "passed").map((line) => ({ name, ...line })),
    );
    expect(failed.map(({ name, expected, actual, why }) => [name, expected, actual, ...why])).toEqual([]);
  });

  it("has a page for every declaration", () => {
    const pages = new Set(languagePages().map(({ name }) => name.replace(".md", "")));
    const declarations =
      "agreement import party role calendar lead event people define score classify stage commitment ladder goal funnel reward meeting dispute responsibility review cancellation signature";
    expect(declarations.split(" ").filter((word) => !pages.has(word))).toEqual([]);
  });
});
