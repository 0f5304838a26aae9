import { assertNever, nearest } from "@entente/ir";
import type { ScoreClauseNode, StageNode } from "../1-syntax/ast/classification.ts";
import type { ActionNode, LadderNode } from "../1-syntax/ast/commitments.ts";
import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import type { DeclarationNode } from "../1-syntax/ast/file.ts";
import type { CalendarNode, DisputeNode } from "../1-syntax/ast/governance.ts";
import type { NameNode } from "../1-syntax/ast/name.ts";
import { reportResolve } from "../diagnostics/resolve.ts";
import { resolveCommitment } from "./commitments.ts";
import { resolveEventMatch, resolveExpression, resolveTableValues } from "./expressions.ts";
import { findDeclared, findStage, resolveParties, resolveUseCalendar } from "./find.ts";
import { resolveFunnel, resolveGoal } from "./promises.ts";
import { LEAD_SCOPE, type Resolving } from "./scope.ts";
import { renaming } from "./suggest.ts";
import { resolveTest } from "./tests.ts";

/** Binds every name of a declaration, by the kind of thing that its place asks for. */
export function resolveDeclaration(node: DeclarationNode, resolving: Resolving): void {
  switch (node.kind) {
    case "Import":
    case "Party":
    case "Lead":
    case "People":
    case "Review":
      return;
    case "Agreement":
      for (const clause of node.clauses) {
        if (clause.kind === "UseCalendar") resolveUseCalendar(clause, resolving);
      }
      return;
    case "Role":
      if (node.party !== null) findDeclared("party", node.party, resolving.symbols.parties, resolving);
      return;
    case "Calendar":
      return resolveCalendar(node, resolving);
    case "Event":
      return resolveOptional(node.alsoWhen, { event: null, ownVerdict: true }, resolving);
    case "Define":
      return resolveExpression(node.value, LEAD_SCOPE, resolving);
    case "Score":
      for (const clause of node.clauses) resolveScoreClause(clause, resolving);
      return;
    case "Classify":
      for (const item of node.cases) {
        resolveOptional(item.when, LEAD_SCOPE, resolving);
        resolveOptional(item.worth?.value ?? null, LEAD_SCOPE, resolving);
      }
      return;
    case "Stage":
      return resolveStage(node, resolving);
    case "Commitment":
      return resolveCommitment(node, resolving);
    case "Ladder":
      return resolveLadder(node, resolving);
    case "Goal":
      return resolveGoal(node, resolving);
    case "Funnel":
      return resolveFunnel(node, resolving);
    case "Reward":
      for (const goal of node.goals ?? []) findDeclared("goal", goal, resolving.symbols.goals, resolving);
      resolveParties(node.to, resolving);
      return;
    case "Meeting":
      return resolveActors(node.attendedBy, resolving);
    case "Dispute":
      return resolveDispute(node, resolving);
    case "Responsibility":
      for (const clause of node.clauses) resolveActors(clause.names, resolving);
      return;
    case "Cancellation":
      findDeclared("goal", node.goal, resolving.symbols.goals, resolving);
      return;
    case "Signature":
      return resolveActors([node.role], resolving);
    case "Test":
      return resolveTest(node, resolving);
    default:
      assertNever(node);
  }
}

function resolveOptional(
  node: ExpressionNode | null,
  scope: Parameters<typeof resolveExpression>[1],
  resolving: Resolving,
): void {
  if (node !== null) resolveExpression(node, scope, resolving);
}

function resolveCalendar(node: CalendarNode, resolving: Resolving): void {
  if (node.by === null) return;
  for (const item of node.cases) {
    findDeclared("calendar", item.calendar, resolving.symbols.calendars, resolving);
  }
  resolveTableValues(
    node.by,
    node.cases.map((item) => item.values),
    LEAD_SCOPE,
    resolving,
  );
}

function resolveScoreClause(clause: ScoreClauseNode, resolving: Resolving): void {
  switch (clause.kind) {
    case "ScoreLine": {
      resolveOptional(clause.when, LEAD_SCOPE, resolving);
      if (clause.per === null) return;
      const term = resolving.symbols.terms.get(clause.per.event.text);
      if (term?.kind === "field" && clause.per.where === null) return;
      resolveEventMatch(clause.per, LEAD_SCOPE, resolving);
      return;
    }
    case "ScoreResets":
      resolveEventMatch(clause.on, LEAD_SCOPE, resolving);
      return resolveExpression(clause.to, LEAD_SCOPE, resolving);
    case "ScoreFades":
    case "ScoreExpires":
    case "ScoreBound":
      return;
    default:
      assertNever(clause);
  }
}

function resolveStage(node: StageNode, resolving: Resolving): void {
  for (const name of node.after) findStage(name, resolving);
  resolveOptional(node.when, LEAD_SCOPE, resolving);
  resolveOptional(node.unless, LEAD_SCOPE, resolving);
  resolveOptional(node.at, LEAD_SCOPE, resolving);
}

function resolveLadder(node: LadderNode, resolving: Resolving): void {
  for (const action of node.steps.flatMap((step) => step.actions)) resolveAction(action, resolving);
}

function resolveAction(action: ActionNode, resolving: Resolving): void {
  const names = action.to.filter((target): target is NameNode => target.kind === "Name");
  resolveActors(
    names.filter((name) => name.text !== "owner"),
    resolving,
  );
}

function resolveDispute(node: DisputeNode, resolving: Resolving): void {
  for (const clause of node.clauses) {
    if (clause.kind === "Panel") resolveActors(clause.names, resolving);
    if (clause.kind === "Arbiter") resolveActors([clause.name], resolving);
  }
}

/** Names that should be parties or roles; the engine only hands them on, so an unknown one is a warning. */
function resolveActors(names: readonly NameNode[], resolving: Resolving): void {
  const { parties, roles } = resolving.symbols;
  for (const name of names) {
    if (parties.has(name.text) || roles.has(name.text)) continue;
    const near = nearest(name.text, [...parties.keys(), ...roles.keys()]);
    const fixes = renaming(name.text, name.span, [...parties.keys(), ...roles.keys()]);
    resolving.diagnostics.push(
      reportResolve("resolve/unknown-actor", name.span, { name: name.text, near }, fixes),
    );
  }
}
