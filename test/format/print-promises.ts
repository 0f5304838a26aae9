import { assertNever } from "@entente/ir";
import type {
  FunnelClauseNode,
  GoalClauseNode,
  MeasureNode,
  TargetNode,
  WindowNode,
} from "../../packages/dsl/src/1-syntax/ast/promises.ts";
import {
  behind,
  printBound,
  printCommitmentClause,
  printPeriod,
  printSum,
  printValue,
  words,
} from "./print-clause.ts";
import { printDuration, printExpression, printName } from "./print-expression.ts";

export function printGoalClause(node: GoalClauseNode): string {
  switch (node.kind) {
    case "MeasureClause":
      return `measure ${printMeasure(node.measure)}`;
    case "Baseline":
      return `baseline ${printValue(node.value)}`;
    case "Targets":
      return `${printBound(node.targets[0]?.bound ?? "atLeast")} ${node.targets.map(printTarget).join(", ")}`;
    case "Tolerance":
      return `tolerance ${node.percent.value}% ${node.side === "either" ? "either way" : node.side}`;
    default:
      return printCommitmentClause(node);
  }
}
function printTarget({ value, points, window, from }: TargetNode): string {
  return words(
    printSum(value),
    points && "points",
    printWindow(window),
    behind("from", from, (date) => date.value),
  );
}
function printWindow(node: WindowNode): string {
  switch (node.kind) {
    case "Period":
      return printPeriod(node);
    case "InYear":
      return `in ${node.year}`;
    case "ByDate":
      return `by ${node.date.value}`;
    case "OverLast":
      return `over the last ${printDuration(node.duration)}`;
    default:
      return assertNever(node);
  }
}

function printMeasure(node: MeasureNode): string {
  return words(
    printMeasured(node),
    behind("where", node.where, printExpression),
    behind("per", node.per, printSum),
  );
}
function printMeasured(node: MeasureNode): string {
  switch (node.kind) {
    case "ReachMeasure":
      return `${node.what} of leads reaching ${printName(node.stage)}`;
    case "RateMeasure": {
      const maturing = node.maturing ? `, maturing ${printDuration(node.maturing)}` : "";
      return `rate from ${printName(node.from)} to ${printName(node.to)}${node.snapshot ? ", snapshot" : ""}${maturing}`;
    }
    case "TimeMeasure":
      return `${printName(node.statistic)} time from ${printName(node.from)} to ${printName(node.to)}`;
    case "SumMeasure":
      return `sum of ${printName(node.event)}.${printName(node.attribute)}`;
    case "ShareMeasure":
      return `share of ${printName(node.commitment)}${node.clause ? `.${printName(node.clause)}` : ""} met`;
    default:
      return assertNever(node);
  }
}

export function printFunnelClause(node: FunnelClauseNode): string {
  switch (node.kind) {
    case "Quota":
      return words(
        "quota",
        printSum(node.value),
        node.stage && printName(node.stage),
        printPeriod(node.every),
      );
    case "Deal":
      return `deal ${printSum(node.value)}`;
    case "FunnelRate":
      return `${printName(node.from)} to ${printName(node.to)} ${printValue(node.rate)}`;
    case "Cycle":
      return `cycle ${printDuration(node.duration)}`;
    case "Capacity":
      return `capacity ${printSum(node.count)} ${printName(node.stage)} per rep ${printPeriod(node.every)}, ${printSum(node.reps)} reps`;
    case "Mix":
      return `mix ${node.parts.map(({ share, name, rate }) => `${printSum(share)} ${printName(name)} at ${printSum(rate)}`).join(", ")}`;
    case "Rounding":
      return `rounding ${node.policy === "once" ? "once" : "every stage"}`;
    case "Because":
      return printCommitmentClause(node);
    default:
      return assertNever(node);
  }
}
