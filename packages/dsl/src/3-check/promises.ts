import { assertNever, nearest } from "@entente/ir";
import Fraction from "fraction.js";
import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import type {
  FunnelClauseNode,
  FunnelNode,
  GoalNode,
  MeasureNode,
  RewardNode,
} from "../1-syntax/ast/promises.ts";
import { renaming } from "../2-resolve/suggest.ts";
import { reportCheck } from "../diagnostics/check.ts";
import { replacing } from "../diagnostics/fixes.ts";
import { slipOf } from "../diagnostics/slip.ts";
import type { Checking } from "./checking.ts";
import { checkOnce, checkPresent } from "./clauses.ts";
import { checkCondition, checkExpression, checkValue } from "./expressions.ts";
import { fieldType } from "./names.ts";
import { checkPlain } from "./plain-value.ts";
import { MONEY, NUMBER, PERCENT, type Type } from "./types.ts";

/** The statistics that a time can be measured by. */
export const STATISTICS = ["median", "mean", "p75", "p90", "p95", "p99"] as const;

const GOAL_ONCE = {
  MeasureClause: "measure",
  Baseline: "baseline",
  Tolerance: "tolerance",
  Otherwise: "otherwise",
  Because: "because",
};

/** What a goal measures, and targets in the unit of that measure. */
export function checkGoal(node: GoalNode, checking: Checking): void {
  const what = `the goal \`${node.name.text}\``;
  checkOnce(node.clauses, GOAL_ONCE, what, checking);
  const span = node.name.span;
  checkPresent(
    node.clauses,
    "MeasureClause",
    { what, clause: "measure", example: "measure count of leads reaching MQL", span },
    checking,
  );
  checkPresent(
    node.clauses,
    "Targets",
    { what, clause: "at least", example: "at least 200 every month", span },
    checking,
  );
  const measured = node.clauses.find((clause) => clause.kind === "MeasureClause")?.measure;
  const unit = measured === undefined ? null : checkMeasure(measured, node.name.text, checking);
  for (const clause of node.clauses) {
    if (clause.kind === "Baseline") checkAmount(clause.value, unit, checking);
    if (clause.kind === "Tolerance") checkExpression(clause.percent, checking);
    if (clause.kind !== "Targets") continue;
    for (const target of clause.targets) {
      checkAmount(target.value, unit, checking);
      if (target.from !== null) checkExpression(target.from, checking);
      if (target.window.kind === "ByDate") checkExpression(target.window.date, checking);
      if (target.window.kind === "OverLast") checkExpression(target.window.duration, checking);
    }
  }
}

interface Unit {
  readonly type: Type;
  readonly words: string;
}

const COUNT: Unit = { type: NUMBER, words: "a number" };
const MONEY_UNIT: Unit = { type: MONEY, words: "an amount of money" };
const SHARE: Unit = { type: PERCENT, words: "a percentage" };
const LENGTH: Unit = { type: { kind: "duration", family: "elapsed" }, words: "a length of time" };

function checkAmount(node: ExpressionNode, unit: Unit | null, checking: Checking): void {
  if (unit === null) checkExpression(node, checking);
  else checkValue(node, (type) => type.kind === unit.type.kind, unit.words, unit.type, checking);
}

function checkMeasure(node: MeasureNode, goal: string, checking: Checking): Unit | null {
  checkCondition(node.where, checking);
  if (node.per !== null) checkExpression(node.per, checking);
  switch (node.kind) {
    case "ReachMeasure":
      return node.what === "worth" ? MONEY_UNIT : COUNT;
    case "RateMeasure":
      if (node.maturing !== null) checkExpression(node.maturing, checking);
      else if (!node.snapshot)
        checking.diagnostics.push(reportCheck("check/immature-rate", node.span, { goal }));
      return SHARE;
    case "TimeMeasure":
      checkStatistic(node.statistic, checking);
      return LENGTH;
    case "SumMeasure":
      return sumUnit(node, checking);
    case "ShareMeasure":
      checkClauseLabel(node.commitment.text, node.clause, checking);
      return SHARE;
    default:
      return assertNever(node);
  }
}

function checkStatistic(
  name: Extract<MeasureNode, { kind: "TimeMeasure" }>["statistic"],
  checking: Checking,
): void {
  if ((STATISTICS as readonly string[]).includes(name.text)) return;
  const meant = name.text === "average" ? "mean" : slipOf(name.text, STATISTICS);
  const near = meant ?? nearest(name.text, STATISTICS);
  const fixes = meant === undefined ? [] : [replacing(name.span, meant)];
  checking.diagnostics.push(
    reportCheck("check/unknown-statistic", name.span, { found: name.text, near }, { fixes }),
  );
}

function sumUnit(node: Extract<MeasureNode, { kind: "SumMeasure" }>, checking: Checking): Unit | null {
  const term = checking.resolution.symbols.terms.get(node.event.text);
  const field =
    term?.kind === "event"
      ? term.node.attributes.find((one) => one.name.text === node.attribute.text)
      : undefined;
  if (field === undefined) return null;
  const type = fieldType(field.name.text, field.type);
  if (type.kind === "money") return MONEY_UNIT;
  if (type.kind === "number") return COUNT;
  checking.diagnostics.push(
    reportCheck("check/wrong-type", node.attribute.span, {
      wanted: "a number or money",
      found: `\`${field.type.name}\``,
      write: undefined,
    }),
  );
  return null;
}

/** Whether a commitment has a clause of that label. */
export function checkClauseLabel(
  commitment: string,
  label: { readonly text: string; readonly span: MeasureNode["span"] } | null,
  checking: Checking,
): void {
  const declared = checking.resolution.symbols.commitments.get(commitment);
  if (label === null || declared === undefined) return;
  const labels = declared.clauses.flatMap((clause) =>
    clause.kind === "Obligation" && clause.label !== null ? [clause.label.text] : [],
  );
  if (labels.includes(label.text)) return;
  checking.diagnostics.push(
    reportCheck(
      "check/unknown-clause-label",
      label.span,
      { commitment, label: label.text, near: nearest(label.text, labels), labels },
      renaming(label.text, label.span, labels),
    ),
  );
}

const FUNNEL_ONCE = {
  Quota: "quota",
  Deal: "deal",
  Cycle: "cycle",
  Capacity: "capacity",
  Mix: "mix",
  Rounding: "rounding",
};

/** Amounts and rates of a funnel. */
export function checkFunnel(node: FunnelNode, checking: Checking): void {
  checkCondition(node.appliesTo, checking);
  checkOnce(node.clauses, FUNNEL_ONCE, `the funnel \`${node.name.text}\``, checking);
  for (const clause of node.clauses) checkFunnelClause(clause, node.name.text, checking);
}

function checkFunnelClause(clause: FunnelClauseNode, funnel: string, checking: Checking): void {
  const percent = (value: ExpressionNode): void =>
    checkValue(value, (type) => type.kind === "percent", "a percentage", PERCENT, checking);
  const count = (value: ExpressionNode): void =>
    checkValue(value, (type) => type.kind === "number", "a number", NUMBER, checking);
  const money = (value: ExpressionNode): void =>
    checkValue(value, (type) => type.kind === "money", "an amount of money", MONEY, checking);
  switch (clause.kind) {
    case "Quota":
      return clause.stage === null ? money(clause.value) : count(clause.value);
    case "Deal":
      return money(clause.value);
    case "FunnelRate":
      return percent(clause.rate);
    case "Capacity":
      count(clause.count);
      return count(clause.reps);
    case "Mix":
      for (const part of clause.parts) {
        percent(part.share);
        percent(part.rate);
      }
      return checkMixTotal(clause, funnel, checking);
    case "Cycle":
      checkExpression(clause.duration, checking);
      return;
    case "Rounding":
    case "Because":
      return;
    default:
      assertNever(clause);
  }
}

function checkMixTotal(
  clause: Extract<FunnelClauseNode, { kind: "Mix" }>,
  funnel: string,
  checking: Checking,
): void {
  let total = new Fraction(0);
  for (const { share } of clause.parts) {
    if (share.kind !== "Percent") return;
    total = total.add(share.value);
  }
  if (total.equals(100)) return;
  checking.diagnostics.push(
    reportCheck("check/mix-total", clause.span, { funnel, total: `${total.toString()}%` }),
  );
}

/** What a reward gives is money or a text. */
export function checkReward(node: RewardNode, checking: Checking): void {
  checkValue(
    node.give,
    (type) => type.kind === "money" || type.kind === "text",
    "an amount of money or a text",
    MONEY,
    checking,
  );
  checkPlain(node.give, "what a reward gives", checking);
}
