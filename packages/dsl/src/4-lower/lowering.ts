import { type Diagnostic, invariant, type Zone } from "@entente/ir";
import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import type { Resolution } from "../2-resolve/resolve.ts";
import type { BoundNode } from "../2-resolve/scope.ts";
import type { Binding } from "../2-resolve/symbols.ts";
import type { Checked } from "../3-check/check.ts";

/** What lowering knows: the side tables of the earlier phases, and the agreement's zone and currency. */
export interface Lowering {
  readonly resolution: Resolution;
  readonly checked: Checked;
  readonly zone: Zone;
  readonly currency: string;
  readonly diagnostics: Diagnostic[];
}

/** What a name stands for. Lowering runs only on contracts without errors, so there is always something. */
export function bindingOf(node: BoundNode, lowering: Lowering): Binding {
  const binding = lowering.resolution.bindings.get(node);
  invariant(binding !== undefined && binding.kind !== "error", `unbound name at offset ${node.span.start}`);
  return binding;
}

/** The binding of a node that may be a name; null for every other node. */
export function boundTo(node: ExpressionNode, lowering: Lowering): Binding | null {
  return node.kind === "Reference" || node.kind === "Member" ? bindingOf(node, lowering) : null;
}
