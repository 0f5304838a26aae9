import { assertNever, nearest } from "@entente/ir";
import type {
  CommitmentClauseNode,
  CommitmentNode,
  DeadlineNode,
  DutyNode,
  TriggerNode,
} from "../1-syntax/ast/commitments.ts";
import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import type { EventMatchNode } from "../1-syntax/ast/facts.ts";
import type { NameNode } from "../1-syntax/ast/name.ts";
import { reportResolve } from "../diagnostics/resolve.ts";
import { resolveEventMatch, resolveExpression } from "./expressions.ts";
import { findDeclared, findStage, isTimeField, resolveUseCalendar } from "./find.ts";
import { LEAD_SCOPE, type Resolving } from "./scope.ts";
import { renaming } from "./suggest.ts";

/** Binds the names of a commitment: the leads it is for, parties, events, fields, ladder and calendar. */
export function resolveCommitment(node: CommitmentNode, resolving: Resolving): void {
  if (node.appliesTo !== null) resolveExpression(node.appliesTo, LEAD_SCOPE, resolving);
  for (const clause of node.clauses) resolveClause(clause, resolving);
}

function resolveClause(clause: CommitmentClauseNode, resolving: Resolving): void {
  switch (clause.kind) {
    case "Obligation":
      findDeclared("party", clause.party, resolving.symbols.parties, resolving);
      return resolveDuty(clause.duty, resolving);
    case "Pause":
      return resolveMatches([...clause.from, ...clause.to], resolving);
    case "Until":
      return resolveMatches(clause.events, resolving);
    case "Unless":
      return resolveExpression(clause.condition, LEAD_SCOPE, resolving);
    case "Waive":
      if (clause.for !== null) resolveExpression(clause.for, LEAD_SCOPE, resolving);
      return;
    case "Otherwise":
      findDeclared("ladder", clause.ladder, resolving.symbols.ladders, resolving);
      return;
    case "UseCalendar":
      return resolveUseCalendar(clause, resolving);
    case "Warn":
    case "Because":
      return;
    default:
      assertNever(clause);
  }
}

function resolveDuty(duty: DutyNode, resolving: Resolving): void {
  switch (duty.kind) {
    case "RespondDuty":
      resolveMatches(duty.events, resolving);
      resolveOptional(duty.times, resolving);
      resolveDeadline(duty.deadline, resolving);
      return resolveTrigger(duty.trigger, resolving);
    case "ProvideDuty":
      for (const field of duty.fields) findField(field, resolving);
      return resolveTrigger(duty.trigger, resolving);
    case "LimitDuty":
      resolveMatches(duty.events, resolving);
      resolveExpression(duty.times, LEAD_SCOPE, resolving);
      return resolveOptional(duty.per, resolving);
    case "ShareDuty":
      resolveMatches(duty.events, resolving);
      resolveExpression(duty.percent, LEAD_SCOPE, resolving);
      resolveTrigger(duty.of, resolving);
      return resolveOptional(duty.per, resolving);
    case "FollowDuty":
      resolveMatches(
        duty.steps.flatMap((step) => step.events),
        resolving,
      );
      return resolveTrigger(duty.trigger, resolving);
    case "LeaveDuty":
      findStage(duty.stage, resolving);
      resolveDeadline(duty.deadline, resolving);
      return resolveTrigger(duty.trigger, resolving);
    case "RecurDuty":
      resolveMatches(duty.events, resolving);
      resolveExpression(duty.every, LEAD_SCOPE, resolving);
      return resolveOptional(duty.while, resolving);
    default:
      assertNever(duty);
  }
}

function resolveOptional(node: ExpressionNode | null, resolving: Resolving): void {
  if (node !== null) resolveExpression(node, LEAD_SCOPE, resolving);
}

function resolveMatches(matches: readonly EventMatchNode[], resolving: Resolving): void {
  for (const match of matches) resolveEventMatch(match, LEAD_SCOPE, resolving);
}

function resolveDeadline(node: DeadlineNode, resolving: Resolving): void {
  if (node.kind === "Within") resolveExpression(node.duration, LEAD_SCOPE, resolving);
}

function resolveTrigger(node: TriggerNode, resolving: Resolving): void {
  if (node.reaching !== null) findStage(node.reaching, resolving);
  for (const match of node.events) {
    if (match.where === null && isTimeField(match.event, resolving)) continue;
    resolveEventMatch(match, LEAD_SCOPE, resolving);
  }
}

function findField(name: NameNode, resolving: Resolving): void {
  const term = resolving.symbols.terms.get(name.text);
  if (term?.kind === "field") return;
  const fields = resolving.symbols.lead?.fields.map((field) => field.name.text) ?? [];
  const params = { name: name.text, near: nearest(name.text, fields) };
  const fixes = renaming(name.text, name.span, fields);
  resolving.diagnostics.push(reportResolve("resolve/unknown-field", name.span, params, fixes));
}
