import type { ComparisonOperator } from "@entente/ir";
import type { IToken } from "chevrotain";
import { replacing } from "../../diagnostics/fixes.ts";
import { reportSyntax } from "../../diagnostics/syntax.ts";
import type { ExpressionNode } from "../ast/expressions.ts";
import type { EventMatchNode } from "../ast/facts.ts";
import type { NameNode } from "../ast/name.ts";
import {
  Comma,
  Equal,
  Greater,
  GreaterEqual,
  LeftParenthesis,
  Less,
  LessEqual,
  Name,
  NotEqual,
  NumberToken,
  RightParenthesis,
  word,
} from "../lexer/vocabulary.ts";
import { CalculationRules } from "./calculations.ts";
import type { Rule } from "./syntax-parser.ts";

/**
 * Conditions (language, section 4). From loose to tight: `or`, `and`, `not`, comparisons, calculations. Every rule
 * of the chain is a level of the stack, so there are few.
 */
export abstract class ExpressionRules extends CalculationRules {
  readonly expression: Rule<ExpressionNode> = this.rule("expression", () => {
    this.enter();
    const start = this.LA(1);
    let begin = start;
    const either: ExpressionNode[] = [];
    const both: ExpressionNode[] = [this.SUBRULE(this.condition)];
    this.MANY(() =>
      this.either<unknown>([
        { ALT: () => this.behind(this.CONSUME(word.and), both.push(this.SUBRULE1(this.condition))) },
        {
          ALT: () => {
            either.push(this.#logical("and", both.splice(0), begin));
            this.CONSUME(word.or);
            begin = this.LA(1);
            both.push(this.SUBRULE2(this.condition));
          },
        },
      ]),
    );
    either.push(this.#logical("and", both, begin));
    this.leave();
    return this.#logical("or", either, start);
  });

  #logical(operator: "and" | "or", operands: readonly ExpressionNode[], start: IToken): ExpressionNode {
    const [only] = operands;
    if (only !== undefined && operands.length === 1) return only;
    return { kind: "Logical", operator, operands, span: this.spanFrom(start) };
  }

  readonly condition: Rule<ExpressionNode> = this.rule("condition", () => {
    const start = this.LA(1);
    return this.either<ExpressionNode>([
      {
        ALT: () => {
          this.CONSUME(word.not);
          this.enter();
          const operand = this.SUBRULE(this.condition);
          this.leave();
          return { kind: "Not", operand, span: this.spanFrom(start) };
        },
      },
      {
        ALT: () => {
          const subject = this.SUBRULE(this.sum);
          return this.OPTION(() => this.SUBRULE(this.comparison, { ARGS: [subject, start] })) ?? subject;
        },
      },
    ]);
  });

  /** Everything that can follow a value, `subject`, which begins at `start`, to make a condition of it. */
  readonly comparison: About = this.rule("comparison", (subject: ExpressionNode, start: IToken) =>
    this.either<ExpressionNode>([
      {
        ALT: () => {
          const operator = this.SUBRULE(this.operator);
          const right = this.SUBRULE(this.sum);
          return { kind: "Comparison", operator, left: subject, right, span: this.spanFrom(start) };
        },
      },
      { ALT: () => this.SUBRULE(this.is, { ARGS: [subject, start] }) },
      {
        ALT: () => {
          const negated = this.OPTION(() => this.CONSUME(word.not)) !== undefined;
          return this.SUBRULE(this.range, { ARGS: [subject, start, negated] });
        },
      },
      { ALT: () => this.SUBRULE(this.textMatch, { ARGS: [subject, start] }) },
    ]),
  );

  readonly operator: Rule<ComparisonOperator> = this.rule("operator", () =>
    this.either<ComparisonOperator>(
      (
        [
          [Equal, "="],
          [NotEqual, "!="],
          [LessEqual, "<="],
          [Less, "<"],
          [GreaterEqual, ">="],
          [Greater, ">"],
        ] as const
      ).map(([type, operator]) => ({
        ALT: () => {
          this.CONSUME(type);
          return operator;
        },
      })),
    ),
  );

  readonly is: About = this.rule("is", (subject: ExpressionNode, start: IToken) => {
    this.CONSUME(word.is);
    const negated = this.OPTION(() => this.CONSUME(word.not)) !== undefined;
    return this.either<ExpressionNode>([
      {
        ALT: () => {
          const present = this.SUBRULE(this.presence) !== negated;
          return { kind: "Presence", subject, present, span: this.spanFrom(start) };
        },
      },
      { ALT: () => this.SUBRULE(this.isWithin, { ARGS: [subject, start, negated] }) },
      { ALT: () => this.SUBRULE(this.range, { ARGS: [subject, start, negated] }) },
      {
        ALT: () => {
          const value = this.SUBRULE(this.isValue);
          return { kind: "Is", subject, negated, value, span: this.spanFrom(start) };
        },
      },
    ]);
  });

  readonly presence: Rule<boolean> = this.rule("presence", () =>
    this.either<boolean>([
      { ALT: () => this.meaning(true, this.CONSUME(word.present)) },
      { ALT: () => this.meaning(false, this.CONSUME(word.missing)) },
    ]),
  );

  readonly isWithin: AboutOrNot = this.rule(
    "isWithin",
    (subject: ExpressionNode, start: IToken, negated: boolean) => {
      this.CONSUME(word.within);
      const duration = this.SUBRULE(this.duration);
      this.CONSUME(word.of);
      const of = this.SUBRULE(this.sum);
      return { kind: "IsWithin", subject, negated, duration, of, span: this.spanFrom(start) };
    },
  );

  /** What may stand behind `is`: `excused` is a status there. */
  readonly isValue: Rule<ExpressionNode> = this.rule("isValue", () =>
    this.either<ExpressionNode>([
      { ALT: () => this.referenceTo(this.CONSUME(word.excused)) },
      { ALT: () => this.SUBRULE(this.sum) },
    ]),
  );

  /** `in (a, b)` and `between a and b`. */
  readonly range: AboutOrNot = this.rule(
    "range",
    (subject: ExpressionNode, start: IToken, negated: boolean) =>
      this.either<ExpressionNode>([
        {
          ALT: () => {
            this.CONSUME(word.between);
            const low = this.SUBRULE(this.sum);
            this.CONSUME(word.and);
            const high = this.SUBRULE1(this.sum);
            return { kind: "Between", subject, negated, low, high, span: this.spanFrom(start) };
          },
        },
        {
          ALT: () => {
            this.CONSUME(word.in);
            const values = this.SUBRULE(this.values);
            return { kind: "In", subject, negated, values, span: this.spanFrom(start) };
          },
        },
      ]),
  );

  readonly values: Rule<ExpressionNode[]> = this.rule("values", () => {
    const values: ExpressionNode[] = [];
    this.CONSUME(LeftParenthesis);
    this.separated(Comma, () => {
      const first = this.LA(1);
      values.push(this.SUBRULE(this.sum));
      if (first.tokenType === NumberToken && first.image.includes(",")) this.#tellNumberInList(first);
    });
    this.CONSUME(RightParenthesis);
    return values;
  });

  #tellNumberInList(token: IToken): void {
    const found = token.image;
    const split = found.split(",").join(", ");
    const joined = found.replaceAll(",", "");
    const span = this.spanOf(token);
    const fixes = [replacing(span, split), replacing(span, joined)];
    this.tell(reportSyntax("syntax/number-in-list", span, { found, split, joined }, { fixes }));
  }

  readonly textMatch: About = this.rule("textMatch", (subject: ExpressionNode, start: IToken) => {
    const match = this.either<"contains" | "startsWith" | "endsWith">([
      { ALT: () => this.meaning("contains", this.CONSUME(word.contains)) },
      { ALT: () => this.meaning("startsWith", this.CONSUME(word.starts), this.CONSUME(word.with)) },
      { ALT: () => this.meaning("endsWith", this.CONSUME(word.ends), this.CONSUME1(word.with)) },
    ]);
    const text = this.SUBRULE(this.sum);
    const ignoreCase =
      this.OPTION(() => [this.CONSUME(word.ignoring), this.CONSUME(word.case)]) !== undefined;
    return { kind: "TextMatch", match, subject, text, ignoreCase, span: this.spanFrom(start) };
  });

  /** An event, narrowed by `where CONDITION` or `(where CONDITION)`. */
  readonly eventMatch: Rule<EventMatchNode> = this.rule("eventMatch", () => {
    const start = this.LA(1);
    const event = this.nameOf(this.CONSUME(Name));
    const where =
      this.OPTION(() =>
        this.either<ExpressionNode>([
          { ALT: () => this.SUBRULE(this.filter) },
          { ALT: () => this.behind(this.CONSUME(word.where), this.SUBRULE(this.expression)) },
        ]),
      ) ?? null;
    return { kind: "EventMatch", event, where, span: this.spanFrom(start) };
  });

  /** `accept or reject`. */
  readonly eitherEvent: Rule<EventMatchNode[]> = this.rule("eitherEvent", () => {
    const events: EventMatchNode[] = [];
    this.separated(word.or, () => events.push(this.SUBRULE(this.eventMatch)));
    return events;
  });

  /** `cmo, cso`, `marketing and sales`. */
  readonly names: Rule<NameNode[]> = this.rule("names", () => {
    const names: NameNode[] = [];
    names.push(this.nameOf(this.CONSUME(Name)));
    this.MANY(() => {
      this.either([{ ALT: () => this.CONSUME(Comma) }, { ALT: () => this.CONSUME(word.and) }]);
      names.push(this.nameOf(this.CONSUME1(Name)));
    });
    return names;
  });
}

/** A condition about a value that was read before, and the token at which that begins. */
type About = Rule<ExpressionNode, [subject: ExpressionNode, start: IToken]>;
type AboutOrNot = Rule<ExpressionNode, [subject: ExpressionNode, start: IToken, negated: boolean]>;
