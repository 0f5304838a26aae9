import type { Diagnostic } from "@entente/ir";
import { parse } from "../1-syntax/parse.ts";
import { render } from "./render.ts";
import { scriptOf } from "./script.ts";
import { pageOf } from "./write.ts";

/** What came of laying out a contract. */
export interface Formatted {
  /** The contract in its one layout; untouched where it has syntax errors. */
  readonly text: string;
  /** What the parser told about it. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lays out a contract as every contract is laid out. Only line ends, spaces, and separators between clauses change:
 * the tree, every comment and its place stay the same. Laying out the result changes nothing.
 *
 * @param file the path as diagnostics name it
 */
export function format(text: string, file = "contract.sla"): Formatted {
  const { ast, diagnostics } = parse(file, text);
  if (diagnostics.some(({ severity }) => severity === "error")) return { text, diagnostics };
  return { text: render(pageOf(scriptOf(ast)).lines), diagnostics };
}
