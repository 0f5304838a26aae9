import type { ActionNode, LadderNode, LadderStepNode, PeriodNode } from "../ast/commitments.ts";
import type { NameNode, TextNode } from "../ast/name.ts";
import { Block, Comma, Name, Text, word } from "../lexer/vocabulary.ts";
import { CommitmentRules } from "./commitments.ts";
import type { Rule } from "./syntax-parser.ts";

type Addressee = NameNode | TextNode;

/** What follows a miss (language, section 9). */
export abstract class LadderRules extends CommitmentRules {
  readonly ladder: Rule<LadderNode> = this.rule("ladder", () => {
    const start = this.CONSUME(word.ladder);
    const name = this.nameOf(this.CONSUME(Name));
    const steps = this.block(this.CONSUME(Block), "ladder");
    return { kind: "Ladder", name, steps, span: this.spanFrom(start) };
  });

  readonly ladderStep: Rule<LadderStepNode> = this.rule("ladderStep", () => {
    const start = this.LA(1);
    const after = this.either([
      { ALT: () => this.meaning(null, this.CONSUME(word.at), this.CONSUME(word.breach)) },
      { ALT: () => this.behind(this.CONSUME(word.after), this.SUBRULE(this.duration)) },
    ]);
    const actions = this.either1<readonly ActionNode[]>([
      { ALT: () => this.block(this.CONSUME(Block), "actions") },
      { ALT: () => [this.SUBRULE(this.action)] },
    ]);
    return { kind: "LadderStep", after, actions, span: this.spanFrom(start) };
  });

  readonly action: Rule<ActionNode> = this.rule("action", () => {
    const start = this.LA(1);
    const parts = this.either<Partial<ActionNode> & Pick<ActionNode, "verb">>([
      {
        ALT: () => {
          this.CONSUME(word.notify);
          return { verb: "notify", to: this.SUBRULE(this.addressees) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.meet);
          return { verb: "meet", to: this.SUBRULE1(this.addressees) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.do);
          return { verb: "do", text: this.textOf(this.CONSUME(Text)) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.assign);
          const text = this.textOf(this.CONSUME1(Text));
          return { verb: "assign", text, to: this.SUBRULE(this.toAddressees) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.report);
          const every: PeriodNode = this.SUBRULE(this.period);
          return { verb: "report", every, to: this.SUBRULE1(this.toAddressees) };
        },
      },
      {
        ALT: () => {
          const verb = this.SUBRULE(this.movingVerb);
          return { verb, to: this.SUBRULE2(this.toAddressees) };
        },
      },
    ]);
    return { kind: "Action", text: null, to: [], every: null, ...parts, span: this.spanFrom(start) };
  });

  readonly movingVerb: Rule<"escalate" | "reassign" | "return"> = this.rule("movingVerb", () =>
    this.either<"escalate" | "reassign" | "return">([
      { ALT: () => this.meaning("escalate", this.CONSUME(word.escalate)) },
      { ALT: () => this.meaning("reassign", this.CONSUME(word.reassign)) },
      { ALT: () => this.meaning("return", this.CONSUME(word.return)) },
    ]),
  );

  readonly toAddressees: Rule<Addressee[]> = this.rule("toAddressees", () =>
    this.behind(this.CONSUME(word.to), this.SUBRULE(this.addressees)),
  );

  readonly addressees: Rule<Addressee[]> = this.rule("addressees", () => {
    const to: Addressee[] = [];
    to.push(this.SUBRULE(this.addressee));
    this.MANY(() => {
      this.either([{ ALT: () => this.CONSUME(Comma) }, { ALT: () => this.CONSUME(word.and) }]);
      to.push(this.SUBRULE1(this.addressee));
    });
    return to;
  });

  readonly addressee: Rule<Addressee> = this.rule("addressee", () =>
    this.either<Addressee>([
      { ALT: () => this.nameOf(this.CONSUME(Name)) },
      { ALT: () => this.textOf(this.CONSUME(Text)) },
    ]),
  );
}
