import type {
  BecauseNode,
  CommitmentNode,
  ObligationNode,
  OtherwiseNode,
  PauseNode,
  UnlessNode,
  UntilNode,
  UseCalendarNode,
  WaiveNode,
  WarnNode,
} from "../ast/commitments.ts";
import type { ExpressionNode } from "../ast/expressions.ts";
import type { NameNode } from "../ast/name.ts";
import { Block, Colon, Comma, Name, Percent, Text, word } from "../lexer/vocabulary.ts";
import { DutyRules } from "./duties.ts";
import type { Rule } from "./syntax-parser.ts";

/** Commitments and the clauses around their duties (language, section 8). */
export abstract class CommitmentRules extends DutyRules {
  readonly commitment: Rule<CommitmentNode> = this.rule("commitment", () => {
    const start = this.CONSUME(word.commitment);
    const name = this.nameOf(this.CONSUME(Name));
    const appliesTo = this.OPTION(() => this.SUBRULE(this.forLeads)) ?? null;
    const clauses = this.block(this.CONSUME(Block), "commitment");
    return { kind: "Commitment", name, appliesTo, clauses, span: this.spanFrom(start) };
  });

  /** `for leads where CONDITION`. */
  readonly forLeads: Rule<ExpressionNode> = this.rule("forLeads", () => {
    this.CONSUME(word.for);
    this.CONSUME(word.leads);
    this.CONSUME(word.where);
    return this.SUBRULE(this.expression);
  });

  /** `early: sales must …`. */
  readonly obligation: Rule<ObligationNode> = this.rule("obligation", () => {
    const start = this.LA(1);
    const label =
      this.OPTION({ GATE: () => this.sees(2, Colon), DEF: () => this.SUBRULE(this.label) }) ?? null;
    const party = this.nameOf(this.CONSUME(Name));
    this.CONSUME(word.must);
    const duty = this.SUBRULE(this.duty);
    return { kind: "Obligation", label, party, duty, span: this.spanFrom(start) };
  });

  readonly label: Rule<NameNode> = this.rule("label", () => {
    const name = this.nameOf(this.CONSUME(Name));
    this.CONSUME(Colon);
    return name;
  });

  readonly pause: Rule<PauseNode> = this.rule("pause", () => {
    const start = this.CONSUME(word.pause);
    this.CONSUME(word.from);
    const from = this.SUBRULE(this.eitherEvent);
    this.CONSUME(word.to);
    const to = this.SUBRULE1(this.eitherEvent);
    const cap =
      this.OPTION(() => {
        this.CONSUME(Comma);
        this.CONSUME(word.at);
        this.CONSUME(word.most);
        return this.SUBRULE(this.duration);
      }) ?? null;
    return { kind: "Pause", from, to, cap, span: this.spanFrom(start) };
  });

  readonly until: Rule<UntilNode> = this.rule("until", () => {
    const start = this.CONSUME(word.until);
    const events = this.SUBRULE(this.eitherEvent);
    return { kind: "Until", events, span: this.spanFrom(start) };
  });

  readonly unless: Rule<UnlessNode> = this.rule("unless", () => {
    const start = this.CONSUME(word.unless);
    const condition = this.SUBRULE(this.expression);
    return { kind: "Unless", condition, span: this.spanFrom(start) };
  });

  readonly excusedWhen: Rule<UnlessNode> = this.rule("excusedWhen", () => {
    const start = this.CONSUME(word.excused);
    this.CONSUME(word.when);
    const condition = this.SUBRULE(this.expression);
    return { kind: "Unless", condition, span: this.spanFrom(start) };
  });

  readonly waive: Rule<WaiveNode> = this.rule("waive", () => {
    const start = this.CONSUME(word.waive);
    this.mayBeDated = false;
    const condition =
      this.OPTION(() => this.behind(this.CONSUME(word.for), this.SUBRULE(this.expression))) ?? null;
    this.mayBeDated = true;
    this.CONSUME(word.from);
    const from = this.SUBRULE(this.date);
    const to = this.OPTION1(() => this.behind(this.CONSUME(word.to), this.SUBRULE1(this.date))) ?? null;
    const because =
      this.OPTION2(() => this.behind(this.CONSUME(word.because), this.textOf(this.CONSUME(Text)))) ?? null;
    return { kind: "Waive", for: condition, from, to, because, span: this.spanFrom(start) };
  });

  readonly warn: Rule<WarnNode> = this.rule("warn", () => {
    const start = this.CONSUME(word.warn);
    this.CONSUME(word.at);
    const at = this.percentOf(this.CONSUME(Percent));
    return { kind: "Warn", at, span: this.spanFrom(start) };
  });

  readonly otherwise: Rule<OtherwiseNode> = this.rule("otherwise", () => {
    const start = this.CONSUME(word.otherwise);
    const ladder = this.nameOf(this.CONSUME(Name));
    return { kind: "Otherwise", ladder, span: this.spanFrom(start) };
  });

  readonly because: Rule<BecauseNode> = this.rule("because", () => {
    const start = this.CONSUME(word.because);
    const text = this.textOf(this.CONSUME(Text));
    return { kind: "Because", text, span: this.spanFrom(start) };
  });

  /** `calendar office`, `calendar of owner`. */
  readonly useCalendar: Rule<UseCalendarNode> = this.rule("useCalendar", () => {
    const start = this.CONSUME(word.calendar);
    return this.either<UseCalendarNode>([
      {
        ALT: () => {
          const of = this.behind(this.CONSUME(word.of), this.SUBRULE(this.ownerOrLead));
          return { kind: "UseCalendar", name: null, of, span: this.spanFrom(start) };
        },
      },
      {
        ALT: () => {
          const name = this.nameOf(this.CONSUME(Name));
          return { kind: "UseCalendar", name, of: null, span: this.spanFrom(start) };
        },
      },
    ]);
  });

  readonly ownerOrLead: Rule<"owner" | "lead"> = this.rule("ownerOrLead", () =>
    this.either<"owner" | "lead">([
      { ALT: () => this.meaning("owner", this.CONSUME(word.owner)) },
      { ALT: () => this.meaning("lead", this.CONSUME(word.lead)) },
    ]),
  );
}
