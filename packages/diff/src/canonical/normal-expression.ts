import {
  assertNever,
  type Expression,
  type ExpressionOf,
  invariant,
  type Literal,
  type Policy,
} from "@entente/ir";
import type { Json } from "../json.ts";
import { inverse, isInvertible, mirrored, wholeBound } from "./comparison-form.ts";
import { constant, junction, membership } from "./junction.ts";
import { normalDuration, normalLiteral } from "./normal-value.ts";
import { sorted, textOf } from "./order.ts";
import type { References } from "./references.ts";

/** A define whose normal form is longer than so many characters is named, not written out: defines can double. */
const LONGEST = 20_000;

/**
 * The normal form of a contract's expressions: negations pushed to the leaves as far as three-valued logic
 * allows, `and` and `or` flat and sorted, comparisons with their literal on the right, defines written out.
 */
export class ExpressionForms {
  readonly #policy: Policy;
  readonly #references: References;
  readonly #defines: ReadonlyMap<string, Expression>;
  readonly #known = new Map<string, Json>();
  readonly #named = new Set<string>();
  readonly #kept: ReadonlySet<string>;

  /** @param kept defines that are named and not written out */
  constructor(policy: Policy, references: References, kept: ReadonlySet<string> = new Set()) {
    this.#kept = kept;
    this.#policy = policy;
    this.#references = references;
    this.#defines = new Map(policy.defines.map(({ name, value }) => [name, value]));
  }

  /** The defines that are named in some form because they are too long to be written out. */
  get named(): ReadonlySet<string> {
    return this.#named;
  }

  /** The normal form of an expression; null of null. */
  of(node: Expression | null): Json {
    return node === null ? null : this.#form(node, false);
  }

  /** @param negated whether the form of its negation is wanted */
  #form(node: Expression, negated: boolean): Json {
    switch (node.kind) {
      case "not":
        return this.#form(node.operand, !negated);
      case "and":
      case "or": {
        const kind = (node.kind === "and") === negated ? "or" : "and";
        return junction(
          kind,
          node.operands.map((operand) => this.#form(operand, negated)),
        );
      }
      case "define":
        return this.#define(node.name, negated);
      case "literal":
        return node.value.kind === "boolean" ? constant(node.value.value !== negated) : this.#term(node);
      case "compare":
        return this.#comparison(node, negated);
      case "in":
        return not(membership(this.of(node.subject), node.values.map(normalLiteral)), negated);
      default:
        return not(this.#term(node), negated);
    }
  }

  #define(name: string, negated: boolean): Json {
    const key = `${negated ? "not " : ""}${name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#kept.has(name)) return not({ kind: "define", name }, negated);
    const value = this.#defines.get(name);
    invariant(value !== undefined, `the policy declares no ${name}`);
    const written = this.#form(value, negated);
    const short = textOf(written).length <= LONGEST;
    if (!short) this.#named.add(name);
    const form = short ? written : not({ kind: "define", name }, negated);
    this.#known.set(key, form);
    return form;
  }

  /** The value of a define, itself written out however long it is. */
  valueOf(name: string): Json {
    const value = this.#defines.get(name);
    invariant(value !== undefined, `the policy declares no ${name}`);
    return this.of(value);
  }

  #resolved(node: Expression): Expression {
    if (node.kind !== "define" || this.#kept.has(node.name)) return node;
    const value = this.#defines.get(node.name);
    invariant(value !== undefined, `the policy declares no ${node.name}`);
    return this.#resolved(value);
  }

  #comparison(node: ExpressionOf<"compare">, negated: boolean): Json {
    const [left, right] = [this.#resolved(node.left), this.#resolved(node.right)];
    const turned = left.kind === "literal" && right.kind !== "literal";
    const subject = turned ? right : left;
    const other = turned ? left : right;
    const written = turned ? mirrored[node.operator] : node.operator;
    const safe = isInvertible(subject) && isInvertible(other);
    const operator = negated && safe ? inverse[written] : written;
    const outer = negated && !safe;
    if (other.kind !== "literal") return not(this.#ordered(operator, subject, other), outer);
    const form = this.#equality(operator, subject, other.value, safe);
    return not(form ?? this.#withLiteral(operator, subject, other.value), outer);
  }

  /** `x is yes` is `x`; `x is a` is `x in (a)`. Null where the comparison is of another kind. */
  #equality(
    operator: ExpressionOf<"compare">["operator"],
    subject: Expression,
    literal: Literal,
    safe: boolean,
  ): Json | null {
    const equal = operator === "=";
    if (!equal && (operator !== "!=" || !safe)) return null;
    if (literal.kind === "boolean" && safe) return this.#form(subject, equal !== literal.value);
    if (literal.kind !== "choice" && literal.kind !== "text") return null;
    return not(membership(this.of(subject), [normalLiteral(literal)]), !equal);
  }

  #withLiteral(operator: ExpressionOf<"compare">["operator"], subject: Expression, literal: Literal): Json {
    const exact = this.#isWhole(subject) ? wholeBound(operator, literal) : { operator, bound: literal };
    return {
      kind: "compare",
      operator: exact.operator,
      left: this.of(subject),
      right: { kind: "literal", value: normalLiteral(exact.bound) },
    };
  }

  #ordered(operator: ExpressionOf<"compare">["operator"], left: Expression, right: Expression): Json {
    const [a, b] = [this.of(left), this.of(right)];
    return textOf(a) <= textOf(b)
      ? { kind: "compare", operator, left: a, right: b }
      : { kind: "compare", operator: mirrored[operator], left: b, right: a };
  }

  #isWhole(node: Expression): boolean {
    if (node.kind === "count") return true;
    if (node.kind !== "field") return false;
    return this.#policy.lead.fields.some(({ name, type }) => name === node.name && type.kind === "integer");
  }

  #term(node: Exclude<Expression, { kind: "not" | "and" | "or" | "define" | "compare" | "in" }>): Json {
    const { kind } = node;
    const refer = this.#references;
    switch (kind) {
      case "literal":
        return { kind, value: normalLiteral(node.value) };
      case "field":
      case "attribute":
        return { kind, name: node.name };
      case "score":
        return { kind, name: refer.score(node.name) };
      case "class":
        return { kind, name: refer.class(node.name) };
      case "happened":
        return { kind, event: refer.event(node.event) };
      case "occurrence":
        return { kind, event: refer.event(node.event), which: node.which, where: this.of(node.where) };
      case "occurrenceAttribute":
        return { kind, event: refer.event(node.event), which: node.which, attribute: node.attribute };
      case "count":
        return { kind, event: refer.event(node.event), where: this.of(node.where) };
      case "elapsedSince":
        return { kind, of: this.of(node.of) };
      case "stageIs": {
        const among = refer.allStages();
        return { kind, stage: refer.stage(node.stage), ...(among === null ? {} : { among }) };
      }
      case "stageReached":
        return { kind, stage: refer.stage(node.stage) };
      case "verdictIs": {
        const { commitment, clause, status } = node;
        return {
          kind,
          commitment: commitment === null ? null : refer.commitment(commitment),
          clause,
          status,
        };
      }
      case "textMatch": {
        const { match, ignoreCase } = node;
        return { kind, match, ignoreCase, subject: this.of(node.subject), text: this.of(node.text) };
      }
      case "listContains":
        return { kind, subject: this.of(node.subject), value: normalLiteral(node.value) };
      case "present":
        return { kind, subject: this.of(node.subject) };
      case "withinTime": {
        const times = sorted([this.of(node.subject), this.of(node.of)]);
        return { kind, times, duration: normalDuration(node.duration) };
      }
      case "arithmetic":
        return this.#arithmetic(node);
      case "negate":
        return { kind, operand: this.of(node.operand) };
      case "table":
        return this.#table(node);
      case "dated":
        return this.#dated(node);
      default:
        return assertNever(kind);
    }
  }

  #arithmetic({ kind, operator, left, right }: ExpressionOf<"arithmetic">): Json {
    const sides = [this.of(left), this.of(right)];
    return { kind, operator, sides: operator === "+" || operator === "*" ? sorted(sides) : sides };
  }

  /**
   * A value that an earlier case has is taken out of later ones; then the order of cases has no meaning. So is one that
   * gives what `otherwise` gives.
   */
  #table({ kind, by, cases, otherwise }: ExpressionOf<"table">): Json {
    const taken = new Set<string>();
    const entries = cases.flatMap(({ values, result }) =>
      values.map(normalLiteral).flatMap((value): Json[] => {
        const text = textOf(value);
        if (taken.has(text)) return [];
        taken.add(text);
        return [[value, this.of(result)]];
      }),
    );
    const other = this.of(otherwise);
    const own = entries.filter((entry) => other === null || textOf(resultOf(entry)) !== textOf(other));
    return { kind, by: this.of(by), cases: sorted(own), otherwise: other };
  }

  #dated({ kind, entries }: ExpressionOf<"dated">): Json {
    const [first, ...later] = entries;
    if (first !== undefined && later.length === 0 && first.from === null) return this.of(first.value);
    const forms = entries.map(({ from, value }) => ({ from, value: this.of(value) }));
    const changing = forms.filter(({ value }, index) => {
      const before = forms[index - 1];
      return before === undefined || textOf(before.value) !== textOf(value);
    });
    return { kind, entries: changing };
  }
}

function resultOf(entry: Json): Json {
  return Array.isArray(entry) ? (entry[1] ?? null) : null;
}

function not(form: Json, negated: boolean): Json {
  return negated ? { kind: "not", operand: form } : form;
}
