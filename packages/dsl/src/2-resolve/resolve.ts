import type { Diagnostic, Span } from "@entente/ir";
import type { DeclarationNode } from "../1-syntax/ast/file.ts";
import { reportResolve } from "../diagnostics/resolve.ts";
import { collectSymbols } from "./collect.ts";
import { resolveDeclaration } from "./declarations.ts";
import { dependenciesOf, type Vertex } from "./dependencies.ts";
import { orderByDependency } from "./order.ts";
import type { BoundNode, Resolving } from "./scope.ts";
import type { Binding, SymbolTable } from "./symbols.ts";

/** The side tables of this phase: what is declared, what each name stands for, and an order of evaluation. */
export interface Resolution {
  readonly symbols: SymbolTable;
  readonly bindings: ReadonlyMap<BoundNode, Binding>;
  /** Vertices such as `stage:MQL`, each after all it depends on. */
  readonly order: readonly Vertex[];
}

/**
 * Finds what every name of a contract stands for (language sections 1.6 and 3 to 14).
 *
 * @param start where a declaration that is missing altogether is reported
 */
export function resolve(
  declarations: readonly DeclarationNode[],
  start: Span,
): { resolution: Resolution; diagnostics: Diagnostic[] } {
  const { symbols, diagnostics } = collectSymbols(declarations, start);
  const resolving: Resolving = { symbols, bindings: new Map(), diagnostics };
  for (const declaration of declarations) resolveDeclaration(declaration, resolving);
  const { sorted, cycles } = orderByDependency(dependenciesOf(symbols, resolving.bindings));
  for (const cycle of cycles) diagnostics.push(reportCycle(cycle, symbols, start));
  return { resolution: { symbols, bindings: resolving.bindings, order: sorted }, diagnostics };
}

const KIND_PLURALS: Readonly<Record<string, string>> = {
  define: "defines",
  score: "scores",
  class: "classifications",
  stage: "stages",
  commitment: "commitments",
  event: "derived events",
};

function reportCycle(cycle: readonly Vertex[], symbols: SymbolTable, start: Span): Diagnostic {
  const steps = cycle.map((vertex) => splitVertex(vertex));
  const kinds = [...new Set(steps.map((step) => KIND_PLURALS[step.kind] ?? step.kind))];
  return reportResolve("resolve/cycle", spanOfVertex(steps[0], symbols) ?? start, {
    what: kinds.join(" and "),
    path: steps.map((step) => step.name),
  });
}

function splitVertex(vertex: Vertex): { kind: string; name: string } {
  const colon = vertex.indexOf(":");
  return { kind: vertex.slice(0, colon), name: vertex.slice(colon + 1) };
}

function spanOfVertex(
  step: { kind: string; name: string } | undefined,
  symbols: SymbolTable,
): Span | undefined {
  if (step === undefined) return undefined;
  switch (step.kind) {
    case "stage":
      return symbols.stages.get(step.name)?.name.span;
    case "commitment":
      return symbols.commitments.get(step.name)?.name.span;
    default:
      return symbols.terms.get(step.name)?.node.name.span;
  }
}
