import {
  type Action,
  assertNever,
  type Clause,
  type Commitment,
  type Deadline,
  type Duty,
  invariant,
  type Ladder,
  type Trigger,
} from "@entente/ir";
import type {
  ActionNode,
  CommitmentClauseNode,
  CommitmentNode,
  DeadlineNode,
  DutyNode,
  LadderNode,
  ObligationNode,
  TriggerNode,
} from "../1-syntax/ast/commitments.ts";
import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import { minuteOfDay } from "../3-check/dates.ts";
import { lowerCalendarChoice } from "./calendars.ts";
import { lowerEventMatch, lowerExpression, lowerOptional } from "./expressions.ts";
import { lowerDuration, lowerPeriod } from "./literals.ts";
import type { Lowering } from "./lowering.ts";

export function lowerCommitment(node: CommitmentNode, lowering: Lowering): Commitment {
  const all = <K extends CommitmentClauseNode["kind"]>(
    kind: K,
  ): Extract<CommitmentClauseNode, { kind: K }>[] =>
    node.clauses.filter(
      (clause): clause is Extract<CommitmentClauseNode, { kind: K }> => clause.kind === kind,
    );
  const [calendar] = all("UseCalendar");
  return {
    name: node.name.text,
    appliesTo: lowerOptional(node.appliesTo, lowering),
    calendar: calendar === undefined ? null : lowerCalendarChoice(calendar),
    clauses: all("Obligation").map((clause, index) => lowerObligation(clause, index, lowering)),
    pauses: all("Pause").map((pause) => ({
      from: pause.from.map((match) => lowerEventMatch(match, lowering)),
      to: pause.to.map((match) => lowerEventMatch(match, lowering)),
      cap: pause.cap === null ? null : lowerDuration(pause.cap),
      span: pause.span,
    })),
    until: all("Until").flatMap((clause) => clause.events.map((match) => lowerEventMatch(match, lowering))),
    excuses: all("Unless").map((clause) => lowerExpression(clause.condition, lowering)),
    waivers: all("Waive").map((waiver) => ({
      for: lowerOptional(waiver.for, lowering),
      from: waiver.from.value,
      to: waiver.to?.value ?? null,
      because: waiver.because?.value ?? null,
      span: waiver.span,
    })),
    warnAt: all("Warn")[0]?.at.value ?? null,
    ladder: all("Otherwise")[0]?.ladder.text ?? null,
    because: all("Because")[0]?.text.value ?? null,
    span: node.span,
  };
}

function lowerObligation(node: ObligationNode, index: number, lowering: Lowering): Clause {
  return {
    id: node.label?.text ?? String(index + 1),
    labelled: node.label !== null,
    party: node.party.text,
    duty: lowerDuty(node.duty, lowering),
    span: node.span,
  };
}

function lowerDuty(node: DutyNode, lowering: Lowering): Duty {
  const events = (matches: readonly Parameters<typeof lowerEventMatch>[0][]) =>
    matches.map((match) => lowerEventMatch(match, lowering));
  switch (node.kind) {
    case "RespondDuty":
      return {
        kind: "respond",
        events: events(node.events),
        times: lowerTimes(node.times, node, lowering),
        apart: node.apart === null ? null : lowerDuration(node.apart),
        onAnotherChannel: node.onAnotherChannel,
        deadline: lowerDeadline(node.deadline, lowering),
        trigger: lowerTrigger(node.trigger, lowering),
        restarts: node.restarts,
      };
    case "ProvideDuty":
      return {
        kind: "provide",
        fields: node.fields.map((field) => field.text),
        trigger: lowerTrigger(node.trigger, lowering),
      };
    case "LimitDuty":
      return {
        kind: "limit",
        events: events(node.events),
        bound: node.bound,
        times: lowerExpression(node.times, lowering),
        per: lowerOptional(node.per, lowering),
        every: lowerPeriod(node.every),
      };
    case "ShareDuty":
      return {
        kind: "share",
        events: events(node.events),
        bound: node.bound,
        percent: lowerExpression(node.percent, lowering),
        of: lowerTrigger(node.of, lowering),
        per: lowerOptional(node.per, lowering),
        every: lowerPeriod(node.every),
      };
    case "FollowDuty":
      return {
        kind: "follow",
        steps: node.steps.map((step) => ({ day: step.day, events: events(step.events), span: step.span })),
        business: node.business,
        trigger: lowerTrigger(node.trigger, lowering),
        restarts: node.restarts,
      };
    case "LeaveDuty":
      return {
        kind: "leave",
        stage: node.stage.text,
        deadline: lowerDeadline(node.deadline, lowering),
        trigger: lowerTrigger(node.trigger, lowering),
      };
    case "RecurDuty":
      return {
        kind: "recur",
        events: events(node.events),
        every: lowerExpression(node.every, lowering),
        while: lowerOptional(node.while, lowering),
      };
    default:
      return assertNever(node);
  }
}

function lowerTimes(node: ExpressionNode | null, duty: DutyNode, lowering: Lowering) {
  if (node !== null) return lowerExpression(node, lowering);
  return { kind: "literal" as const, value: { kind: "number" as const, value: "1" }, span: duty.span };
}

function lowerDeadline(node: DeadlineNode, lowering: Lowering): Deadline {
  const { span } = node;
  switch (node.kind) {
    case "Within":
      return { kind: "within", duration: lowerExpression(node.duration, lowering), span };
    case "ByClose":
      return { kind: "closeOfDay", day: node.day, span };
    case "ByTime": {
      const minute = minuteOfDay(node.time);
      invariant(minute !== null, `no such time at offset ${span.start}`);
      return { kind: "timeOfDay", minute, day: node.day, business: node.business, span };
    }
    default:
      return assertNever(node);
  }
}

/** A lone name may be a time field of the lead: its value starts the clock. */
function lowerTrigger(node: TriggerNode, lowering: Lowering): Trigger {
  const { span } = node;
  if (node.reaching !== null) return { kind: "stage", stage: node.reaching.text, span };
  const [first, ...others] = node.events;
  invariant(first !== undefined, "a trigger names an event, a field or a stage");
  if (others.length === 0 && lowering.resolution.symbols.terms.get(first.event.text)?.kind === "field") {
    return { kind: "field", field: first.event.text, span };
  }
  return {
    kind: "event",
    which: node.which,
    events: node.events.map((match) => lowerEventMatch(match, lowering)),
    span,
  };
}

export function lowerLadder(node: LadderNode): Ladder {
  return {
    name: node.name.text,
    steps: node.steps.map((step) => ({
      after: step.after === null ? null : lowerDuration(step.after),
      actions: step.actions.map(lowerAction),
      span: step.span,
    })),
    span: node.span,
  };
}

function lowerAction(node: ActionNode): Action {
  return {
    verb: node.verb,
    to: node.to.map((target) => (target.kind === "Name" ? target.text : target.value)),
    text: node.text?.value ?? null,
    every: node.every === null ? null : lowerPeriod(node.every),
    span: node.span,
  };
}
