import type {
  ClassCaseNode,
  ClassifyNode,
  DefineNode,
  ScoreBoundNode,
  ScoreExpiresNode,
  ScoreFadesNode,
  ScoreLineNode,
  ScoreNode,
  ScoreResetsNode,
  StageNode,
  WorthNode,
} from "../ast/classification.ts";
import type { DurationNode, ExpressionNode, NumberNode } from "../ast/expressions.ts";
import type { EventMatchNode } from "../ast/facts.ts";
import type { NameNode } from "../ast/name.ts";
import { Block, Comma, Equal, Minus, Name, NumberToken, Plus, Text, word } from "../lexer/vocabulary.ts";
import { FactRules } from "./facts.ts";
import type { Rule } from "./syntax-parser.ts";

/** Defines, scores, classes and stages (language, sections 4 to 6). */
export abstract class ClassificationRules extends FactRules {
  readonly define: Rule<DefineNode> = this.rule("define", () => {
    const start = this.CONSUME(word.define);
    const name = this.nameOf(this.CONSUME(Name));
    this.CONSUME(Equal);
    const value = this.SUBRULE(this.expression);
    return { kind: "Define", name, value, span: this.spanFrom(start) };
  });

  readonly score: Rule<ScoreNode> = this.rule("score", () => {
    const start = this.CONSUME(word.score);
    const name = this.nameOf(this.CONSUME(Name));
    const clauses = this.block(this.CONSUME(Block), "score");
    return { kind: "Score", name, clauses, span: this.spanFrom(start) };
  });

  readonly scoreLine: Rule<ScoreLineNode> = this.rule("scoreLine", () => {
    const start = this.LA(1);
    const sign = this.either<"" | "-">([
      { ALT: () => this.meaning("", this.CONSUME(Plus)) },
      { ALT: () => this.meaning("-", this.CONSUME(Minus)) },
    ]);
    const points = `${sign}${this.numberOf(this.CONSUME(NumberToken)).value}`;
    let when: ExpressionNode | null = null;
    let per: EventMatchNode | null = null;
    let once: DurationNode | null = null;
    let upTo: NumberNode | null = null;
    let expiresAfter: DurationNode | null = null;
    this.AT_LEAST_ONE(() => {
      this.either1([
        {
          ALT: () => {
            this.CONSUME(word.when);
            when = this.SUBRULE(this.expression);
          },
        },
        {
          ALT: () => {
            this.CONSUME(word.per);
            per = this.SUBRULE(this.eventMatch);
          },
        },
        {
          ALT: () => {
            this.CONSUME(word.once);
            this.CONSUME1(word.per);
            once = this.SUBRULE(this.stretch);
          },
        },
        {
          ALT: () => {
            this.CONSUME(word.up);
            this.CONSUME(word.to);
            upTo = this.numberOf(this.CONSUME1(NumberToken));
          },
        },
        {
          ALT: () => {
            expiresAfter = this.SUBRULE(this.expiry);
          },
        },
      ]);
    });
    return { kind: "ScoreLine", points, when, per, once, upTo, expiresAfter, span: this.spanFrom(start) };
  });

  readonly expiry: Rule<DurationNode> = this.rule("expiry", () => {
    this.CONSUME(word.expires);
    this.CONSUME(word.after);
    return this.SUBRULE(this.duration);
  });

  readonly scoreFades: Rule<ScoreFadesNode> = this.rule("scoreFades", () => {
    const start = this.CONSUME(word.fades);
    const points = this.numberOf(this.CONSUME(NumberToken));
    this.CONSUME(word.every);
    const every = this.SUBRULE(this.stretch);
    return { kind: "ScoreFades", points, every, span: this.spanFrom(start) };
  });

  readonly scoreExpires: Rule<ScoreExpiresNode> = this.rule("scoreExpires", () => {
    const start = this.LA(1);
    const after = this.SUBRULE(this.expiry);
    return { kind: "ScoreExpires", after, span: this.spanFrom(start) };
  });

  readonly scoreBound: Rule<ScoreBoundNode> = this.rule("scoreBound", () => {
    const start = this.CONSUME(word.never);
    const side = this.either<"below" | "above">([
      { ALT: () => this.meaning("below", this.CONSUME(word.below)) },
      { ALT: () => this.meaning("above", this.CONSUME(word.above)) },
    ]);
    const sign = this.OPTION(() => this.CONSUME(Minus)) === undefined ? "" : "-";
    const value = `${sign}${this.numberOf(this.CONSUME(NumberToken)).value}`;
    return { kind: "ScoreBound", side, value, span: this.spanFrom(start) };
  });

  readonly scoreResets: Rule<ScoreResetsNode> = this.rule("scoreResets", () => {
    const start = this.CONSUME(word.resets);
    this.CONSUME(word.on);
    const on = this.SUBRULE(this.eventMatch);
    this.CONSUME(word.to);
    const to = this.SUBRULE(this.sum);
    return { kind: "ScoreResets", on, to, span: this.spanFrom(start) };
  });

  readonly classify: Rule<ClassifyNode> = this.rule("classify", () => {
    const start = this.CONSUME(word.classify);
    const name = this.nameOf(this.CONSUME(Name));
    const firstMatch =
      this.OPTION(() => {
        this.OPTION1(() => this.CONSUME(Comma));
        this.CONSUME(word.first);
        this.CONSUME(word.match);
        return true;
      }) ?? false;
    const cases = this.block(this.CONSUME(Block), "classify");
    return { kind: "Classify", name, firstMatch, cases, span: this.spanFrom(start) };
  });

  readonly classCase: Rule<ClassCaseNode> = this.rule("classCase", () => {
    const start = this.LA(1);
    const name = this.nameOf(this.CONSUME(Name));
    const when = this.either<ExpressionNode | null>([
      { ALT: () => this.meaning(null, this.CONSUME(word.otherwise)) },
      { ALT: () => this.behind(this.CONSUME(word.when), this.SUBRULE(this.expression)) },
    ]);
    const worth = this.OPTION(() => this.SUBRULE(this.worth)) ?? null;
    return { kind: "ClassCase", name, when, worth, span: this.spanFrom(start) };
  });

  readonly worth: Rule<WorthNode> = this.rule("worth", () => {
    const start = this.CONSUME(word.worth);
    const value = this.SUBRULE(this.sum);
    const points = this.SUBRULE(this.points);
    return { kind: "Worth", value, points, span: this.spanFrom(start) };
  });

  /** Whether `points` stands here. */
  readonly points: Rule<boolean> = this.rule(
    "points",
    () => this.OPTION(() => this.CONSUME(word.points)) !== undefined,
  );

  readonly stage: Rule<StageNode> = this.rule("stage", () => {
    const start = this.CONSUME(word.stage);
    const name = this.nameOf(this.CONSUME(Name));
    const label = this.OPTION(() => this.textOf(this.CONSUME(Text))) ?? null;
    const after = this.OPTION1(() => this.SUBRULE(this.predecessors)) ?? [];
    const when =
      this.OPTION2(() => this.behind(this.CONSUME(word.when), this.SUBRULE(this.expression))) ?? null;
    const unless =
      this.OPTION3(() => this.behind(this.CONSUME(word.unless), this.SUBRULE1(this.expression))) ?? null;
    const at = this.OPTION4(() => this.behind(this.CONSUME(word.at), this.SUBRULE(this.sum))) ?? null;
    return { kind: "Stage", name, label, after, when, unless, at, span: this.spanFrom(start) };
  });

  readonly predecessors: Rule<NameNode[]> = this.rule("predecessors", () => {
    const names: NameNode[] = [];
    this.CONSUME(word.after);
    names.push(this.nameOf(this.CONSUME(Name)));
    this.MANY(() => {
      this.either([{ ALT: () => this.CONSUME(word.or) }, { ALT: () => this.CONSUME(Comma) }]);
      names.push(this.nameOf(this.CONSUME1(Name)));
    });
    return names;
  });
}
