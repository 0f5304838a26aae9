import type { IToken } from "chevrotain";
import type { ArithmeticNode, ExpressionNode, TableCaseNode } from "../ast/expressions.ts";
import {
  Arrow,
  Comma,
  Divide,
  Dot,
  LeftBrace,
  LeftParenthesis,
  Minus,
  Name,
  Plus,
  RightBrace,
  RightParenthesis,
  Separator,
  Times,
  word,
} from "../lexer/vocabulary.ts";
import { QuantityRules } from "./quantities.ts";
import type { Rule } from "./syntax-parser.ts";

/** Values, value tables and arithmetic: signs bind tighter than `* /`, and these than `+ -` (language, section 4). */
export abstract class CalculationRules extends QuantityRules {
  /** A condition; it may stand in parentheses wherever a value may. */
  abstract readonly expression: Rule<ExpressionNode>;

  readonly sum: Rule<ExpressionNode> = this.rule("sum", () => {
    const terms: ExpressionNode[] = [];
    const signs: ("+" | "-")[] = [];
    let levels = 0;
    terms.push(this.SUBRULE(this.operand));
    this.MANY(() => {
      const operator = this.SUBRULE(this.arithmeticOperator);
      this.enter();
      levels++;
      const right = this.SUBRULE1(this.operand);
      const left = operator === "*" || operator === "/" ? terms.pop() : undefined;
      if (left) return terms.push(this.#arithmetic(left, operator, right));
      if (operator === "+" || operator === "-") signs.push(operator);
      return terms.push(right);
    });
    this.leave(levels);
    return terms.reduce((total, term, index) => this.#arithmetic(total, signs[index - 1] ?? "+", term));
  });

  #arithmetic(
    left: ExpressionNode,
    operator: ArithmeticNode["operator"],
    right: ExpressionNode,
  ): ExpressionNode {
    if (this.RECORDING_PHASE) return left;
    return { kind: "Arithmetic", operator, left, right, span: { ...left.span, end: right.span.end } };
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
    if (member === undefined) return this.referenceTo(token);
    return { kind: "Member", object: this.nameOf(token), member, span: this.spanFrom(token) };
  });

  protected referenceTo(token: IToken): ExpressionNode {
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
          this.separated(word.or, () => values.push(this.SUBRULE(this.operand)));
          return values;
        },
      },
    ]),
  );
}
