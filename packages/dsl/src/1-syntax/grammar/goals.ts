import type { DateNode, DurationNode, ExpressionNode } from "../ast/expressions.ts";
import type { NameNode, TextNode } from "../ast/name.ts";
import type {
  BaselineNode,
  GoalNode,
  MeasureClauseNode,
  RewardNode,
  TargetNode,
  TargetsNode,
  ToleranceNode,
  WindowNode,
} from "../ast/promises.ts";
import {
  Block,
  Comma,
  LeftBrace,
  Name,
  NumberToken,
  Percent,
  RightBrace,
  Separator,
  Text,
  word,
} from "../lexer/vocabulary.ts";
import { MeasureRules } from "./measures.ts";
import type { Rule } from "./syntax-parser.ts";

/** Goals and rewards (language, section 10). */
export abstract class GoalRules extends MeasureRules {
  readonly goal: Rule<GoalNode> = this.rule("goal", () => {
    const start = this.CONSUME(word.goal);
    const name = this.nameOf(this.CONSUME(Name));
    this.CONSUME(word.by);
    const parties = this.SUBRULE(this.names);
    const clauses = this.block(this.CONSUME(Block), "goal");
    return { kind: "Goal", name, parties, clauses, span: this.spanFrom(start) };
  });

  readonly measureClause: Rule<MeasureClauseNode> = this.rule("measureClause", () => {
    const start = this.CONSUME(word.measure);
    const measure = this.SUBRULE(this.measure);
    return { kind: "MeasureClause", measure, span: this.spanFrom(start) };
  });

  readonly baseline: Rule<BaselineNode> = this.rule("baseline", () => {
    const start = this.CONSUME(word.baseline);
    const value = this.SUBRULE(this.sum);
    return { kind: "Baseline", value, span: this.spanFrom(start) };
  });

  /** `at least 35% by 2020-06-30, 50% by 2020-12-31`. */
  readonly targets: Rule<TargetsNode> = this.rule("targets", () => {
    const start = this.LA(1);
    const targets: TargetNode[] = [];
    const bound = this.SUBRULE(this.atLeastOrMost);
    this.separated(Comma, () => targets.push(this.SUBRULE(this.target, { ARGS: [bound] })));
    return { kind: "Targets", targets, span: this.spanFrom(start) };
  });

  readonly target: Rule<TargetNode, [bound: TargetNode["bound"]]> = this.rule(
    "target",
    (bound: TargetNode["bound"]) => {
      const start = this.LA(1);
      const value = this.SUBRULE(this.sum);
      const points = this.SUBRULE(this.points);
      const window = this.SUBRULE(this.window);
      const from: DateNode | null =
        this.OPTION(() => this.behind(this.CONSUME(word.from), this.SUBRULE(this.date))) ?? null;
      return { kind: "Target", bound, value, points, window, from, span: this.spanFrom(start) };
    },
  );

  readonly window: Rule<WindowNode> = this.rule("window", () => {
    const start = this.LA(1);
    return this.either<WindowNode>([
      { ALT: () => this.SUBRULE(this.period) },
      {
        ALT: () => {
          const year = this.behind(this.CONSUME(word.in), this.wholeOf(this.CONSUME(NumberToken)));
          return { kind: "InYear", year, span: this.spanFrom(start) };
        },
      },
      {
        ALT: () => {
          const date = this.behind(this.CONSUME(word.by), this.SUBRULE(this.date));
          return { kind: "ByDate", date, span: this.spanFrom(start) };
        },
      },
      {
        ALT: () => {
          const duration = this.SUBRULE(this.overLast);
          return { kind: "OverLast", duration, span: this.spanFrom(start) };
        },
      },
    ]);
  });

  /** `over the last 30 days`. */
  readonly overLast: Rule<DurationNode> = this.rule("overLast", () => {
    this.CONSUME(word.over);
    this.CONSUME(word.the);
    this.CONSUME(word.last);
    return this.SUBRULE(this.duration);
  });

  readonly tolerance: Rule<ToleranceNode> = this.rule("tolerance", () => {
    const start = this.CONSUME(word.tolerance);
    const percent = this.percentOf(this.CONSUME(Percent));
    const side = this.either<ToleranceNode["side"]>([
      { ALT: () => this.meaning("either", this.CONSUME(word.either), this.CONSUME(word.way)) },
      { ALT: () => this.meaning("above", this.CONSUME(word.above)) },
      { ALT: () => this.meaning("below", this.CONSUME(word.below)) },
    ]);
    return { kind: "Tolerance", percent, side, span: this.spanFrom(start) };
  });

  /** A reward has one clause, which may stand on two lines. */
  readonly reward: Rule<RewardNode> = this.rule("reward", () => {
    const start = this.CONSUME(word.reward);
    const name = this.nameOf(this.CONSUME(Name));
    this.CONSUME(LeftBrace);
    this.CONSUME(word.when);
    const goals = this.SUBRULE(this.rewardedGoals);
    this.CONSUME(word.met);
    this.CONSUME(word.in);
    this.CONSUME(word.a);
    const period = this.SUBRULE(this.rewardPeriod);
    this.OPTION(() => this.CONSUME(Separator));
    this.CONSUME(word.give);
    const give = this.SUBRULE(this.gift);
    this.CONSUME(word.to);
    const to = this.SUBRULE(this.names);
    this.CONSUME(RightBrace);
    return { kind: "Reward", name, goals, period, give, to, span: this.spanFrom(start) };
  });

  /** Null where `all goals` is written. */
  readonly rewardedGoals: Rule<NameNode[] | null> = this.rule("rewardedGoals", () =>
    this.either<NameNode[] | null>([
      {
        GATE: () => this.sees(2, word.goals),
        ALT: () => this.meaning(null, this.CONSUME(word.all), this.CONSUME(word.goals)),
      },
      { ALT: () => this.SUBRULE(this.names) },
    ]),
  );

  readonly rewardPeriod: Rule<RewardNode["period"]> = this.rule("rewardPeriod", () =>
    this.either<RewardNode["period"]>([
      { ALT: () => this.meaning("month", this.CONSUME(word.month)) },
      { ALT: () => this.meaning("quarter", this.CONSUME(word.quarter)) },
      { ALT: () => this.meaning("year", this.CONSUME(word.year)) },
    ]),
  );

  readonly gift: Rule<ExpressionNode | TextNode> = this.rule("gift", () =>
    this.either<ExpressionNode | TextNode>([
      { ALT: () => this.textOf(this.CONSUME(Text)) },
      { ALT: () => this.SUBRULE(this.sum) },
    ]),
  );
}
