import type { IToken } from "chevrotain";
import type {
  DeadlineNode,
  DutyNode,
  FollowDutyNode,
  FollowStepNode,
  LeaveDutyNode,
  LimitDutyNode,
  ProvideDutyNode,
  RecurDutyNode,
  RespondDutyNode,
  ShareDutyNode,
  TriggerNode,
} from "../ast/commitments.ts";
import type { DurationNode, ExpressionNode } from "../ast/expressions.ts";
import type { EventMatchNode } from "../ast/facts.ts";
import { Block, Colon, Comma, Name, NumberToken, Time, Unit, word } from "../lexer/vocabulary.ts";
import { ClassificationRules } from "./classification.ts";
import type { Rule } from "./syntax-parser.ts";

type Bound = "atMost" | "atLeast";
type Events = readonly EventMatchNode[];
/** A duty whose events were read before; the first of them begins at `start`. */
type AboutEvents<T> = Rule<T, [events: Events, start: IToken]>;

/** What stands behind `must` (language, section 8). */
export abstract class DutyRules extends ClassificationRules {
  readonly duty: Rule<DutyNode> = this.rule("duty", () =>
    this.either<DutyNode>([
      { ALT: () => this.SUBRULE(this.provide) },
      { ALT: () => this.SUBRULE(this.follow) },
      { ALT: () => this.SUBRULE(this.leaveStage) },
      {
        ALT: () => {
          const start = this.LA(1);
          const events = this.SUBRULE(this.eitherEvent);
          return this.SUBRULE(this.eventDuty, { ARGS: [events, start] });
        },
      },
    ]),
  );

  readonly eventDuty: AboutEvents<DutyNode> = this.rule("eventDuty", (events: Events, start: IToken) =>
    this.either<DutyNode>([
      {
        GATE: () => this.sees(3, word.every),
        ALT: () => this.SUBRULE(this.recur, { ARGS: [events, start] }),
      },
      { ALT: () => this.SUBRULE(this.limitOrShare, { ARGS: [events, start] }) },
      { ALT: () => this.SUBRULE(this.respond, { ARGS: [events, start] }) },
    ]),
  );

  readonly provide: Rule<ProvideDutyNode> = this.rule("provide", () => {
    const start = this.CONSUME(word.provide);
    const fields = this.SUBRULE(this.names);
    this.CONSUME(word.by);
    const trigger = this.SUBRULE(this.trigger);
    return { kind: "ProvideDuty", fields, trigger, span: this.spanFrom(start) };
  });

  readonly follow: Rule<FollowDutyNode> = this.rule("follow", () => {
    const start = this.CONSUME(word.follow);
    const steps = this.block(this.CONSUME(Block), "follow");
    this.CONSUME(word.of);
    const trigger = this.SUBRULE(this.trigger);
    let business = false;
    let restarts = false;
    this.MANY(() => {
      this.CONSUME(Comma);
      this.either([
        {
          ALT: () => {
            restarts = this.SUBRULE(this.restarts);
          },
        },
        {
          ALT: () => {
            business = this.SUBRULE(this.inBusinessDays);
          },
        },
      ]);
    });
    return { kind: "FollowDuty", steps, business, trigger, restarts, span: this.spanFrom(start) };
  });

  readonly followStep: Rule<FollowStepNode> = this.rule("followStep", () => {
    const start = this.CONSUME(word.day);
    const day = this.wholeOf(this.CONSUME(NumberToken));
    this.CONSUME(Colon);
    const events: EventMatchNode[] = [];
    this.separated(word.and, () => events.push(this.SUBRULE(this.stepEvent)));
    return { kind: "FollowStep", day, events, span: this.spanFrom(start) };
  });

  /** The filter of a step stands in parentheses, since `and` joins the step's events. */
  readonly stepEvent: Rule<EventMatchNode> = this.rule("stepEvent", () => {
    const start = this.LA(1);
    const event = this.nameOf(this.CONSUME(Name));
    const where = this.OPTION(() => this.SUBRULE(this.filter)) ?? null;
    return { kind: "EventMatch", event, where, span: this.spanFrom(start) };
  });

  readonly restarts: Rule<boolean> = this.rule("restarts", () =>
    this.meaning(true, this.CONSUME(word.restarts)),
  );

  readonly inBusinessDays: Rule<boolean> = this.rule("inBusinessDays", () => {
    this.CONSUME(word.in);
    const { business } = this.SUBRULE(this.unit);
    return business;
  });

  readonly leaveStage: Rule<LeaveDutyNode> = this.rule("leaveStage", () => {
    const start = this.CONSUME(word.leave);
    const stage = this.nameOf(this.CONSUME(Name));
    const deadline = this.SUBRULE(this.deadline);
    this.CONSUME(word.of);
    const trigger = this.SUBRULE(this.trigger);
    return { kind: "LeaveDuty", stage, deadline, trigger, span: this.spanFrom(start) };
  });

  readonly recur: AboutEvents<RecurDutyNode> = this.rule("recur", (events: Events, start: IToken) => {
    this.CONSUME(word.at);
    this.CONSUME(word.least);
    this.CONSUME(word.every);
    const every = this.SUBRULE(this.rhythm);
    const condition =
      this.OPTION(() => this.behind(this.CONSUME(word.while), this.SUBRULE(this.expression))) ?? null;
    return { kind: "RecurDuty", events, every, while: condition, span: this.spanFrom(start) };
  });

  /** `every 90 days`, `every by grade { … }`, and `every month`, which is every 1 month. */
  readonly rhythm: Rule<ExpressionNode> = this.rule("rhythm", () =>
    this.either<ExpressionNode>([
      {
        GATE: () => this.sees(1, Unit) || (this.sees(1, word.business) && this.sees(2, Unit)),
        ALT: () => this.SUBRULE(this.stretch),
      },
      { ALT: () => this.SUBRULE(this.sum) },
    ]),
  );

  readonly atLeastOrMost: Rule<Bound> = this.rule("atLeastOrMost", () => {
    this.CONSUME(word.at);
    return this.either<Bound>([
      { ALT: () => this.meaning("atLeast", this.CONSUME(word.least)) },
      { ALT: () => this.meaning("atMost", this.CONSUME(word.most)) },
    ]);
  });

  /** `at most 40 times per owner every week`, `at least 70% of handoff every month`. */
  readonly limitOrShare: AboutEvents<LimitDutyNode | ShareDutyNode> = this.rule(
    "limitOrShare",
    (events: Events, start: IToken) => {
      const bound = this.SUBRULE(this.atLeastOrMost);
      const amount = this.SUBRULE(this.sum);
      const of = this.either<TriggerNode | null>([
        { ALT: () => this.meaning(null, this.CONSUME(word.times)) },
        { ALT: () => this.behind(this.CONSUME(word.of), this.SUBRULE(this.trigger)) },
      ]);
      const per = this.OPTION(() => this.behind(this.CONSUME(word.per), this.SUBRULE1(this.sum))) ?? null;
      const every = this.SUBRULE(this.period);
      const span = this.spanFrom(start);
      if (of === null) return { kind: "LimitDuty", events, bound, times: amount, per, every, span };
      return { kind: "ShareDuty", events, bound, percent: amount, of, per, every, span };
    },
  );

  readonly respond: AboutEvents<RespondDutyNode> = this.rule("respond", (events: Events, start: IToken) => {
    const times =
      this.OPTION({ GATE: () => !this.#seesDeadline(), DEF: () => this.SUBRULE(this.times) }) ?? null;
    const deadline = this.SUBRULE(this.deadline);
    this.CONSUME(word.of);
    const trigger = this.SUBRULE(this.trigger);
    let apart: DurationNode | null = null;
    let onAnotherChannel = false;
    let restarts = false;
    this.MANY(() => {
      this.CONSUME(Comma);
      this.either([
        {
          ALT: () => {
            apart = this.SUBRULE(this.apart);
          },
        },
        {
          ALT: () => {
            onAnotherChannel = this.SUBRULE(this.onAnotherChannel);
          },
        },
        {
          ALT: () => {
            restarts = this.SUBRULE(this.restarts);
          },
        },
      ]);
    });
    return {
      kind: "RespondDuty",
      events,
      times,
      apart,
      onAnotherChannel,
      deadline,
      trigger,
      restarts,
      span: this.spanFrom(start),
    };
  });

  readonly times: Rule<ExpressionNode> = this.rule("times", () => {
    const times = this.SUBRULE(this.sum);
    this.CONSUME(word.times);
    return times;
  });

  readonly apart: Rule<DurationNode> = this.rule("apart", () => {
    this.CONSUME(word.at);
    this.CONSUME(word.least);
    const apart = this.SUBRULE(this.duration);
    this.CONSUME(word.apart);
    return apart;
  });

  readonly onAnotherChannel: Rule<boolean> = this.rule("onAnotherChannel", () =>
    this.meaning(true, this.CONSUME(word.on), this.CONSUME(word.another), this.CONSUME(word.channel)),
  );

  #seesDeadline(): boolean {
    return this.sees(1, word.within) || (this.sees(1, word.by) && this.sees(2, word.close, Time));
  }

  readonly deadline: Rule<DeadlineNode> = this.rule("deadline", () => {
    const start = this.LA(1);
    return this.either<DeadlineNode>([
      {
        ALT: () => {
          this.CONSUME(word.within);
          const duration = this.SUBRULE(this.sum);
          return { kind: "Within", duration, span: this.spanFrom(start) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.by);
          return this.either1<DeadlineNode>([
            { ALT: () => this.SUBRULE(this.byClose, { ARGS: [start] }) },
            { ALT: () => this.SUBRULE(this.byTime, { ARGS: [start] }) },
          ]);
        },
      },
    ]);
  });

  /** `close of business day 2`. */
  readonly byClose: Rule<DeadlineNode, [start: IToken]> = this.rule("byClose", (start: IToken) => {
    this.CONSUME(word.close);
    this.CONSUME(word.of);
    this.SUBRULE(this.unit);
    const day = this.wholeOf(this.CONSUME(NumberToken));
    return { kind: "ByClose", day, span: this.spanFrom(start) };
  });

  /** `17:00 on the same business day`, `10:00 on business day 1`, `09:00 on day 3`. */
  readonly byTime: Rule<DeadlineNode, [start: IToken]> = this.rule("byTime", (start: IToken) => {
    const time = this.clockOf(this.CONSUME(Time));
    this.CONSUME(word.on);
    const isSame =
      this.OPTION(() => this.meaning(true, this.CONSUME(word.the), this.CONSUME(word.same))) ?? false;
    const { business } = this.SUBRULE(this.unit);
    const day =
      this.OPTION1({ GATE: () => !isSame, DEF: () => this.wholeOf(this.CONSUME(NumberToken)) }) ?? 0;
    return { kind: "ByTime", time, day, business, span: this.spanFrom(start) };
  });

  /** `handoff`, `first contact`, `accept or reopen`, `reaching SQL`. */
  readonly trigger: Rule<TriggerNode> = this.rule("trigger", () => {
    const start = this.LA(1);
    return this.either<TriggerNode>([
      {
        GATE: () => this.sees(2, Name),
        ALT: () => {
          const reaching = this.behind(this.CONSUME(word.reaching), this.nameOf(this.CONSUME(Name)));
          return { kind: "Trigger", which: "each", events: [], reaching, span: this.spanFrom(start) };
        },
      },
      {
        ALT: () => {
          const which = this.OPTION(() => this.SUBRULE(this.firstOrLast)) ?? "each";
          const events = this.SUBRULE(this.eitherEvent);
          return { kind: "Trigger", which, events, reaching: null, span: this.spanFrom(start) };
        },
      },
    ]);
  });
}
