import { compile, format, parse } from "@entente/dsl";
import { type Diagnostic, invariant } from "@entente/ir";

/** How much of the reading a text goes through. */
export type Depth = "parse" | "compile";

/**
 * Reads a text as a contract and sees to it that what comes back can be used. What parses without a mistake is laid out
 * and compiled as well, whatever the depth.
 *
 * @throws Error whatever the reader throws, or where a finding lies outside of the text
 */
export function readText(
  text: string,
  depth: Depth,
): { readonly parses: boolean; readonly compiles: boolean } {
  const { ast, diagnostics } = parse("f.sla", text);
  expectInside(diagnostics, ast.text);
  const parses = diagnostics.length === 0 && ast.declarations.length > 0;
  if (parses) expectLaidOut(text);
  if (!parses && depth === "parse") return { parses, compiles: false };
  const compiled = compile({ entry: "f.sla", text, lint: {} });
  expectInside(compiled.diagnostics, ast.text);
  return { parses, compiles: compiled.policy !== null };
}

function expectInside(diagnostics: readonly Diagnostic[], text: string): void {
  for (const { id, span } of diagnostics) {
    const isInside = span.start >= 0 && span.start <= span.end && span.end <= text.length;
    invariant(isInside, `${id} lies outside of the text: ${span.start} to ${span.end} of ${text.length}`);
  }
}

function expectLaidOut(text: string): void {
  const once = format(text).text;
  const twice = format(once);
  invariant(twice.diagnostics.length === 0, "a contract that was laid out cannot be read any more");
  invariant(twice.text === once, "a contract that was laid out changes when it is laid out again");
}
