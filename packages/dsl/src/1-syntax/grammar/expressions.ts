import type { ComparisonOperator } from "@entente/ir";
import type { IToken } from "chevrotain";
import { reportSyntax } from "../../diagnostics/syntax.ts";
import type { ArithmeticNode, ExpressionNode, TableCaseNode } from "../ast/expressions.ts";
import type { EventMatchNode } from "../ast/facts.ts";
import type { NameNode } from "../ast/name.ts";
import {
  Arrow,
  Comma,
  Divide,
  Dot,
  Equal,
  Greater,
  GreaterEqual,
  LeftBrace,
  LeftParenthesis,
  Less,
  LessEqual,
  Minus,
  Name,
  NotEqual,
  NumberToken,
  Plus,
  RightBrace,
  RightParenthesis,
  Separator,
  Times,
  word,
} from "../lexer/vocabulary.ts";
import { QuantityRules } from "./quantities.ts";
import type { Rule } from "./syntax-parser.ts";

/**
 * Conditions and calculations (language, section 4). From loose to tight: `or`, `and`, `not`, comparisons, `+ -`,
 * `* /`, sign. Every rule of the chain is a level of the stack, so there are few.
 */
export abstract class ExpressionRules extends QuantityRules {
  readonly expression: Rule<ExpressionNode> = this.rule("expression", () => {
    this.enter();
    const start = this.LA(1);
    const either: ExpressionNode[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: word.or,
      DEF: () => {
        const begin = this.LA(1);
        const both: ExpressionNode[] = [];
        this.AT_LEAST_ONE_SEP1({ SEP: word.and, DEF: () => both.push(this.SUBRULE(this.condition)) });
        either.push(this.#logical("and", both, begin));
      },
    });
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
      { ALT: () => this.#reference(this.CONSUME(word.excused)) },
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
    this.AT_LEAST_ONE_SEP({
      SEP: Comma,
      DEF: () => {
        const first = this.LA(1);
        values.push(this.SUBRULE(this.sum));
        if (first.tokenType === NumberToken && first.image.includes(",")) this.#tellNumberInList(first);
      },
    });
    this.CONSUME(RightParenthesis);
    return values;
  });

  #tellNumberInList(token: IToken): void {
    const found = token.image;
    const split = found.split(",").join(", ");
    const params = { found, split, joined: found.replaceAll(",", "") };
    this.tell(reportSyntax("syntax/number-in-list", this.spanOf(token), params));
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

  readonly sum: Rule<ExpressionNode> = this.rule("sum", () => {
    const start = this.LA(1);
    let total: ExpressionNode | undefined;
    let pending: { operator: "+" | "-" } | undefined;
    let product = this.SUBRULE(this.operand);
    let levels = 0;
    const add = (): void => {
      total = total && pending ? this.#arithmetic(pending.operator, total, product, start) : product;
    };
    this.MANY(() => {
      const operator = this.SUBRULE(this.arithmeticOperator);
      this.enter();
      levels++;
      if (operator === "*" || operator === "/") {
        const begin = product.span;
        const right = this.SUBRULE1(this.operand);
        product = this.#joined(operator, product, right, begin);
        return;
      }
      add();
      pending = { operator };
      product = this.SUBRULE2(this.operand);
    });
    this.leave(levels);
    add();
    return total ?? product;
  });

  #arithmetic(
    operator: ArithmeticNode["operator"],
    left: ExpressionNode,
    right: ExpressionNode,
    start: IToken,
  ): ExpressionNode {
    const whole = this.spanFrom(start);
    const end = Math.max(right.span?.end ?? 0, left.span?.end ?? 0);
    return { kind: "Arithmetic", operator, left, right, span: { ...whole, end } };
  }
  #joined(
    operator: ArithmeticNode["operator"],
    left: ExpressionNode,
    right: ExpressionNode,
    begin: ExpressionNode["span"],
  ): ExpressionNode {
    const end = this.RECORDING_PHASE ? 0 : this.spanFrom(this.LA(0)).end;
    return { kind: "Arithmetic", operator, left, right, span: { ...begin, end } };
  }

  readonly arithmeticOperator: Rule<ArithmeticNode["operator"]> = this.rule("arithmeticOperator", () =>
    this.either<ArithmeticNode["operator"]>([
      { ALT: () => this.meaning("+", this.CONSUME(Plus)) },
      { ALT: () => this.meaning("-", this.CONSUME(Minus)) },
      { ALT: () => this.meaning("*", this.CONSUME(Times)) },
      { ALT: () => this.meaning("/", this.CONSUME(Divide)) },
    ]),
  );

  readonly operand: Rule<ExpressionNode> = this.rule("operand", () =>
    this.either<ExpressionNode>([
      { ALT: () => this.SUBRULE(this.negative) },
      {
        ALT: () => {
          this.CONSUME(LeftParenthesis);
          const inner = this.SUBRULE(this.expression);
          this.CONSUME(RightParenthesis);
          return inner;
        },
      },
      { ALT: () => this.SUBRULE(this.literal) },
      { ALT: () => this.SUBRULE(this.table) },
      { ALT: () => this.SUBRULE(this.occurrence) },
      { GATE: () => this.sees(2, word.of), ALT: () => this.SUBRULE(this.count) },
      { GATE: () => this.sees(2, word.since), ALT: () => this.SUBRULE(this.timeSince) },
      { GATE: () => this.sees(2, word.reached), ALT: () => this.SUBRULE(this.reached) },
      { ALT: () => this.SUBRULE(this.reference) },
    ]),
  );

  readonly negative: Rule<ExpressionNode> = this.rule("negative", () => {
    const start = this.CONSUME(Minus);
    this.enter();
    const operand = this.SUBRULE(this.operand);
    this.leave();
    return { kind: "Negate", operand, span: this.spanFrom(start) };
  });

  readonly occurrence: Rule<ExpressionNode> = this.rule("occurrence", () => {
    const start = this.LA(1);
    const which = this.SUBRULE(this.firstOrLast);
    const event = this.nameOf(this.CONSUME(Name));
    const where = this.OPTION(() => this.SUBRULE(this.filter)) ?? null;
    return { kind: "Occurrence", which, event, where, span: this.spanFrom(start) };
  });

  readonly firstOrLast: Rule<"first" | "last"> = this.rule("firstOrLast", () =>
    this.either<"first" | "last">([
      { ALT: () => this.meaning("first", this.CONSUME(word.first)) },
      { ALT: () => this.meaning("last", this.CONSUME(word.last)) },
    ]),
  );

  readonly count: Rule<ExpressionNode> = this.rule("count", () => {
    const start = this.CONSUME(word.count);
    this.CONSUME(word.of);
    const event = this.nameOf(this.CONSUME(Name));
    const where = this.OPTION(() => this.SUBRULE(this.filter)) ?? null;
    return { kind: "Count", event, where, span: this.spanFrom(start) };
  });

  /** `(where channel is call)`. */
  readonly filter: Rule<ExpressionNode> = this.rule("filter", () => {
    this.CONSUME(LeftParenthesis);
    this.CONSUME(word.where);
    const where = this.SUBRULE(this.expression);
    this.CONSUME(RightParenthesis);
    return where;
  });

  readonly timeSince: Rule<ExpressionNode> = this.rule("timeSince", () => {
    const start = this.CONSUME(word.time);
    this.CONSUME(word.since);
    this.enter();
    const of = this.SUBRULE(this.operand);
    this.leave();
    return { kind: "TimeSince", of, span: this.spanFrom(start) };
  });

  readonly reached: Rule<ExpressionNode> = this.rule("reached", () => {
    const start = this.CONSUME(word.stage);
    this.CONSUME(word.reached);
    const stage = this.nameOf(this.CONSUME(Name));
    return { kind: "Reached", stage, span: this.spanFrom(start) };
  });

  readonly reference: Rule<ExpressionNode> = this.rule("reference", () => {
    const token = this.CONSUME(Name);
    const member = this.OPTION(() => {
      this.CONSUME(Dot);
      return this.nameOf(this.CONSUME1(Name));
    });
    if (member === undefined) return this.#reference(token);
    return { kind: "Member", object: this.nameOf(token), member, span: this.spanFrom(token) };
  });

  #reference(token: IToken): ExpressionNode {
    return { kind: "Reference", name: this.nameOf(token), span: this.spanOf(token) };
  }

  /** `by grade { A -> 5 minutes, otherwise -> 1 business day }`. */
  readonly table: Rule<ExpressionNode> = this.rule("table", () => {
    const start = this.CONSUME(word.by);
    const cases: TableCaseNode[] = [];
    this.enter();
    const by = this.SUBRULE(this.operand);
    this.CONSUME(LeftBrace);
    cases.push(this.SUBRULE(this.tableCase));
    this.MANY(() => {
      this.either([{ ALT: () => this.CONSUME(Comma) }, { ALT: () => this.CONSUME(Separator) }]);
      this.OPTION({
        GATE: () => !this.sees(1, RightBrace),
        DEF: () => cases.push(this.SUBRULE1(this.tableCase)),
      });
    });
    this.CONSUME(RightBrace);
    this.leave();
    return { kind: "Table", by, cases, span: this.spanFrom(start) };
  });

  readonly tableCase: Rule<TableCaseNode> = this.rule("tableCase", () => {
    const start = this.LA(1);
    const values = this.SUBRULE(this.caseValues);
    this.CONSUME(Arrow);
    const result = this.SUBRULE(this.sum);
    return { kind: "TableCase", values, result, span: this.spanFrom(start) };
  });

  /** `otherwise` is null; `A or B` gives two values. */
  readonly caseValues: Rule<ExpressionNode[] | null> = this.rule("caseValues", () =>
    this.either<ExpressionNode[] | null>([
      { ALT: () => this.meaning(null, this.CONSUME(word.otherwise)) },
      {
        ALT: () => {
          const values: ExpressionNode[] = [];
          this.AT_LEAST_ONE_SEP({ SEP: word.or, DEF: () => values.push(this.SUBRULE(this.operand)) });
          return values;
        },
      },
    ]),
  );

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
    this.AT_LEAST_ONE_SEP({ SEP: word.or, DEF: () => events.push(this.SUBRULE(this.eventMatch)) });
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
