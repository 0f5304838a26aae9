import { assertNever, type EventMatch, type Expression, type ExpressionOf } from "@entente/ir";
import { code } from "../phrase/nodes.ts";
import { type Inflected, type Phrase, say, uninflected } from "../phrase/say.ts";
import { AND, type Draft, OR } from "./draft.ts";
import { literal } from "./literal.ts";
import { field, named } from "./names.ts";
import { isPointInTime } from "./points-in-time.ts";

const signs = { "+": "+", "-": "−", "*": "×", "/": "÷" } as const;

/** What an expression stands for, as it is named in a sentence. */
export function value(draft: Draft, expression: Expression): Inflected {
  const words = draft.language.conditions;
  const part = (inner: Expression): Inflected => value(draft, inner);
  switch (expression.kind) {
    case "literal":
      return literal(draft, expression.value);
    case "field":
      return uninflected(field(draft, expression.name));
    case "attribute":
      return uninflected(code(expression.name));
    case "define":
      return uninflected(named("define", expression.name));
    case "score":
      return uninflected(words.score(named("score", expression.name)));
    case "class":
      return uninflected(named("class", expression.name));
    case "occurrence":
      return words.occurrence(expression.which, narrowed(draft, expression));
    case "occurrenceAttribute": {
      const { which, event, attribute } = expression;
      return uninflected(words.occurrenceAttribute(which, named("event", event), code(attribute)));
    }
    case "count":
      return uninflected(words.count(narrowed(draft, expression)));
    case "elapsedSince":
      return uninflected(words.elapsedSince(part(expression.of)));
    case "arithmetic":
      return uninflected(
        say`${term(draft, expression.left)} ${signs[expression.operator]} ${term(draft, expression.right)}`,
      );
    case "negate":
      return uninflected(say`−${term(draft, expression.operand)}`);
    case "table":
      return tableOfValues(draft, expression);
    case "dated":
      return datedValues(draft, expression);
    case "happened":
    case "stageIs":
    case "stageReached":
    case "verdictIs":
    case "not":
    case "and":
    case "or":
    case "compare":
    case "in":
    case "textMatch":
    case "listContains":
    case "present":
    case "withinTime":
      return uninflected(condition(draft, expression));
    default:
      return assertNever(expression);
  }
}

/** A condition as a clause of a sentence: `source is web and wants_contact is “yes”`. */
export function condition(draft: Draft, expression: Expression, negated = false): Phrase {
  const words = draft.language.conditions;
  const part = (inner: Expression): Inflected => value(draft, inner);
  switch (expression.kind) {
    case "field":
    case "attribute":
      return words.isYes(part(expression), negated);
    case "define":
      return words.holds(part(expression), negated);
    case "happened":
      return words.happened(named("event", expression.event), negated);
    case "stageIs":
      return words.stageIs(named("stage", expression.stage), negated);
    case "stageReached":
      return words.stageReached(named("stage", expression.stage), negated);
    case "verdictIs":
      return words.verdictIs(clock(draft, expression), expression.status, negated);
    case "not":
      return condition(draft, expression.operand, !negated);
    case "and":
    case "or":
      return negated ? words.not(condition(draft, expression)) : combined(draft, expression);
    case "compare":
      return negated ? words.not(condition(draft, expression)) : comparison(draft, expression);
    case "in":
      return words.oneOf(part(expression.subject), anyOf(draft, expression), negated);
    case "textMatch": {
      const { match, subject, text, ignoreCase } = expression;
      return words.text(match, part(subject), part(text), { ignoreCase, negated });
    }
    case "listContains":
      return words.listContains(part(expression.subject), literal(draft, expression.value), negated);
    case "present":
      return words.present(part(expression.subject), negated);
    case "withinTime": {
      const length = draft.language.values.duration(expression.duration);
      return words.withinTime(part(expression.subject), length, part(expression.of), negated);
    }
    case "literal":
    case "score":
    case "class":
    case "occurrence":
    case "occurrenceAttribute":
    case "count":
    case "elapsedSince":
    case "arithmetic":
    case "negate":
    case "table":
    case "dated": {
      const said = part(expression)("nominative");
      return negated ? words.not(said) : said;
    }
    default:
      return assertNever(expression);
  }
}

function combined(draft: Draft, { kind, operands }: ExpressionOf<"and"> | ExpressionOf<"or">): Phrase {
  const words = draft.language.conditions;
  const said = operands
    .flatMap((operand) => flattened(operand, kind))
    .map((operand) => {
      const inner = condition(draft, operand);
      return operand.kind === "and" || operand.kind === "or" ? words.brackets(inner) : inner;
    });
  return kind === "and" ? words.all(said) : words.any(said);
}

/** What `a and (b and c)` joins: brackets stand only where they matter. */
function flattened(expression: Expression, kind: "and" | "or"): readonly Expression[] {
  return expression.kind === kind
    ? expression.operands.flatMap((operand) => flattened(operand, kind))
    : [expression];
}

function comparison(draft: Draft, { operator, left, right }: ExpressionOf<"compare">): Phrase {
  const ofTimes = isPointInTime(draft.policy, left) || isPointInTime(draft.policy, right);
  return draft.language.conditions.compare(operator, value(draft, left), value(draft, right), ofTimes);
}

function anyOf(draft: Draft, { values }: ExpressionOf<"in">): Phrase {
  return draft.language.values.list(
    OR,
    values.map((each) => literal(draft, each)),
  );
}

function clock(
  { language: { values } }: Draft,
  { commitment, clause }: ExpressionOf<"verdictIs">,
): Phrase | null {
  if (commitment === null) return null;
  const name = named("commitment", commitment);
  return clause === null ? name : values.given(name, code(clause));
}

function term(draft: Draft, expression: Expression): Phrase {
  const said = value(draft, expression)("nominative");
  return expression.kind === "arithmetic" ? draft.language.conditions.brackets(said) : said;
}

function tableOfValues(draft: Draft, { by, cases, otherwise }: ExpressionOf<"table">): Inflected {
  const { values } = draft.language;
  return (form) => {
    const rows = cases.map(({ values: matched, result }) => {
      const alternatives = values.list(
        OR,
        matched.map((each) => literal(draft, each)),
      );
      return values.given(value(draft, result)(form), values.caseIs(value(draft, by), alternatives));
    });
    const last = otherwise === null ? [] : [values.given(value(draft, otherwise)(form), values.otherwise)];
    return values.list(OR, [...rows, ...last]);
  };
}

function datedValues(draft: Draft, { entries }: ExpressionOf<"dated">): Inflected {
  const { values } = draft.language;
  return (form) =>
    values.list(
      AND,
      entries.map(({ from, value: entry }) =>
        values.given(value(draft, entry)(form), from === null ? values.initially : values.from(from)),
      ),
    );
}

/** An event, with the condition that narrows it. */
export function narrowed(draft: Draft, { event, where }: Pick<EventMatch, "event" | "where">): Phrase {
  const name = named("event", event);
  return where === null ? name : draft.language.conditions.matching(name, condition(draft, where));
}

/** Several events: any of them, or all of them. */
export function events(
  draft: Draft,
  matches: readonly EventMatch[],
  type: typeof AND | typeof OR = OR,
): Phrase {
  return draft.language.values.list(
    type,
    matches.map((match) => narrowed(draft, match)),
  );
}
