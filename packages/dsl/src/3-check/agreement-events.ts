import type { Span } from "@entente/ir";
import type { CommitmentNode, DutyNode } from "../1-syntax/ast/commitments.ts";
import type { DeclarationNode } from "../1-syntax/ast/file.ts";
import { childrenOf, type SyntaxNode, visit } from "../1-syntax/children.ts";
import type { Binding, SymbolTable } from "../2-resolve/symbols.ts";
import { reportCheck } from "../diagnostics/check.ts";
import type { Checking } from "./checking.ts";

/** Something that a declaration looks at: of a lead, or of the agreement itself. */
interface Mention {
  readonly of: "lead" | "agreement";
  /** As a message says it: "the field `email`". */
  readonly what: string;
  readonly span: Span;
}

/**
 * What happens to the agreement is judged from attestations, what happens to leads lead by lead: no declaration
 * looks at both (language, section 13). Tests may, since they state both.
 */
export function checkAgreementEvents(declarations: readonly DeclarationNode[], checking: Checking): void {
  for (const node of declarations) {
    if (node.kind === "Test" || !("name" in node) || typeof node.name === "string") continue;
    const isOfAgreement =
      (node.kind === "Commitment" && isAboutAgreement(node, checking.resolution.symbols)) ||
      (node.kind === "Event" && node.about === "agreement");
    for (const { of, what, span } of mentionsIn(node, checking)) {
      const name = node.name.text;
      if (of === "agreement" && !isOfAgreement)
        checking.diagnostics.push(reportCheck("check/agreement-event", span, { name, what }));
      if (of === "lead" && isOfAgreement)
        checking.diagnostics.push(reportCheck("check/lead-in-agreement", span, { name, what }));
    }
  }
}

/** Whether a commitment is about the agreement: somebody must do what happens to the agreement. */
export function isAboutAgreement(node: CommitmentNode, symbols: SymbolTable): boolean {
  return node.clauses.some(
    (clause) =>
      clause.kind === "Obligation" && eventsOf(clause.duty).some((name) => isAgreementEvent(name, symbols)),
  );
}

export function isAgreementEvent(name: string, symbols: SymbolTable): boolean {
  const term = symbols.terms.get(name);
  return term?.kind === "event" && term.node.about === "agreement";
}

function eventsOf(duty: DutyNode): readonly string[] {
  switch (duty.kind) {
    case "RespondDuty":
    case "LimitDuty":
    case "ShareDuty":
    case "RecurDuty":
      return duty.events.map(({ event }) => event.text);
    case "FollowDuty":
      return duty.steps.flatMap(({ events }) => events.map(({ event }) => event.text));
    case "ProvideDuty":
    case "LeaveDuty":
      return [];
  }
}

function mentionsIn(node: DeclarationNode, checking: Checking): readonly Mention[] {
  const mentions: Mention[] = [];
  if (node.kind === "Event" && node.column !== null)
    mentions.push({ of: "lead", what: "a column of the lead record", span: node.column.span });
  for (const child of childrenOf(node)) {
    if (node.kind === "Commitment" && child === node.appliesTo)
      mentions.push({ of: "lead", what: "`for leads where …`", span: child.span });
    else visit(child, (inner) => mentions.push(...mentionsOf(inner, checking)));
  }
  return mentions;
}

function mentionsOf(node: SyntaxNode, checking: Checking): readonly Mention[] {
  const { symbols, bindings } = checking.resolution;
  switch (node.kind) {
    case "EventMatch":
    case "Occurrence":
    case "Count":
      return named(node.event, symbols);
    case "SumMeasure":
      return named(node.event, symbols);
    case "RateMeasure":
    case "TimeMeasure":
      return [...named(node.from, symbols), ...named(node.to, symbols)];
    case "ShareMeasure": {
      const commitment = symbols.commitments.get(node.commitment.text);
      return commitment === undefined ? [] : [ofCommitment(commitment, node.span, symbols)];
    }
    case "Reference":
    case "Member":
      return ofBinding(bindings.get(node), node.span, symbols);
    case "Trigger":
      return node.reaching === null
        ? []
        : [ofLeads(`the stage \`${node.reaching.text}\``, node.reaching.span)];
    case "Reached":
      return [ofLeads(`the stage \`${node.stage.text}\``, node.stage.span)];
    case "ProvideDuty":
      return node.fields.map((field) => ofLeads(`the field \`${field.text}\``, field.span));
    case "LeaveDuty":
      return [ofLeads(`the stage \`${node.stage.text}\``, node.stage.span)];
    case "UseCalendar":
      return node.of === null ? [] : [ofLeads(`\`calendar of ${node.of}\``, node.span)];
    default:
      return [];
  }
}

function ofLeads(what: string, span: Span): Mention {
  return { of: "lead", what, span };
}

function ofCommitment(node: CommitmentNode, span: Span, symbols: SymbolTable): Mention {
  const of = isAboutAgreement(node, symbols) ? "agreement" : "lead";
  return { of, what: `the commitment \`${node.name.text}\``, span };
}

/** A name that stands for an event, or for the time field that a trigger may be. */
function named({ text, span }: { readonly text: string; readonly span: Span }, symbols: SymbolTable) {
  const term = symbols.terms.get(text);
  if (term?.kind === "field") return [ofLeads(`the field \`${text}\``, span)];
  if (term?.kind !== "event") return [];
  return [{ of: term.node.about, what: `the event \`${text}\``, span }];
}

function ofBinding(binding: Binding | undefined, span: Span, symbols: SymbolTable): readonly Mention[] {
  switch (binding?.kind) {
    case "event":
      return [{ of: binding.node.about, what: `the event \`${binding.node.name.text}\``, span }];
    case "occurrenceAttribute":
      return [{ of: binding.event.about, what: `the event \`${binding.event.name.text}\``, span }];
    case "clock":
      return [ofCommitment(binding.commitment, span, symbols)];
    case "field":
    case "define":
    case "score":
      return [ofLeads(`the ${binding.kind} \`${binding.node.name.text}\``, span)];
    case "class":
      return [ofLeads(`the classification \`${binding.node.name.text}\``, span)];
    case "currentStage":
      return [ofLeads("the stage", span)];
    default:
      return [];
  }
}
