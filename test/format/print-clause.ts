import { assertNever } from "@entente/ir";
import type {
  ClassCaseNode,
  ScoreClauseNode,
  WorthNode,
} from "../../packages/dsl/src/1-syntax/ast/classification.ts";
import type {
  ActionNode,
  CommitmentClauseNode,
  DeadlineNode,
  DutyNode,
  LadderStepNode,
  PeriodNode,
  TriggerNode,
} from "../../packages/dsl/src/1-syntax/ast/commitments.ts";
import type { ExpressionNode } from "../../packages/dsl/src/1-syntax/ast/expressions.ts";
import type { FieldNode, TypeNode } from "../../packages/dsl/src/1-syntax/ast/facts.ts";
import {
  BINDING,
  printDuration,
  printEvents,
  printExpression,
  printName,
  printNames,
  printText,
} from "./print-expression.ts";

export const words = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter((part) => typeof part === "string" && part !== "").join(" ");
export const behind = <N>(word: string, node: N | null, print: (node: N) => string): string =>
  node === null ? "" : `${word} ${print(node)}`;
export const block = (clauses: readonly string[]): string =>
  clauses.length === 0 ? "{}" : `{ ${clauses.join("; ")} }`;
export const printSum = (node: ExpressionNode): string => printExpression(node, BINDING.sum);
/** A value in a place where it may be dated without parentheses. */
export const printValue = (node: ExpressionNode): string =>
  printExpression(node, node.kind === "Dated" ? BINDING.dated : BINDING.sum);
export const printPoints = (value: string): string => (value.startsWith("-") ? value : `+${value}`);

export function printPeriod({ count, unit, business }: PeriodNode): string {
  return words(
    "every",
    count === 1 ? "" : `${count}`,
    business && "business",
    count === 1 ? unit : `${unit}s`,
  );
}

export function printField({ name, type, key, optional, range, column }: FieldNode): string {
  return words(
    printName(name),
    printType(type),
    key && "key",
    optional && "optional",
    range && `${printExpression(range.low)} to ${printExpression(range.high)}`,
    behind("from", column, printText),
  );
}
function printType({ name, cases, item }: TypeNode): string {
  const listed = cases.map((each) => words(printName(each.name), ...each.labels.map(printText))).join(", ");
  return words(name, listed, item && printType(item));
}

export function printScoreClause(node: ScoreClauseNode): string {
  switch (node.kind) {
    case "ScoreLine":
      return words(
        printPoints(node.points),
        behind("when", node.when, printExpression),
        behind("per", node.per, (event) => printEvents([event])),
        behind("once per", node.once, printDuration),
        behind("up to", node.upTo, ({ value }) => value),
        behind("expires after", node.expiresAfter, printDuration),
      );
    case "ScoreFades":
      return `fades ${node.points.value} every ${printDuration(node.every)}`;
    case "ScoreExpires":
      return `expires after ${printDuration(node.after)}`;
    case "ScoreBound":
      return `never ${node.side} ${node.value}`;
    case "ScoreResets":
      return `resets on ${printEvents([node.on])} to ${printSum(node.to)}`;
    default:
      return assertNever(node);
  }
}

export function printCase({ name, when, worth }: ClassCaseNode): string {
  return words(
    printName(name),
    when === null ? "otherwise" : `when ${printExpression(when)}`,
    worth && printWorth(worth),
  );
}
function printWorth({ value, points }: WorthNode): string {
  return words("worth", printValue(value), points && "points");
}

export function printCommitmentClause(node: CommitmentClauseNode): string {
  switch (node.kind) {
    case "Obligation":
      return words(
        node.label && `${printName(node.label)}:`,
        printName(node.party),
        "must",
        printDuty(node.duty),
      );
    case "Pause": {
      const cap = node.cap ? `, at most ${printDuration(node.cap)}` : "";
      return `pause from ${printEvents(node.from)} to ${printEvents(node.to)}${cap}`;
    }
    case "Until":
      return `until ${printEvents(node.events)}`;
    case "Unless":
      return `unless ${printExpression(node.condition)}`;
    case "Waive":
      return words(
        "waive",
        behind("for", node.for, printExpression),
        `from ${node.from.value}`,
        behind("to", node.to, ({ value }) => value),
        behind("because", node.because, printText),
      );
    case "Warn":
      return `warn at ${node.at.value}%`;
    case "Otherwise":
      return `otherwise ${printName(node.ladder)}`;
    case "Because":
      return `because ${printText(node.text)}`;
    case "UseCalendar":
      return words("calendar", node.name && printName(node.name), node.of && `of ${node.of}`);
    default:
      return assertNever(node);
  }
}

const BOUNDS = { atLeast: "at least", atMost: "at most" } as const;
export const printBound = (bound: keyof typeof BOUNDS): string => BOUNDS[bound];
const listed = (...parts: readonly (string | false | null)[]): string =>
  parts
    .filter((part) => typeof part === "string")
    .map((part) => `, ${part}`)
    .join("");

function printDuty(node: DutyNode): string {
  switch (node.kind) {
    case "RespondDuty": {
      const further = listed(
        node.apart && `at least ${printDuration(node.apart)} apart`,
        node.onAnotherChannel && "on another channel",
        node.restarts && "restarts",
      );
      const times = node.times && `${printSum(node.times)} times`;
      return `${words(printEvents(node.events), times, printDeadline(node.deadline), "of", printTrigger(node.trigger))}${further}`;
    }
    case "ProvideDuty":
      return `provide ${printNames(node.fields)} by ${printTrigger(node.trigger)}`;
    case "LimitDuty":
    case "ShareDuty": {
      const amount =
        node.kind === "LimitDuty"
          ? `${printSum(node.times)} times`
          : `${printSum(node.percent)} of ${printTrigger(node.of)}`;
      return words(
        printEvents(node.events),
        printBound(node.bound),
        amount,
        behind("per", node.per, printSum),
        printPeriod(node.every),
      );
    }
    case "FollowDuty": {
      const steps = node.steps.map(({ day, events }) => `day ${day}: ${printEvents(events, " and ")}`);
      return `follow ${block(steps)} of ${printTrigger(node.trigger)}${listed(node.business && "in business days", node.restarts && "restarts")}`;
    }
    case "LeaveDuty":
      return `leave ${printName(node.stage)} ${printDeadline(node.deadline)} of ${printTrigger(node.trigger)}`;
    case "RecurDuty":
      return words(
        printEvents(node.events),
        "at least every",
        printSum(node.every),
        behind("while", node.while, printExpression),
      );
    default:
      return assertNever(node);
  }
}

function printDeadline(node: DeadlineNode): string {
  switch (node.kind) {
    case "Within":
      return `within ${printValue(node.duration)}`;
    case "ByClose":
      return `by close of business day ${node.day}`;
    case "ByTime":
      return words(
        "by",
        node.time,
        "on",
        node.day === 0 && "the same",
        node.business && "business",
        "day",
        node.day > 0 && `${node.day}`,
      );
    default:
      return assertNever(node);
  }
}

function printTrigger({ which, events, reaching }: TriggerNode): string {
  if (reaching) return `reaching ${printName(reaching)}`;
  return words(which !== "each" && which, printEvents(events));
}

export function printStep({ after, actions }: LadderStepNode): string {
  const [only] = actions;
  const does = only && actions.length === 1 ? printAction(only) : block(actions.map(printAction));
  return words(after === null ? "at breach" : `after ${printDuration(after)}`, does);
}
export function printAction({ verb, text, to, every }: ActionNode): string {
  const addressees = to.map((each) => (each.kind === "Name" ? printName(each) : printText(each))).join(", ");
  const isDirect = verb === "notify" || verb === "meet";
  return words(
    verb,
    text && printText(text),
    every && printPeriod(every),
    to.length > 0 && !isDirect && "to",
    addressees,
  );
}
