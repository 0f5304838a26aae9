import type { CommitmentNode } from "../1-syntax/ast/commitments.ts";
import type { EventNode } from "../1-syntax/ast/facts.ts";
import { type SyntaxNode, visit } from "../1-syntax/children.ts";
import type { BoundNode } from "./scope.ts";
import type { Binding, SymbolTable } from "./symbols.ts";

/** A declaration whose value depends on other declarations, as a vertex: `define:good_fit`, `stage:MQL`. */
export type Vertex = string;

/** What each define, score, classification, stage, commitment and derived event builds on directly. */
export function dependenciesOf(
  symbols: SymbolTable,
  bindings: ReadonlyMap<BoundNode, Binding>,
): Map<Vertex, Set<Vertex>> {
  const graph = new Map<Vertex, Set<Vertex>>();
  for (const term of symbols.terms.values()) {
    if (term.kind === "field") continue;
    if (term.kind === "event") {
      if (term.node.alsoWhen !== null)
        graph.set(vertex("event", term.node), ofDerivedEvent(term.node, symbols, bindings));
      continue;
    }
    graph.set(vertex(term.kind, term.node), usesIn(term.node, symbols, bindings));
  }
  for (const stage of symbols.stages.values()) {
    const uses = usesIn(stage, symbols, bindings);
    for (const name of stage.after) uses.add(`stage:${name.text}`);
    graph.set(vertex("stage", stage), uses);
  }
  for (const commitment of symbols.commitments.values()) {
    graph.set(vertex("commitment", commitment), ofCommitment(commitment, symbols, bindings));
  }
  return graph;
}

function vertex(kind: string, node: { readonly name: { readonly text: string } }): Vertex {
  return `${kind}:${node.name.text}`;
}

function usesIn(
  root: SyntaxNode,
  symbols: SymbolTable,
  bindings: ReadonlyMap<BoundNode, Binding>,
): Set<Vertex> {
  const uses = new Set<Vertex>();
  visit(root, (node) => {
    if (node.kind === "Reference" || node.kind === "Member") {
      const binding = bindings.get(node);
      if (binding !== undefined) for (const use of ofBinding(binding, symbols)) uses.add(use);
    }
    if (node.kind === "Reached" || node.kind === "Trigger") {
      const stage = node.kind === "Reached" ? node.stage : node.reaching;
      if (stage !== null) uses.add(`stage:${stage.text}`);
    }
    const event = eventNamed(node);
    if (event !== null && isDerived(event, symbols)) uses.add(`event:${event}`);
  });
  return uses;
}

function eventNamed(node: SyntaxNode): string | null {
  if (node.kind === "EventMatch" || node.kind === "Occurrence" || node.kind === "Count")
    return node.event.text;
  return null;
}

function isDerived(name: string, symbols: SymbolTable): boolean {
  const term = symbols.terms.get(name);
  return term?.kind === "event" && term.node.alsoWhen !== null;
}

function ofBinding(binding: Binding, symbols: SymbolTable): Vertex[] {
  switch (binding.kind) {
    case "define":
    case "score":
    case "class":
      return [vertex(binding.kind, binding.node)];
    case "event":
    case "occurrenceAttribute": {
      const event = binding.kind === "event" ? binding.node : binding.event;
      return event.alsoWhen === null ? [] : [vertex("event", event)];
    }
    case "currentStage":
      return [...symbols.stages.values()].map((stage) => vertex("stage", stage));
    case "clock":
      return [vertex("commitment", binding.commitment)];
    default:
      return [];
  }
}

/** A derived event comes from the clocks of the commitments that ask for it, and from what its condition names. */
function ofDerivedEvent(
  event: EventNode,
  symbols: SymbolTable,
  bindings: ReadonlyMap<BoundNode, Binding>,
): Set<Vertex> {
  const uses = usesIn(event, symbols, bindings);
  for (const commitment of symbols.commitments.values()) {
    if (asksFor(commitment, event.name.text)) uses.add(vertex("commitment", commitment));
  }
  return uses;
}

/** A derived event never fulfils or stops the commitment that it comes from, so that is no dependency. */
function ofCommitment(
  commitment: CommitmentNode,
  symbols: SymbolTable,
  bindings: ReadonlyMap<BoundNode, Binding>,
): Set<Vertex> {
  const uses = usesIn(commitment, symbols, bindings);
  for (const use of uses) {
    if (use.startsWith("event:") && asksFor(commitment, use.slice("event:".length))) uses.delete(use);
  }
  return uses;
}

function asksFor(commitment: CommitmentNode, event: string): boolean {
  return commitment.clauses.some(
    (clause) =>
      clause.kind === "Obligation" &&
      clause.duty.kind === "RespondDuty" &&
      clause.duty.events.some((match) => match.event.text === event),
  );
}
