import type { Diagnostic, Span } from "@entente/ir";
import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import type { Resolution } from "../2-resolve/resolve.ts";
import type { Type } from "./types.ts";

/** What checking knows and collects while it walks. */
export interface Checking {
  readonly resolution: Resolution;
  /** ISO code of the agreement's currency; null where it names none that exists. */
  readonly currency: string | null;
  /** The type of every expression that was checked. */
  readonly types: Map<ExpressionNode, Type>;
  readonly diagnostics: Diagnostic[];
  /** What stands at a span, for fixes that move it. */
  readonly textAt: (span: Span) => string;
}
