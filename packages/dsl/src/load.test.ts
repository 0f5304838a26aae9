import { describe, expect, it } from "vitest";
import { compile } from "./compile.ts";

describe("contracts that are large where nobody expects it", () => {
  it("import through thousands of files", () => {
    const deepest = 5000;
    const read = (path: string): string => {
      const index = Number(/\d+/.exec(path)?.[0]);
      return index < deepest ? `import "./f${index + 1}.sla"\n` : 'agreement "x" {';
    };
    const { diagnostics, sources } = compile({ entry: "f0.sla", read });
    expect(sources.size).toBe(deepest + 1);
    expect(diagnostics[0]?.span.file).toBe(`f${deepest}.sla`);
  });

  it("have more mistakes than a function can have arguments", () => {
    const mistakes = 150_000;
    expect(
      compile({ entry: "f.sla", text: "}\n".repeat(mistakes) }).diagnostics.length,
    ).toBeGreaterThanOrEqual(mistakes);
  });

  it("import in a circle, which is told once, from the file that closes it", () => {
    const read = (path: string): string => `import "./${path === "a.sla" ? "b" : "a"}.sla"\n`;
    const { diagnostics } = compile({ entry: "a.sla", read });
    const told = diagnostics.filter(({ id }) => id === "resolve/import-cycle");
    expect(told.map(({ span, message }) => [span.file, message])).toEqual([
      ["b.sla", expect.stringContaining("a.sla → b.sla → a.sla")],
    ]);
  });
});
