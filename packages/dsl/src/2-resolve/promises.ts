import { assertNever, nearest } from "@entente/ir";
import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import type { FunnelClauseNode, FunnelNode, GoalNode, MeasureNode } from "../1-syntax/ast/promises.ts";
import { reportResolve } from "../diagnostics/resolve.ts";
import { resolveExpression } from "./expressions.ts";
import {
  findAttribute,
  findDeclared,
  findEvent,
  findStage,
  resolveMilepost,
  resolveParties,
} from "./find.ts";
import { LEAD_SCOPE, type Resolving } from "./scope.ts";
import { renaming } from "./suggest.ts";

/** Binds the names of a goal: its parties, what it measures, its values and its ladder. */
export function resolveGoal(node: GoalNode, resolving: Resolving): void {
  resolveParties(node.parties, resolving);
  for (const clause of node.clauses) {
    switch (clause.kind) {
      case "MeasureClause":
        resolveMeasure(clause.measure, resolving);
        break;
      case "Baseline":
        resolveExpression(clause.value, LEAD_SCOPE, resolving);
        break;
      case "Targets":
        for (const target of clause.targets) resolveExpression(target.value, LEAD_SCOPE, resolving);
        break;
      case "Otherwise":
        findDeclared("ladder", clause.ladder, resolving.symbols.ladders, resolving);
        break;
      case "Tolerance":
      case "Because":
        break;
      default:
        assertNever(clause);
    }
  }
}

function resolveMeasure(node: MeasureNode, resolving: Resolving): void {
  resolveOptional(node.where, resolving);
  resolveOptional(node.per, resolving);
  switch (node.kind) {
    case "ReachMeasure":
      findStage(node.stage, resolving);
      return;
    case "RateMeasure":
    case "TimeMeasure":
      resolveMilepost(node.from, resolving);
      return resolveMilepost(node.to, resolving);
    case "SumMeasure": {
      const event = findEvent(node.event, resolving);
      if (event !== null) findAttribute(event, node.attribute, resolving);
      return;
    }
    case "ShareMeasure":
      findDeclared("commitment", node.commitment, resolving.symbols.commitments, resolving);
      return;
    default:
      assertNever(node);
  }
}

function resolveOptional(node: ExpressionNode | null, resolving: Resolving): void {
  if (node !== null) resolveExpression(node, LEAD_SCOPE, resolving);
}

/** Binds the names of a funnel: its leads, stages, kinds of lead and the funnel it is an alternative to. */
export function resolveFunnel(node: FunnelNode, resolving: Resolving): void {
  resolveOptional(node.appliesTo, resolving);
  if (node.alternativeTo !== null) {
    findDeclared("funnel", node.alternativeTo, resolving.symbols.funnels, resolving);
  }
  for (const clause of node.clauses) resolveFunnelClause(clause, resolving);
}

function resolveFunnelClause(clause: FunnelClauseNode, resolving: Resolving): void {
  switch (clause.kind) {
    case "Quota":
      resolveExpression(clause.value, LEAD_SCOPE, resolving);
      if (clause.stage !== null) findStage(clause.stage, resolving);
      return;
    case "Deal":
      return resolveExpression(clause.value, LEAD_SCOPE, resolving);
    case "FunnelRate":
      findStage(clause.from, resolving);
      findStage(clause.to, resolving);
      return resolveExpression(clause.rate, LEAD_SCOPE, resolving);
    case "Capacity":
      findStage(clause.stage, resolving);
      resolveExpression(clause.count, LEAD_SCOPE, resolving);
      return resolveExpression(clause.reps, LEAD_SCOPE, resolving);
    case "Mix":
      for (const part of clause.parts) {
        resolveKindOfLead(part.name, resolving);
        resolveExpression(part.share, LEAD_SCOPE, resolving);
        resolveExpression(part.rate, LEAD_SCOPE, resolving);
      }
      return;
    case "Cycle":
    case "Rounding":
    case "Because":
      return;
    default:
      assertNever(clause);
  }
}

/** A part of a mix is a case of some classification, or a value of some `one of` field. */
function resolveKindOfLead(name: FunnelNode["name"], resolving: Resolving): void {
  const kinds = [...resolving.symbols.terms.values()].flatMap((term) => {
    if (term.kind === "class") return term.node.cases.map((item) => item.name.text);
    if (term.kind === "field") return term.node.type.cases.map((item) => item.name.text);
    return [];
  });
  if (kinds.includes(name.text)) return;
  resolving.diagnostics.push(
    reportResolve(
      "resolve/unknown-declaration",
      name.span,
      { what: "kind of lead", name: name.text, near: nearest(name.text, kinds), declared: kinds },
      renaming(name.text, name.span, kinds),
    ),
  );
}
