import { createEngine, type Engine } from "@entente/engine";
import {
  type Classification,
  type EventType,
  type Expression,
  type Field,
  invariant,
  minorDigits,
  type Policy,
  type Score,
  type Span,
  type Stage,
} from "@entente/ir";
import type { Decision } from "./decide/goal.ts";
import { type Shape, shapeOf } from "./logic/shape-of.ts";

/** A policy with its declarations by name and the engine that judges by it. */
export interface Model {
  /** What the contract says of leads, without what is about the agreement itself. */
  readonly policy: Policy;
  readonly engine: Engine;
  /** Noon of the first day of the term (epoch milliseconds): when things happen unless something else decides. */
  readonly start: number;
  /** Decimals of the agreement's currency. */
  readonly digits: number;
  field(name: string): Field;
  event(name: string): EventType;
  /** The expression of a define, the contract's own or a derived one. */
  define(name: string): Expression;
  /** Defines that the analysis makes, by names that no contract can have; null for one that turned out empty. */
  readonly derived: Map<string, Expression | null>;
  /** Whether conditions are known to be steady or rising. */
  readonly steady: Map<Expression, boolean>;
  readonly rising: Map<Expression, boolean>;
  score(name: string): Score;
  class(name: string): Classification;
  stage(name: string): Stage;
  /** What kind of condition an expression is; see {@link shapeOf}. Remembered. */
  shape(node: Expression): Shape;
  /** What has been decided, by the key of the question. */
  readonly decisions: Map<string, Decision>;
  /** The text of the contract at a place, on one line. */
  text(span: Span): string;
}

export function createModel(contract: Policy): Model {
  const engine = createEngine(contract);
  const { policy } = engine.plan;
  const shapes = new Map<Expression, Shape>();
  const from = policy.agreement.effective?.from ?? policy.horizon.from;
  const model: Model = {
    policy,
    engine,
    start: engine.plan.zone.instantOf(from, 12 * 60),
    digits: minorDigits(policy.agreement.currency),
    field: byName(policy.lead.fields),
    event: byName(policy.events),
    derived: new Map(),
    steady: new Map(),
    rising: new Map(),
    define: (name) => model.derived.get(name) ?? engine.plan.define(name),
    score: byName(policy.scores),
    class: byName(policy.classes),
    stage: byName(policy.stages),
    shape(node) {
      const known = shapes.get(node);
      if (known !== undefined) return known;
      const shape = shapeOf(model, node);
      shapes.set(node, shape);
      return shape;
    },
    decisions: new Map(),
    text: (span) => textAt(policy, span),
  };
  return model;
}

function byName<T extends { readonly name: string }>(items: readonly T[]): (name: string) => T {
  const known = new Map(items.map((item) => [item.name, item]));
  return (name) => {
    const item = known.get(name);
    invariant(item !== undefined, `the policy declares no ${name}`);
    return item;
  };
}

function textAt(policy: Policy, span: Span): string {
  const source = policy.sources.find(({ file }) => file === span.file)?.text ?? "";
  return source.slice(span.start, span.end).replace(/\s+/g, " ").trim();
}
