import type { Expression, ExpressionOf, Policy } from "@entente/ir";
import type { Dice } from "./dice.ts";

/**
 * A policy that says the same in another way: declarations and lists in another order, defines written out here and
 * there, conditions turned by De Morgan's laws, lengths of time in other units, zeros behind decimals.
 */
export function rewritten(policy: Policy, dice: Dice): Policy {
  const rewriter = new Rewriter(policy, dice);
  const rules = rewriter.part(policy) as Policy;
  const mixed = <T>(items: readonly T[]): T[] => dice.shuffled(items);
  return {
    ...rules,
    agreement: {
      ...rules.agreement,
      between: dice.below(2) === 0 ? rules.agreement.between : swapped(rules.agreement.between),
    },
    parties: mixed(rules.parties),
    roles: mixed(rules.roles),
    calendars: rules.calendars.length > 1 ? rules.calendars : mixed(rules.calendars),
    lead: { fields: mixed(rules.lead.fields) },
    events: mixed(rules.events),
    scores: mixed(rules.scores).map((score) => ({ ...score, lines: mixed(score.lines) })),
    commitments: mixed(rules.commitments).map((one) => ({
      ...one,
      until: mixed(one.until),
      pauses: mixed(one.pauses),
      excuses: mixed(one.excuses),
      waivers: mixed(one.waivers),
    })),
    ladders: mixed(rules.ladders),
    goals: mixed(rules.goals),
    meetings: mixed(rules.meetings),
    responsibilities: mixed(rules.responsibilities),
    signatures: mixed(rules.signatures),
  };
}

function swapped([a, b]: [string, string]): [string, string] {
  return [b, a];
}

const NEGATABLE = new Set<Expression["kind"]>([
  "and",
  "or",
  "not",
  "in",
  "present",
  "happened",
  "stageReached",
]);

class Rewriter {
  readonly #defines: ReadonlyMap<string, Expression>;
  readonly #dice: Dice;

  constructor({ defines }: Policy, dice: Dice) {
    this.#defines = new Map(defines.map(({ name, value }) => [name, value]));
    this.#dice = dice;
  }

  part(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.part(one));
    if (typeof value !== "object" || value === null) return value;
    const inner = Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        key === "span" || key === "tests" ? one : this.part(one),
      ]),
    );
    if (inner.kind === "duration") return this.#length(inner);
    return "span" in inner && "kind" in inner ? this.#expression(inner as Expression) : inner;
  }

  /** `1 hour` is `60 minutes`, `2 weeks` is `14 days`; a day is not 24 hours. */
  #length(duration: Record<string, unknown>): unknown {
    const { amount, unit, business } = duration;
    if (typeof amount !== "number" || this.#dice.below(2) === 0) return duration;
    if (unit === "hour") return { ...duration, amount: amount * 60, unit: "minute" };
    if (unit === "minute" && amount % 60 === 0) return { ...duration, amount: amount / 60, unit: "hour" };
    if (unit === "week" && business === false) return { ...duration, amount: amount * 7, unit: "day" };
    return unit === "quarter" && business === false
      ? { ...duration, amount: amount * 3, unit: "month" }
      : duration;
  }

  #expression(node: Expression): Expression {
    const { span } = node;
    switch (node.kind) {
      case "define": {
        const value = this.#defines.get(node.name);
        return value === undefined || this.#dice.below(2) === 0 ? node : (this.part(value) as Expression);
      }
      case "and":
      case "or":
        return this.#junction(node);
      case "compare":
        return this.#comparison(node);
      case "literal":
        return this.#literal(node);
      case "in":
        return this.#membership({ ...node, values: this.#dice.shuffled(node.values) });
      default:
        return NEGATABLE.has(node.kind) && this.#dice.below(4) === 0 ? not(not(node, span), span) : node;
    }
  }

  #junction(node: ExpressionOf<"and" | "or">): Expression {
    const operands = this.#dice.shuffled(node.operands);
    const { kind, span } = node;
    const [first, ...more] = operands;
    switch (this.#dice.below(3)) {
      case 0: {
        const other = kind === "and" ? "or" : "and";
        return not({ kind: other, operands: operands.map((operand) => not(operand, span)), span }, span);
      }
      case 1:
        return first === undefined || more.length < 2
          ? { kind, operands, span }
          : { kind, operands: [{ kind, operands: more, span }, first], span };
      default:
        return { kind, operands: [...operands, ...operands.slice(0, 1)], span };
    }
  }

  #comparison(node: ExpressionOf<"compare">): Expression {
    const mirrored = { "=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;
    const { operator, left, right, span } = node;
    const isCase = right.kind === "literal" && right.value.kind === "choice";
    if (operator === "=" && isCase && this.#dice.below(2) === 0)
      return { kind: "in", subject: left, values: [right.value], span };
    if (operator === "!=" && isCase && left.kind === "field" && this.#dice.below(2) === 0)
      return not({ ...node, operator: "=" }, span);
    return this.#dice.below(2) === 0
      ? node
      : { ...node, operator: mirrored[operator], left: right, right: left };
  }

  #membership(node: ExpressionOf<"in">): Expression {
    if (node.values.length < 2 || this.#dice.below(2) === 0) return node;
    const operands = node.values.map((value): Expression => ({ ...node, values: [value] }));
    return { kind: "or", operands, span: node.span };
  }

  #literal(node: ExpressionOf<"literal">): Expression {
    const { value } = node;
    if (value.kind !== "number" && value.kind !== "percent") return node;
    return {
      ...node,
      value: { ...value, value: value.value.includes(".") ? `${value.value}0` : `${value.value}.0` },
    };
  }
}

function not(operand: Expression, span: Expression["span"]): Expression {
  return { kind: "not", operand, span };
}
