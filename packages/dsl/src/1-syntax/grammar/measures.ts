import type { DurationNode, ExpressionNode } from "../ast/expressions.ts";
import type { NameNode } from "../ast/name.ts";
import type {
  MeasureNode,
  RateMeasureNode,
  ReachMeasureNode,
  ShareMeasureNode,
  SumMeasureNode,
  TimeMeasureNode,
} from "../ast/promises.ts";
import { Comma, Dot, Name, word } from "../lexer/vocabulary.ts";
import { LadderRules } from "./ladders.ts";
import type { Rule } from "./syntax-parser.ts";

/** What a goal can measure (language, section 10). */
export abstract class MeasureRules extends LadderRules {
  readonly measure: Rule<MeasureNode> = this.rule("measure", () =>
    this.either<MeasureNode>([
      { GATE: () => this.sees(2, word.time), ALT: () => this.SUBRULE(this.timeMeasure) },
      { ALT: () => this.SUBRULE(this.reachMeasure) },
      { ALT: () => this.SUBRULE(this.rateMeasure) },
      { ALT: () => this.SUBRULE(this.sumMeasure) },
      { ALT: () => this.SUBRULE(this.shareMeasure) },
    ]),
  );

  readonly reachMeasure: Rule<ReachMeasureNode> = this.rule("reachMeasure", () => {
    const start = this.LA(1);
    const what = this.either<ReachMeasureNode["what"]>([
      { ALT: () => this.meaning("count", this.CONSUME(word.count)) },
      { ALT: () => this.meaning("worth", this.CONSUME(word.worth)) },
      { ALT: () => this.meaning("points", this.CONSUME(word.points)) },
    ]);
    this.CONSUME(word.of);
    this.CONSUME(word.leads);
    this.CONSUME(word.reaching);
    const stage = this.nameOf(this.CONSUME(Name));
    const { where, per } = this.SUBRULE(this.narrowing);
    return { kind: "ReachMeasure", what, stage, where, per, span: this.spanFrom(start) };
  });

  readonly rateMeasure: Rule<RateMeasureNode> = this.rule("rateMeasure", () => {
    const start = this.CONSUME(word.rate);
    const { from, to } = this.SUBRULE(this.fromTo);
    let snapshot = false;
    let maturing: DurationNode | null = null;
    this.MANY(() => {
      this.OPTION(() => this.CONSUME(Comma));
      this.either([
        {
          ALT: () => {
            this.CONSUME(word.snapshot);
            snapshot = true;
          },
        },
        {
          ALT: () => {
            this.CONSUME(word.maturing);
            maturing = this.SUBRULE(this.duration);
          },
        },
      ]);
    });
    const { where, per } = this.SUBRULE(this.narrowing);
    const span = this.spanFrom(start);
    return { kind: "RateMeasure", from, to, snapshot, maturing, where, per, span };
  });

  readonly timeMeasure: Rule<TimeMeasureNode> = this.rule("timeMeasure", () => {
    const statistic = this.nameOf(this.CONSUME(Name));
    const start = this.LA(0);
    this.CONSUME(word.time);
    const { from, to } = this.SUBRULE(this.fromTo);
    const { where, per } = this.SUBRULE(this.narrowing);
    return { kind: "TimeMeasure", statistic, from, to, where, per, span: this.spanFrom(start) };
  });

  readonly sumMeasure: Rule<SumMeasureNode> = this.rule("sumMeasure", () => {
    const start = this.CONSUME(word.sum);
    this.CONSUME(word.of);
    const event = this.nameOf(this.CONSUME(Name));
    this.CONSUME(Dot);
    const attribute = this.nameOf(this.CONSUME1(Name));
    const { where, per } = this.SUBRULE(this.narrowing);
    return { kind: "SumMeasure", event, attribute, where, per, span: this.spanFrom(start) };
  });

  readonly shareMeasure: Rule<ShareMeasureNode> = this.rule("shareMeasure", () => {
    const start = this.CONSUME(word.share);
    this.CONSUME(word.of);
    const commitment = this.nameOf(this.CONSUME(Name));
    const clause =
      this.OPTION(() => this.behind(this.CONSUME(Dot), this.nameOf(this.CONSUME1(Name)))) ?? null;
    this.CONSUME(word.met);
    const { where, per } = this.SUBRULE(this.narrowing);
    return { kind: "ShareMeasure", commitment, clause, where, per, span: this.spanFrom(start) };
  });

  readonly fromTo: Rule<FromTo> = this.rule("fromTo", () => {
    this.CONSUME(word.from);
    const from = this.nameOf(this.CONSUME(Name));
    this.CONSUME(word.to);
    return { from, to: this.nameOf(this.CONSUME1(Name)) };
  });

  /** `where CONDITION` and `per FIELD`, either or both. */
  readonly narrowing: Rule<Narrowing> = this.rule("narrowing", () => {
    const where =
      this.OPTION(() => this.behind(this.CONSUME(word.where), this.SUBRULE(this.expression))) ?? null;
    const per = this.OPTION1(() => this.behind(this.CONSUME(word.per), this.SUBRULE(this.sum))) ?? null;
    return { where, per };
  });
}

interface Narrowing {
  readonly where: ExpressionNode | null;
  readonly per: ExpressionNode | null;
}
interface FromTo {
  readonly from: NameNode;
  readonly to: NameNode;
}
