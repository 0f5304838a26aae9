import { assertNever } from "@entente/ir";
import type { ClassifyNode, ScoreClauseNode, StageNode, WorthNode } from "../1-syntax/ast/classification.ts";
import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import { reportCheck } from "../diagnostics/check.ts";
import type { Checking } from "./checking.ts";
import { isEventCondition } from "./event-condition.ts";
import { checkCondition, checkExpression, checkPlainDuration, checkValue } from "./expressions.ts";
import { fieldType } from "./names.ts";
import { checkOtherwiseLast } from "./otherwise-last.ts";
import { describeType, MONEY, NUMBER } from "./types.ts";

/** One line of a score. */
export function checkScoreClause(clause: ScoreClauseNode, checking: Checking): void {
  switch (clause.kind) {
    case "ScoreLine":
      checkCondition(clause.when, checking);
      if (clause.once !== null) checkPlainDuration(clause.once, checking);
      if (clause.expiresAfter !== null) checkPlainDuration(clause.expiresAfter, checking);
      if (clause.per !== null) checkScoreBasis(clause.per, checking);
      return;
    case "ScoreResets":
      checkCondition(clause.on.where, checking);
      checkValue(clause.to, (type) => type.kind === "number", "a number of points", NUMBER, checking);
      return;
    case "ScoreFades":
      return checkPlainDuration(clause.every, checking);
    case "ScoreExpires":
      return checkPlainDuration(clause.after, checking);
    case "ScoreBound":
      return;
    default:
      assertNever(clause);
  }
}

/** `per` counts a number of the lead or occurrences of an event. */
function checkScoreBasis(
  per: NonNullable<Extract<ScoreClauseNode, { kind: "ScoreLine" }>["per"]>,
  checking: Checking,
): void {
  const term = checking.resolution.symbols.terms.get(per.event.text);
  if (term?.kind === "field" && per.where === null) {
    const type = fieldType(term.node.name.text, term.node.type);
    if (type.kind !== "number") {
      checking.diagnostics.push(
        reportCheck("check/wrong-type", per.event.span, {
          wanted: "a number or an event",
          found: describeType(type),
          write: type.kind === "boolean" ? `\`when ${per.event.text}\`` : undefined,
        }),
      );
    }
    return;
  }
  checkCondition(per.where, checking);
}

/** The cases of a classification: conditions, one closing `otherwise`, one unit of worth. */
export function checkClassify(node: ClassifyNode, checking: Checking): void {
  const seen = new Map<string, ClassifyNode["cases"][number]>();
  let unit: boolean | null = null;
  checkOtherwiseLast(node.cases, (item) => item.when === null, `\`${node.name.text}\``, checking);
  for (const item of node.cases) {
    const first = seen.get(item.name.text);
    if (first === undefined) seen.set(item.name.text, item);
    else {
      const related = [{ span: first.name.span, label: "the first one" }];
      const params = { name: item.name.text, of: `\`${node.name.text}\`` };
      checking.diagnostics.push(reportCheck("check/duplicate-case", item.name.span, params, { related }));
    }
    checkCondition(item.when, checking);
    if (item.worth === null) continue;
    checkWorth(item.worth, checking);
    if (unit !== null && unit !== item.worth.points) {
      checking.diagnostics.push(reportCheck("check/mixed-worth", item.worth.span, { of: node.name.text }));
    }
    unit ??= item.worth.points;
  }
}

function checkWorth(node: WorthNode, checking: Checking): void {
  if (node.points)
    checkValue(node.value, (type) => type.kind === "number", "a number of points", NUMBER, checking);
  else
    checkValue(
      node.value,
      (type) => type.kind === "money",
      "an amount of money, or `N points`,",
      MONEY,
      checking,
    );
}

/** A stage's conditions, and whether anything says when it is reached (language section 6). */
export function checkStage(node: StageNode, checking: Checking): void {
  checkCondition(node.when, checking);
  checkCondition(node.unless, checking);
  if (node.at !== null) {
    checkReachInstant(node.at, checking);
  } else if (node.when === null || !isEventCondition(node.when, checking.resolution)) {
    checking.diagnostics.push(reportCheck("check/stage-needs-at", node.name.span, { stage: node.name.text }));
  }
}

function checkReachInstant(node: ExpressionNode, checking: Checking): void {
  const type = checkExpression(node, checking);
  if (type.kind === "instant" || type.kind === "error" || isEventCondition(node, checking.resolution)) return;
  checking.diagnostics.push(reportCheck("check/not-an-instant", node.span, { found: describeType(type) }));
}
