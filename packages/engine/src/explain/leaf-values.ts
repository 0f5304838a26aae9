import { assertNever, type Expression, type Policy } from "@entente/ir";
import { NO_CASE } from "../classify/classes.ts";
import { Range, valueOfCell } from "../plan/cell.ts";
import { childrenOf } from "../plan/children-of.ts";
import type { Context } from "../plan/context.ts";
import { numberOf } from "../plan/exact.ts";
import type { Scope } from "../plan/scope.ts";
import { firstVisible } from "../plan/visibility.ts";
import { humanInstant, humanValue, type ValueKind } from "./human-value.ts";
import { sourceText } from "./source-text.ts";

/** What a condition found where it looked, in reading order and once each: `employees = 40`, `vip is missing`. */
export function leafValues(plan: Scope, node: Expression, context: Context): string[] {
  return [...new Set(collect(plan, node, context, new Set()))];
}

function collect(plan: Scope, node: Expression, context: Context, seen: Set<string>): string[] {
  const own = ownValue(plan, node, context);
  if (own !== null) return [own];
  if (node.kind === "define") {
    if (seen.has(node.name)) return [];
    seen.add(node.name);
    return collect(plan, plan.define(node.name), context, seen);
  }
  return childrenOf(node).flatMap((child) => collect(plan, child, context, seen));
}

/** Null for what holds no value of its own. */
function ownValue(plan: Scope, node: Expression, context: Context): string | null {
  switch (node.kind) {
    case "field":
    case "score":
    case "attribute":
      return found(plan, node, node.name, context);
    case "occurrenceAttribute":
      return found(plan, node, `${node.event}.${node.attribute}`, context);
    case "occurrence":
    case "count":
    case "elapsedSince":
      return found(plan, node, sourceText(plan.policy, node.span) || `${node.kind} of events`, context);
    case "class":
      return classValue(plan, node.name, context);
    case "happened":
      return happened(plan, node.event, context);
    case "stageIs":
      return `stage is ${plan.judge.currentStage(context) ?? "none"}`;
    case "stageReached":
      return reached(plan, node.stage, context);
    case "verdictIs":
      return verdict(node.commitment, node.clause, context);
    case "literal":
    case "define":
    case "not":
    case "and":
    case "or":
    case "compare":
    case "in":
    case "textMatch":
    case "listContains":
    case "present":
    case "withinTime":
    case "arithmetic":
    case "negate":
    case "table":
    case "dated":
      return null;
    default:
      return assertNever(node);
  }
}

function found(plan: Scope, node: Expression, label: string, context: Context): string {
  const cell = plan.term(node)(context);
  if (cell === null) return `${label} has not happened`;
  if (cell === undefined) return `${label} is missing`;
  if (cell instanceof Range) return `${label} = ${numberOf(cell.minimum)} to ${numberOf(cell.maximum)}`;
  const value = valueOfCell(cell);
  if (value === undefined) return `${label} is unknown`;
  if (node.kind === "elapsedSince") return `${label} = ${humanLength(Number(value))}`;
  return `${label} = ${humanValue(plan.policy, plan.zone, kindOf(plan.policy, node, context), value)}`;
}

function kindOf(policy: Policy, node: Expression, context: Context): ValueKind {
  switch (node.kind) {
    case "field":
      return policy.lead.fields.find((field) => field.name === node.name)?.type.kind ?? "text";
    case "attribute":
      return attributeKind(policy, context.occurrence?.event, node.name);
    case "occurrenceAttribute":
      return attributeKind(policy, node.event, node.attribute);
    case "occurrence":
      return "time";
    default:
      return "number";
  }
}

function attributeKind(policy: Policy, event: string | undefined, name: string): ValueKind {
  const declared = policy.events.find((one) => one.name === event)?.attributes ?? [];
  return declared.find((attribute) => attribute.name === name)?.type.kind ?? "text";
}

function classValue(plan: Scope, name: string, context: Context): string {
  const chosen = plan.judge.class(name, context);
  if (chosen === undefined) return `${name} is unknown`;
  return chosen === NO_CASE ? `${name} has no case` : `${name} = ${chosen}`;
}

function happened(plan: Scope, event: string, context: Context): string {
  const first = firstVisible(context, event);
  return first === undefined
    ? `${event} has not happened`
    : `${event} on ${humanInstant(plan.zone, first.at)}`;
}

function reached(plan: Scope, stage: string, context: Context): string {
  const outcome = plan.judge.stage(stage, context);
  if (outcome.at !== null) return `${stage} reached on ${humanInstant(plan.zone, outcome.at)}`;
  return outcome.reached === undefined ? `whether ${stage} was reached is unknown` : `${stage} not reached`;
}

function verdict(commitment: string | null, clause: string | null, context: Context): string {
  const key = clause === null ? (commitment ?? "") : `${commitment ?? ""}.${clause}`;
  return `${commitment ?? "the verdict"} is ${context.statuses?.get(key) ?? "not judged yet"}`;
}

/** A length of time in days, hours and minutes. */
function humanLength(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), "d"],
    [Math.floor(minutes / 60) % 24, "h"],
    [minutes % 60, "min"],
  ] as const;
  const words = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return (ms < 0 ? "minus " : "") + (words.join(" ") || "0 min");
}
