import type { IToken } from "chevrotain";
import type { NameNode } from "../ast/name.ts";
import type {
  ExpectationNode,
  ExpectReachedNode,
  SettingNode,
  SubjectNode,
  TestAtNode,
  TestEventNode,
  TestLeadNode,
  TestNode,
  TestPersonNode,
} from "../ast/tests.ts";
import { Block, Colon, Comma, Dot, Equal, Name, NumberToken, Text, word } from "../lexer/vocabulary.ts";
import { MeetingRules } from "./meetings.ts";
import type { Rule } from "./syntax-parser.ts";

type AboutSubject = Rule<ExpectationNode, [subject: SubjectNode, start: IToken]>;
type AboutFunnel = Rule<ExpectationNode, [funnel: NameNode, start: IToken]>;

/** Tests that live with the contract (language, section 14). */
export abstract class TestRules extends MeetingRules {
  readonly test: Rule<TestNode> = this.rule("test", () => {
    const start = this.CONSUME(word.test);
    const name = this.textOf(this.CONSUME(Text)).value;
    const clauses = this.block(this.CONSUME(Block), "test");
    return { kind: "Test", name, clauses, span: this.spanFrom(start) };
  });

  readonly testLead: Rule<TestLeadNode> = this.rule("testLead", () => {
    const start = this.CONSUME(word.lead);
    const settings = this.block(this.CONSUME(Block), "settings");
    return { kind: "TestLead", settings, span: this.spanFrom(start) };
  });

  readonly testPerson: Rule<TestPersonNode> = this.rule("testPerson", () => {
    const start = this.CONSUME(word.people);
    const settings = this.block(this.CONSUME(Block), "settings");
    return { kind: "TestPerson", settings, span: this.spanFrom(start) };
  });

  readonly setting: Rule<SettingNode> = this.rule("setting", () => {
    const start = this.CONSUME(Name);
    this.CONSUME(Colon);
    const value = this.SUBRULE(this.sum);
    return { kind: "Setting", name: this.nameOf(start), value, span: this.spanFrom(start) };
  });

  readonly testEvent: Rule<TestEventNode> = this.rule("testEvent", () => {
    const start = this.LA(1);
    const at = this.SUBRULE(this.dateTime);
    const event = this.nameOf(this.CONSUME(Name));
    const attributes = this.OPTION(() => this.block(this.CONSUME(Block), "settings")) ?? [];
    return { kind: "TestEvent", at, event, attributes, span: this.spanFrom(start) };
  });

  readonly testAt: Rule<TestAtNode> = this.rule("testAt", () => {
    const start = this.CONSUME(word.at);
    const at = this.SUBRULE(this.dateTime);
    return { kind: "TestAt", at, span: this.spanFrom(start) };
  });

  readonly expectation: Rule<ExpectationNode> = this.rule("expectation", () => {
    const start = this.CONSUME(word.expect);
    return this.either<ExpectationNode>([
      {
        GATE: () => this.sees(2, word.reached) || (this.sees(2, word.not) && this.sees(3, word.reached)),
        ALT: () => this.SUBRULE(this.expectReached, { ARGS: [start] }),
      },
      {
        GATE: () => this.sees(2, word.needs),
        ALT: () => {
          const funnel = this.nameOf(this.CONSUME(Name));
          return this.SUBRULE(this.expectNeeds, { ARGS: [funnel, start] });
        },
      },
      {
        GATE: () => this.sees(2, word.worth) && !this.sees(3, Equal),
        ALT: () => {
          const funnel = this.nameOf(this.CONSUME1(Name));
          return this.SUBRULE(this.expectWorth, { ARGS: [funnel, start] });
        },
      },
      {
        ALT: () => {
          const subject = this.SUBRULE(this.subject);
          return this.SUBRULE(this.expectOf, { ARGS: [subject, start] });
        },
      },
    ]);
  });

  readonly subject: Rule<SubjectNode> = this.rule("subject", () => {
    const start = this.CONSUME(Name);
    const member =
      this.OPTION(() => this.behind(this.CONSUME(Dot), this.nameOf(this.CONSUME1(Name)))) ?? null;
    return { kind: "Subject", name: this.nameOf(start), member, span: this.spanFrom(start) };
  });

  readonly expectOf: AboutSubject = this.rule("expectOf", (subject: SubjectNode, start: IToken) =>
    this.either<ExpectationNode>([
      {
        ALT: () => {
          this.CONSUME(word.is);
          const negated = this.OPTION(() => this.CONSUME(word.not)) !== undefined;
          const value = this.SUBRULE(this.isValue);
          return { kind: "ExpectIs", subject, negated, value, span: this.spanFrom(start) };
        },
      },
      {
        GATE: () => this.sees(1, word.due) && !this.sees(2, Equal),
        ALT: () => {
          this.CONSUME(word.due);
          const at = this.SUBRULE(this.dateOrDateTime);
          return { kind: "ExpectDue", subject, at, span: this.spanFrom(start) };
        },
      },
      {
        GATE: () => this.sees(1, word.has) && !this.sees(2, Equal),
        ALT: () => {
          this.CONSUME(word.has);
          const count = this.numberOf(this.CONSUME(NumberToken));
          this.SUBRULE(this.stepOrSteps);
          return { kind: "ExpectSteps", subject, count, span: this.spanFrom(start) };
        },
      },
      { ALT: () => this.SUBRULE(this.expectEquals, { ARGS: [subject, start] }) },
    ]),
  );

  readonly stepOrSteps: Rule<unknown> = this.rule("stepOrSteps", () =>
    this.either([{ ALT: () => this.CONSUME(word.steps) }, { ALT: () => this.CONSUME(word.step) }]),
  );

  /** `expect worth = $4,000`, `expect mixed rate = 3.25%`. */
  readonly expectEquals: AboutSubject = this.rule("expectEquals", (subject: SubjectNode, start: IToken) => {
    const property = this.OPTION(() => this.nameOf(this.CONSUME(Name))) ?? null;
    this.CONSUME(Equal);
    const value = this.SUBRULE(this.sum);
    const points = this.SUBRULE(this.points);
    return { kind: "ExpectEquals", subject, property, value, points, span: this.spanFrom(start) };
  });

  readonly expectReached: Rule<ExpectReachedNode, [start: IToken]> = this.rule(
    "expectReached",
    (start: IToken) => {
      this.CONSUME(word.stage);
      const negated = this.OPTION(() => this.CONSUME(word.not)) !== undefined;
      this.CONSUME(word.reached);
      const stage = this.nameOf(this.CONSUME(Name));
      return { kind: "ExpectReached", negated, stage, span: this.spanFrom(start) };
    },
  );

  readonly expectNeeds: AboutFunnel = this.rule("expectNeeds", (funnel: NameNode, start: IToken) => {
    this.CONSUME(word.needs);
    const count = this.numberOf(this.CONSUME(NumberToken));
    const stage = this.nameOf(this.CONSUME(Name));
    const earlier =
      this.OPTION(() => {
        const duration = this.SUBRULE(this.duration);
        this.CONSUME(word.earlier);
        return duration;
      }) ?? null;
    return { kind: "ExpectNeeds", funnel, count, stage, earlier, span: this.spanFrom(start) };
  });

  readonly expectWorth: AboutFunnel = this.rule("expectWorth", (funnel: NameNode, start: IToken) => {
    this.CONSUME(word.worth);
    const value = this.SUBRULE(this.sum);
    this.CONSUME(word.per);
    const stage = this.nameOf(this.CONSUME(Name));
    const roundedTo =
      this.OPTION(() => {
        this.CONSUME(Comma);
        this.CONSUME(word.rounded);
        this.CONSUME(word.to);
        return this.SUBRULE1(this.sum);
      }) ?? null;
    return { kind: "ExpectWorth", funnel, value, stage, roundedTo, span: this.spanFrom(start) };
  });
}
