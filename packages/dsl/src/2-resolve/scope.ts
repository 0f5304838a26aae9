import { ClockStatus, type Diagnostic, nearest, type Span } from "@entente/ir";
import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import type { EventNode, TypeNode } from "../1-syntax/ast/facts.ts";
import type { NameNode } from "../1-syntax/ast/name.ts";
import { replacing } from "../diagnostics/fixes.ts";
import { reportResolve } from "../diagnostics/resolve.ts";
import { renaming, writtenName } from "./suggest.ts";
import type { Binding, SymbolTable } from "./symbols.ts";

/** Nodes that stand for something declared. */
export type BoundNode = Extract<ExpressionNode, { kind: "Reference" | "Member" }>;

/** Where an expression stands: inside the `where` of an event, or in the condition of a derived event. */
export interface Scope {
  readonly event: EventNode | null;
  readonly ownVerdict: boolean;
}

export const LEAD_SCOPE: Scope = { event: null, ownVerdict: false };

/** What resolving collects while it walks. */
export interface Resolving {
  readonly symbols: SymbolTable;
  readonly bindings: Map<BoundNode, Binding>;
  readonly diagnostics: Diagnostic[];
}

/** What a subject's values are called, and which there are; null where it is not a closed list. */
export interface CaseList {
  readonly of: string;
  readonly names: readonly string[];
  /** The name of the value that files write as a label. */
  readonly labels?: ReadonlyMap<string, string>;
}

/** Finds a name as an expression uses it: attributes of the event at hand first, then the contract's terms. */
export function lookupName(name: NameNode, scope: Scope, resolving: Resolving): Binding {
  const attribute = scope.event?.attributes.find((field) => field.name.text === name.text);
  if (scope.event !== null && attribute !== undefined) {
    return { kind: "attribute", event: scope.event, node: attribute };
  }
  const term = resolving.symbols.terms.get(name.text);
  if (term !== undefined) return term;
  if (name.text === "stage") return { kind: "currentStage" };
  if (name.text === "verdict" && scope.ownVerdict) return { kind: "ownVerdict" };
  const candidates = [
    ...(scope.event?.attributes.map((field) => field.name.text) ?? []),
    ...resolving.symbols.terms.keys(),
  ];
  const params = {
    name: name.text,
    near: nearest(name.text, candidates),
    event: scope.event?.name.text,
  };
  const fixes = renaming(name.text, name.span, candidates);
  resolving.diagnostics.push(reportResolve("resolve/unknown-name", name.span, params, fixes));
  return { kind: "error" };
}

/** The closed list of values that a bound subject can take. */
export function caseListOf(binding: Binding | undefined, resolving: Resolving): CaseList | null {
  switch (binding?.kind) {
    case "field":
    case "attribute":
    case "occurrenceAttribute":
      return caseListOfType(binding.node.name.text, binding.node.type);
    case "class":
      return { of: binding.node.name.text, names: binding.node.cases.map((item) => item.name.text) };
    case "currentStage":
      return { of: "stage", names: [...resolving.symbols.stages.keys()] };
    case "clock":
    case "ownVerdict":
      return { of: "verdict", names: ClockStatus.options };
    default:
      return null;
  }
}

function caseListOfType(of: string, type: TypeNode): CaseList | null {
  if (type.name === "list of" && type.item !== null) return caseListOfType(of, type.item);
  if (type.name !== "one of") return null;
  const labels = type.cases.flatMap((item) =>
    item.labels.map((label) => [label.value, item.name.text] as const),
  );
  return { of, names: type.cases.map((item) => item.name.text), labels: new Map(labels) };
}

/** Reports a value that is not on the subject's list. */
export function reportUnknownCase(name: string, span: Span, cases: CaseList, resolving: Resolving): void {
  const params = { name, near: nearest(name, cases.names), of: cases.of, cases: cases.names };
  const fixes = renaming(name, span, cases.names);
  resolving.diagnostics.push(reportResolve("resolve/unknown-case", span, params, fixes));
}

/** Reports a text in quotes where the name of a value is meant. */
export function reportQuotedCase(text: string, span: Span, cases: CaseList, resolving: Resolving): void {
  const name = cases.names.includes(text) ? text : cases.labels?.get(text);
  if (name === undefined) return reportUnknownCase(text, span, cases, resolving);
  const fixes = [replacing(span, writtenName(name))];
  resolving.diagnostics.push(
    reportResolve("resolve/quoted-case", span, { text, of: cases.of, name }, { fixes }),
  );
}
