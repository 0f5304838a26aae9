import type { Span } from "@entente/ir";
import { DAY_WORDS, RESERVED_WORDS } from "../1-syntax/lexer/words.ts";
import { type Fixes, replacing } from "../diagnostics/fixes.ts";
import { slipOf } from "../diagnostics/slip.ts";

/** The fix that writes the declared name of which `name` is a slip, where it cannot be another's. */
export function renaming(name: string, span: Span, declared: Iterable<string>): Fixes {
  const meant = slipOf(name, declared);
  return meant === undefined ? {} : { fixes: [replacing(span, writtenName(meant))] };
}

const RESERVED: ReadonlySet<string> = new Set([...RESERVED_WORDS, ...DAY_WORDS.flat()]);

/** A name as a contract writes it: in backticks where it would not be read as a name otherwise. */
export function writtenName(name: string): string {
  return /^[\p{L}_][\p{L}\p{M}\p{Nd}_]*$/u.test(name) && !RESERVED.has(name) ? name : `\`${name}\``;
}
