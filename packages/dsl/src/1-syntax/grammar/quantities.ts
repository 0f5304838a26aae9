import type { TimeUnit } from "@entente/ir";
import type { IToken } from "chevrotain";
import type { PeriodNode } from "../ast/commitments.ts";
import type {
  DatedNode,
  DateNode,
  DateTimeNode,
  DurationNode,
  ExpressionNode,
  MoneyNode,
  NumberNode,
  PercentNode,
} from "../ast/expressions.ts";
import {
  Comma,
  DateToken,
  Money,
  Name,
  NumberToken,
  Percent,
  RightParenthesis,
  Separator,
  Text,
  Time,
  Unit,
  word,
} from "../lexer/vocabulary.ts";
import type { Source } from "../source.ts";
import { isCurrencyCode } from "./currency-codes.ts";
import { type Rule, SyntaxParser } from "./syntax-parser.ts";

/** Numbers, money, dates, durations, periods: what stands for itself (language, sections 3, 7 and 11). */
export abstract class QuantityRules extends SyntaxParser {
  /** False where `from DATE` behind a value belongs to the clause, as in a waiver. */
  protected mayBeDated = true;

  override begin(source: Source, tokens: readonly IToken[]): void {
    super.begin(source, tokens);
    this.mayBeDated = true;
  }

  protected numberOf(token: IToken): NumberNode {
    return { kind: "Number", value: plain(token.image), span: this.spanOf(token) };
  }
  protected wholeOf(token: IToken): number {
    return Number(plain(token.image));
  }
  protected dateOf(token: IToken): DateNode {
    return { kind: "Date", value: token.image, span: this.spanOf(token) };
  }
  protected percentOf(token: IToken): PercentNode {
    const value = plain(token.image.replace(/\s*[%％]$/u, "")) || "0";
    return { kind: "Percent", value, span: this.spanOf(token) };
  }
  protected moneyOf(token: IToken): MoneyNode {
    const amount = plain(token.image.replace(/[^\d.,]/gu, "")) || "0";
    const currency = token.image.replace(/[\d.,\s]/gu, "");
    return { kind: "Money", amount, currency, span: this.spanOf(token) };
  }
  /** `HH:MM` or `HH:MM:SS`, the hour always with two digits. */
  protected clockOf(token: IToken): string {
    const clock = token.image.replaceAll("：", ":");
    return clock.indexOf(":") === 1 ? `0${clock}` : clock;
  }
  protected unitOf(token: IToken): TimeUnit {
    return token.image.replace(/s$/, "") as TimeUnit;
  }

  readonly date: Rule<DateNode> = this.rule("date", () => this.dateOf(this.CONSUME(DateToken)));

  readonly duration: Rule<DurationNode> = this.rule("duration", () => {
    const amount = this.CONSUME(NumberToken);
    return this.durationFrom(amount, plain(amount.image), this.SUBRULE(this.unit));
  });

  /** `week`, `30 days`: what may stand behind `once per`. */
  readonly stretch: Rule<DurationNode> = this.rule("stretch", () => {
    const start = this.LA(1);
    let amount = "1";
    this.OPTION(() => {
      amount = plain(this.CONSUME(NumberToken).image);
    });
    return this.durationFrom(start, amount, this.SUBRULE(this.unit));
  });

  protected durationFrom(start: IToken, amount: string, { unit, business }: UnitOfTime): DurationNode {
    return { kind: "Duration", amount, unit, business, span: this.spanFrom(start) };
  }

  readonly unit: Rule<UnitOfTime> = this.rule("unit", () => {
    const business = this.OPTION(() => this.CONSUME(word.business)) !== undefined;
    return { business, unit: this.unitOf(this.CONSUME(Unit)) };
  });

  readonly period: Rule<PeriodNode> = this.rule("period", () => {
    const start = this.CONSUME(word.every);
    const count = this.OPTION(() => this.wholeOf(this.CONSUME(NumberToken))) ?? 1;
    const { business, unit } = this.SUBRULE(this.unit);
    return { kind: "Period", count, unit, business, span: this.spanFrom(start) };
  });

  readonly dateTime: Rule<DateTimeNode> = this.rule("dateTime", () => {
    const date = this.CONSUME(DateToken);
    const time = this.clockOf(this.CONSUME(Time));
    return { kind: "DateTime", date: date.image, time, span: this.spanFrom(date) };
  });

  readonly dateOrDateTime: Rule<DateTimeNode | DateNode> = this.rule("dateOrDateTime", () =>
    this.either<DateTimeNode | DateNode>([
      { GATE: () => this.sees(2, Time), ALT: () => this.SUBRULE(this.dateTime) },
      { ALT: () => this.SUBRULE(this.date) },
    ]),
  );

  /** A number alone, with a unit (a duration), or with the code of a currency (money). */
  readonly numeral: Rule<NumberNode | DurationNode | MoneyNode> = this.rule("numeral", () =>
    this.either<NumberNode | DurationNode | MoneyNode>([
      {
        GATE: () => this.sees(2, Unit) || (this.sees(2, word.business) && this.sees(3, Unit)),
        ALT: () => this.SUBRULE(this.duration),
      },
      { GATE: () => isCurrencyCode(this.LA(2).image), ALT: () => this.SUBRULE(this.amountWithCode) },
      { ALT: () => this.numberOf(this.CONSUME(NumberToken)) },
    ]),
  );

  readonly amountWithCode: Rule<MoneyNode> = this.rule("amountWithCode", () => {
    const amount = this.CONSUME(NumberToken);
    const currency = this.CONSUME(Name).image;
    return { kind: "Money", amount: plain(amount.image), currency, span: this.spanFrom(amount) };
  });

  /** What can be dated or stand in a value table. */
  readonly quantity: Rule<ExpressionNode> = this.rule("quantity", () =>
    this.either<ExpressionNode>([
      { ALT: () => this.SUBRULE(this.numeral) },
      { ALT: () => this.moneyOf(this.CONSUME(Money)) },
      { ALT: () => this.percentOf(this.CONSUME(Percent)) },
    ]),
  );

  /** `25%`, `25% from 2020-01-01, 35% from 2020-07-01`, `25%, 35% from 2020-07-01`. */
  readonly datable: Rule<ExpressionNode> = this.rule("datable", () => {
    const start = this.LA(1);
    const entries: DatedNode["entries"][number][] = [];
    const value = this.SUBRULE(this.quantity);
    const from = this.OPTION({ GATE: () => this.#datedAt(1), DEF: () => this.SUBRULE(this.datedFrom) });
    entries.push({ value, from: from ?? null });
    this.MANY({
      GATE: () => this.mayBeDated && this.sees(1, Comma) && this.#datedEntryAt(2),
      DEF: () => {
        this.CONSUME(Comma);
        const later = this.SUBRULE1(this.quantity);
        entries.push({ value: later, from: this.SUBRULE1(this.datedFrom) });
      },
    });
    if (entries.length === 1 && from === undefined) return value;
    return { kind: "Dated", entries, span: this.spanFrom(start) };
  });

  readonly datedFrom: Rule<DateNode> = this.rule("datedFrom", () => {
    this.CONSUME(word.from);
    return this.SUBRULE(this.date);
  });

  #datedAt(n: number): boolean {
    return this.mayBeDated && this.sees(n, word.from) && this.sees(n + 1, DateToken);
  }
  /** Whether `VALUE from DATE` begins `n` tokens from here; a value has at most three tokens. */
  #datedEntryAt(n: number): boolean {
    if (!this.sees(n, NumberToken, Money, Percent)) return false;
    for (let end = n + 1; end <= n + 3; end++) {
      if (this.#datedAt(end)) return true;
      if (this.sees(end, Comma, Separator, RightParenthesis)) return false;
    }
    return false;
  }

  readonly literal: Rule<ExpressionNode> = this.rule("literal", () =>
    this.either<ExpressionNode>([
      { ALT: () => this.SUBRULE(this.datable) },
      { ALT: () => this.textOf(this.CONSUME(Text)) },
      { ALT: () => this.SUBRULE(this.dateOrDateTime) },
      { ALT: () => this.SUBRULE(this.boolean) },
    ]),
  );

  readonly boolean: Rule<ExpressionNode> = this.rule("boolean", () => {
    const token = this.either([
      { ALT: () => this.CONSUME(word.true) },
      { ALT: () => this.CONSUME(word.false) },
      { ALT: () => this.CONSUME(word.yes) },
      { ALT: () => this.CONSUME(word.no) },
    ]);
    const isTrue = token.image === "true" || token.image === "yes";
    return { kind: "Boolean", value: isTrue, span: this.spanOf(token) };
  });
}

interface UnitOfTime {
  readonly unit: TimeUnit;
  readonly business: boolean;
}

/** Without the thousands' commas. */
function plain(number: string): string {
  return number.replaceAll(",", "");
}
