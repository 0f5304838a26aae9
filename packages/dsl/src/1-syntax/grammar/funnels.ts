import type {
  CapacityNode,
  CycleNode,
  DealNode,
  FunnelNode,
  FunnelRateNode,
  MixNode,
  QuotaNode,
  RoundingNode,
} from "../ast/promises.ts";
import { Block, Comma, Name, word } from "../lexer/vocabulary.ts";
import { GoalRules } from "./goals.ts";
import type { Rule } from "./syntax-parser.ts";

/** The arithmetic of the promise (language, section 12). */
export abstract class FunnelRules extends GoalRules {
  readonly funnel: Rule<FunnelNode> = this.rule("funnel", () => {
    const start = this.CONSUME(word.funnel);
    const name = this.nameOf(this.CONSUME(Name));
    const appliesTo = this.OPTION(() => this.SUBRULE(this.forLeads)) ?? null;
    const alternativeTo =
      this.OPTION1(() => {
        this.CONSUME(word.as);
        this.CONSUME(word.alternative);
        this.CONSUME(word.to);
        return this.nameOf(this.CONSUME1(Name));
      }) ?? null;
    const clauses = this.block(this.CONSUME(Block), "funnel");
    return { kind: "Funnel", name, appliesTo, alternativeTo, clauses, span: this.spanFrom(start) };
  });

  readonly quota: Rule<QuotaNode> = this.rule("quota", () => {
    const start = this.CONSUME(word.quota);
    const value = this.SUBRULE(this.sum);
    const stage = this.OPTION(() => this.nameOf(this.CONSUME(Name))) ?? null;
    const every = this.SUBRULE(this.period);
    return { kind: "Quota", value, stage, every, span: this.spanFrom(start) };
  });

  readonly deal: Rule<DealNode> = this.rule("deal", () => {
    const start = this.CONSUME(word.deal);
    const value = this.SUBRULE(this.sum);
    return { kind: "Deal", value, span: this.spanFrom(start) };
  });

  /** `MQL to SQL 34%`. */
  readonly funnelRate: Rule<FunnelRateNode> = this.rule("funnelRate", () => {
    const from = this.CONSUME(Name);
    this.CONSUME(word.to);
    const to = this.nameOf(this.CONSUME1(Name));
    const rate = this.SUBRULE(this.sum);
    return { kind: "FunnelRate", from: this.nameOf(from), to, rate, span: this.spanFrom(from) };
  });

  readonly cycle: Rule<CycleNode> = this.rule("cycle", () => {
    const start = this.CONSUME(word.cycle);
    const duration = this.SUBRULE(this.duration);
    return { kind: "Cycle", duration, span: this.spanFrom(start) };
  });

  /** `capacity 120 MQL per rep every month, 40 reps`. */
  readonly capacity: Rule<CapacityNode> = this.rule("capacity", () => {
    const start = this.CONSUME(word.capacity);
    const count = this.SUBRULE(this.sum);
    const stage = this.nameOf(this.CONSUME(Name));
    this.CONSUME(word.per);
    this.CONSUME(word.rep);
    const every = this.SUBRULE(this.period);
    this.CONSUME(Comma);
    const reps = this.SUBRULE1(this.sum);
    this.either([{ ALT: () => this.CONSUME(word.reps) }, { ALT: () => this.CONSUME1(word.rep) }]);
    return { kind: "Capacity", count, stage, every, reps, span: this.spanFrom(start) };
  });

  readonly mix: Rule<MixNode> = this.rule("mix", () => {
    const start = this.CONSUME(word.mix);
    const parts: MixNode["parts"][number][] = [];
    this.separated(Comma, () => parts.push(this.SUBRULE(this.mixPart)));
    return { kind: "Mix", parts, span: this.spanFrom(start) };
  });

  readonly mixPart: Rule<MixNode["parts"][number]> = this.rule("mixPart", () => {
    const start = this.LA(1);
    const share = this.SUBRULE(this.sum);
    const name = this.nameOf(this.CONSUME(Name));
    this.CONSUME(word.at);
    const rate = this.SUBRULE1(this.sum);
    return { share, name, rate, span: this.spanFrom(start) };
  });

  readonly rounding: Rule<RoundingNode> = this.rule("rounding", () => {
    const start = this.CONSUME(word.rounding);
    const policy = this.either<RoundingNode["policy"]>([
      { ALT: () => this.meaning("once", this.CONSUME(word.once)) },
      { ALT: () => this.meaning("everyStage", this.CONSUME(word.every), this.CONSUME(word.stage)) },
    ]);
    return { kind: "Rounding", policy, span: this.spanFrom(start) };
  });
}
