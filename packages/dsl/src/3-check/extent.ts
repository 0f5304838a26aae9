import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import type { NameNode } from "../1-syntax/ast/name.ts";
import { childrenOf, type SyntaxNode, visit } from "../1-syntax/children.ts";
import { dependenciesOf, type Vertex } from "../2-resolve/dependencies.ts";
import { reportCheck } from "../diagnostics/check.ts";
import type { Checking } from "./checking.ts";

/** How many levels of operators there may be one inside the other, with what names stand for written out. */
const DEEPEST = 400;
/** How many numbers one calculation may have, with its defines written out: exact results grow with each. */
const MOST_NUMBERS = 100;

type Declared = SyntaxNode & { readonly name: NameNode };

/**
 * Keeps a contract within what can be evaluated: names that stand for names, and exact calculations, grow with every line,
 * and can double with it.
 */
export function checkExtent(checking: Checking): void {
  const declared = declaredIn(checking);
  checkDepth(declared, checking);
  const numbers = new Map<SyntaxNode, number>();
  for (const vertex of checking.resolution.order) {
    const node = declared.get(vertex);
    if (node !== undefined) checkNumbers(node, numbers, checking);
  }
}

/** The declarations that others can build on, by their vertices. */
function declaredIn({ resolution: { symbols } }: Checking): ReadonlyMap<Vertex, Declared> {
  const terms = [...symbols.terms].flatMap(([name, { kind, node }]) =>
    kind === "field" ? [] : [[`${kind}:${name}`, node] as const],
  );
  const stages = [...symbols.stages].map(([name, node]) => [`stage:${name}`, node] as const);
  const commitments = [...symbols.commitments].map(([name, node]) => [`commitment:${name}`, node] as const);
  return new Map<Vertex, Declared>([...terms, ...stages, ...commitments]);
}

/** Tells each declaration that takes a chain of names beyond the limit; what builds on it is not told again. */
function checkDepth(declared: ReadonlyMap<Vertex, Declared>, checking: Checking): void {
  const { order, symbols, bindings } = checking.resolution;
  const uses = dependenciesOf(symbols, bindings);
  const depths = new Map<Vertex, number>();
  for (const vertex of order) {
    const node = declared.get(vertex);
    if (node === undefined) continue;
    const below = [...(uses.get(vertex) ?? [])].map((used) => depths.get(used) ?? 0);
    const depth = 1 + nestingOf(node) + below.reduce((deepest, each) => Math.max(deepest, each), 0);
    depths.set(vertex, depth > DEEPEST ? 0 : depth);
    if (depth > DEEPEST)
      checking.diagnostics.push(
        reportCheck("check/long-chain", node.name.span, { name: node.name.text, limit: DEEPEST }),
      );
  }
}

/** Expressions that hold others. */
const HOLDING: ReadonlySet<SyntaxNode["kind"]> = new Set<ExpressionNode["kind"]>([
  ...(["Not", "Logical", "Comparison", "Is", "Presence", "IsWithin", "Between", "In", "TextMatch"] as const),
  ...(["Occurrence", "Count", "TimeSince", "Arithmetic", "Negate", "Table", "Dated"] as const),
]);

function nestingOf(node: SyntaxNode): number {
  const inside = childrenOf(node).reduce((deepest, child) => Math.max(deepest, nestingOf(child)), 0);
  return inside + (HOLDING.has(node.kind) ? 1 : 0);
}

/** Tells each smallest calculation below `root` that has too many numbers; it then counts as one. */
function checkNumbers(root: Declared, numbers: Map<SyntaxNode, number>, checking: Checking): void {
  const count = (node: SyntaxNode): number => {
    const inside = childrenOf(node).map(count);
    if (node.kind === "Reference") return numbersBehind(node, numbers, checking);
    if (node.kind === "Table" || node.kind === "Negate" || node.kind === "TableCase")
      return inside.reduce((most, each) => Math.max(most, each), 1);
    if (node.kind !== "Arithmetic") return 1;
    const all = inside.reduce((sum, each) => sum + each, 0);
    if (all <= MOST_NUMBERS) return all;
    checking.diagnostics.push(reportCheck("check/large-calculation", node.span, { limit: MOST_NUMBERS }));
    return 1;
  };
  if (root.kind === "Define") numbers.set(root, count(root.value));
  else visitExpressions(root, count);
}

function numbersBehind(
  node: Extract<SyntaxNode, { kind: "Reference" }>,
  numbers: ReadonlyMap<SyntaxNode, number>,
  { resolution }: Checking,
): number {
  const binding = resolution.bindings.get(node);
  return binding?.kind === "define" ? (numbers.get(binding.node) ?? 1) : 1;
}

/** Calls `enter` for the outermost calculations below a declaration. */
function visitExpressions(root: SyntaxNode, enter: (node: SyntaxNode) => void): void {
  let until: SyntaxNode | null = null;
  visit(root, (node) => {
    const isInside = until !== null && node.span.end <= until.span.end;
    if (node.kind !== "Arithmetic" || isInside) return;
    until = node;
    enter(node);
  });
}
