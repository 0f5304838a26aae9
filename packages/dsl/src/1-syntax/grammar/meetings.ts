import type {
  CancellationNode,
  DisputeClauseNode,
  DisputeNode,
  MeetingNode,
  ResponsibilityNode,
  ReviewNode,
  SignatureNode,
} from "../ast/governance.ts";
import type { TextNode } from "../ast/name.ts";
import { Block, Comma, Name, NumberToken, Text, word } from "../lexer/vocabulary.ts";
import { GovernanceRules } from "./governance.ts";
import type { Rule } from "./syntax-parser.ts";

type Part = ResponsibilityNode["clauses"][number]["part"];

/** Meetings, disputes, responsibilities, reviews, endings, signatures (language, section 13). */
export abstract class MeetingRules extends GovernanceRules {
  readonly meeting: Rule<MeetingNode> = this.rule("meeting", () => {
    const start = this.CONSUME(word.meeting);
    const name = this.nameOf(this.CONSUME(Name));
    const every = this.SUBRULE(this.period);
    this.CONSUME(word.for);
    const duration = this.SUBRULE(this.duration);
    this.CONSUME(word.attended);
    this.CONSUME(word.by);
    const attendedBy = this.SUBRULE(this.names);
    const agenda: TextNode[] = [];
    this.OPTION(() => this.blockOfLists(this.CONSUME(Block), "meeting", agenda));
    return { kind: "Meeting", name, every, duration, attendedBy, agenda, span: this.spanFrom(start) };
  });

  readonly agenda: Rule<TextNode[]> = this.rule("agenda", () => {
    const points: TextNode[] = [];
    this.CONSUME(word.agenda);
    this.separated(Comma, () => points.push(this.textOf(this.CONSUME(Text))));
    return points;
  });

  readonly dispute: Rule<DisputeNode> = this.rule("dispute", () => {
    const start = this.CONSUME(word.dispute);
    const clauses = this.block(this.CONSUME(Block), "dispute");
    return { kind: "Dispute", clauses, span: this.spanFrom(start) };
  });

  readonly panel: Rule<DisputeClauseNode> = this.rule("panel", () => {
    const start = this.CONSUME(word.panel);
    const names = this.SUBRULE(this.names);
    return { kind: "Panel", names, span: this.spanFrom(start) };
  });

  readonly hearing: Rule<DisputeClauseNode> = this.rule("hearing", () => {
    const start = this.CONSUME(word.hearing);
    const duration = this.SUBRULE(this.duration);
    this.CONSUME(word.per);
    this.CONSUME(word.party);
    return { kind: "Hearing", duration, span: this.spanFrom(start) };
  });

  readonly decision: Rule<DisputeClauseNode> = this.rule("decision", () => {
    const start = this.CONSUME(word.decision);
    const decision = this.either<"binding" | "advisory">([
      { ALT: () => this.meaning("binding", this.CONSUME(word.binding)) },
      { ALT: () => this.meaning("advisory", this.CONSUME(word.advisory)) },
    ]);
    return { kind: "Decision", decision, span: this.spanFrom(start) };
  });

  readonly arbiter: Rule<DisputeClauseNode> = this.rule("arbiter", () => {
    const start = this.CONSUME(word.arbiter);
    const name = this.nameOf(this.CONSUME(Name));
    return { kind: "Arbiter", name, span: this.spanFrom(start) };
  });

  readonly responsibility: Rule<ResponsibilityNode> = this.rule("responsibility", () => {
    const start = this.CONSUME(word.responsibility);
    const title = this.textOf(this.CONSUME(Text));
    const clauses = this.block(this.CONSUME(Block), "responsibility");
    return { kind: "Responsibility", title, clauses, span: this.spanFrom(start) };
  });

  readonly assignment: Rule<ResponsibilityNode["clauses"][number]> = this.rule("assignment", () => {
    const start = this.LA(1);
    const part = this.either<Part>([
      { ALT: () => this.meaning("responsible", this.CONSUME(word.responsible)) },
      { ALT: () => this.meaning("accountable", this.CONSUME(word.accountable)) },
      { ALT: () => this.meaning("consulted", this.CONSUME(word.consulted)) },
      { ALT: () => this.meaning("informed", this.CONSUME(word.informed)) },
    ]);
    const names = this.SUBRULE(this.names);
    return { kind: "Assignment", part, names, span: this.spanFrom(start) };
  });

  readonly review: Rule<ReviewNode> = this.rule("review", () => {
    const start = this.CONSUME(word.review);
    const every = this.SUBRULE(this.period);
    return { kind: "Review", every, span: this.spanFrom(start) };
  });

  /** `cancellation when revenue missed 6 times in a row`. */
  readonly cancellation: Rule<CancellationNode> = this.rule("cancellation", () => {
    const start = this.CONSUME(word.cancellation);
    this.CONSUME(word.when);
    const goal = this.nameOf(this.CONSUME(Name));
    this.CONSUME(word.missed);
    const missed = this.wholeOf(this.CONSUME(NumberToken));
    this.CONSUME(word.times);
    this.CONSUME(word.in);
    this.CONSUME(word.a);
    this.CONSUME(word.row);
    return { kind: "Cancellation", goal, missed, span: this.spanFrom(start) };
  });

  readonly signature: Rule<SignatureNode> = this.rule("signature", () => {
    const start = this.CONSUME(word.signature);
    const who = this.textOf(this.CONSUME(Text));
    this.CONSUME(word.as);
    const role = this.nameOf(this.CONSUME(Name));
    this.CONSUME(word.on);
    const on = this.SUBRULE(this.date);
    return { kind: "Signature", who, role, on, span: this.spanFrom(start) };
  });
}
