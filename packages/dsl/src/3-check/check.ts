import { assertNever, type Diagnostic, type Span } from "@entente/ir";
import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import type { DeclarationNode } from "../1-syntax/ast/file.ts";
import type { Resolution } from "../2-resolve/resolve.ts";
import { agreementCurrency, checkAgreement } from "./agreement.ts";
import { checkAgreementEvents } from "./agreement-events.ts";
import { checkCalendar } from "./calendars.ts";
import type { Checking } from "./checking.ts";
import { checkClassify, checkScoreClause, checkStage } from "./classification.ts";
import { checkCommitment, checkUseCalendar } from "./commitments.ts";
import { checkExpression } from "./expressions.ts";
import { checkExtent } from "./extent.ts";
import { checkEvent, checkFields, checkLead } from "./facts.ts";
import { checkFunnel, checkGoal, checkReward } from "./promises.ts";
import { checkTest } from "./tests.ts";
import type { Type } from "./types.ts";

/** The side table of this phase, and the currency that amounts are in. */
export interface Checked {
  readonly types: ReadonlyMap<ExpressionNode, Type>;
  readonly currency: string | null;
}

/**
 * Checks types, units, money, dates and domains, and that each declaration is complete.
 *
 * @param textAt what stands at a span
 */
export function check(
  declarations: readonly DeclarationNode[],
  resolution: Resolution,
  textAt: (span: Span) => string,
): { checked: Checked; diagnostics: Diagnostic[] } {
  const currency = agreementCurrency(resolution.symbols.agreement);
  const checking: Checking = { resolution, currency, types: new Map(), diagnostics: [], textAt };
  checkDefinesInOrder(checking);
  for (const declaration of declarations) checkDeclaration(declaration, checking);
  checkAgreementEvents(declarations, checking);
  checkExtent(checking);
  return { checked: { types: checking.types, currency }, diagnostics: checking.diagnostics };
}

/** A define's type is that of its value, so the ones it builds on come first. */
function checkDefinesInOrder(checking: Checking): void {
  for (const vertex of checking.resolution.order) {
    if (!vertex.startsWith("define:")) continue;
    const term = checking.resolution.symbols.terms.get(vertex.slice("define:".length));
    if (term?.kind === "define") checkExpression(term.node.value, checking);
  }
}

function checkDeclaration(node: DeclarationNode, checking: Checking): void {
  switch (node.kind) {
    case "Agreement":
      checkAgreement(node, checking);
      for (const clause of node.clauses) {
        if (clause.kind === "UseCalendar") checkUseCalendar(clause, checking);
      }
      return;
    case "Calendar":
      return checkCalendar(node, checking);
    case "Lead":
      return checkLead(node, checking);
    case "People":
      return checkFields(node.fields, "the people", checking);
    case "Event":
      return checkEvent(node, checking);
    case "Score":
      for (const clause of node.clauses) checkScoreClause(clause, checking);
      return;
    case "Classify":
      return checkClassify(node, checking);
    case "Stage":
      return checkStage(node, checking);
    case "Commitment":
      return checkCommitment(node, checking);
    case "Goal":
      return checkGoal(node, checking);
    case "Funnel":
      return checkFunnel(node, checking);
    case "Reward":
      return checkReward(node, checking);
    case "Signature":
      checkExpression(node.on, checking);
      return;
    case "Test":
      return checkTest(node, checking);
    case "Define":
    case "Import":
    case "Party":
    case "Role":
    case "Ladder":
    case "Meeting":
    case "Dispute":
    case "Responsibility":
    case "Review":
    case "Cancellation":
      return;
    default:
      assertNever(node);
  }
}
