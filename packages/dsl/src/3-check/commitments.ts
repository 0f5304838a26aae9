import { assertNever } from "@entente/ir";
import type {
  CommitmentClauseNode,
  CommitmentNode,
  DeadlineNode,
  DutyNode,
  ObligationNode,
  TriggerNode,
  UseCalendarNode,
} from "../1-syntax/ast/commitments.ts";
import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import type { EventMatchNode } from "../1-syntax/ast/facts.ts";
import { reportCheck } from "../diagnostics/check.ts";
import { checkDateRange } from "./agreement.ts";
import { countsBusinessTime } from "./business-time.ts";
import type { Checking } from "./checking.ts";
import { checkOnce } from "./clauses.ts";
import { minuteOfDay } from "./dates.ts";
import { checkCondition, checkExpression, checkValue } from "./expressions.ts";
import { NUMBER, PERCENT, type Type } from "./types.ts";

const ONCE = { Warn: "warn", Otherwise: "otherwise", Because: "because", UseCalendar: "calendar" };

/** Who must do what: duties, their deadlines, and everything that stops, pauses or excuses their clocks. */
export function checkCommitment(node: CommitmentNode, checking: Checking): void {
  checkCondition(node.appliesTo, checking);
  checkOnce(node.clauses, ONCE, `\`${node.name.text}\``, checking);
  const obligations = node.clauses.filter((clause): clause is ObligationNode => clause.kind === "Obligation");
  if (obligations.length === 0) {
    checking.diagnostics.push(
      reportCheck("check/no-obligation", node.name.span, { commitment: node.name.text }),
    );
  }
  checkLabels(node, obligations, checking);
  for (const clause of node.clauses) checkClause(clause, checking);
  checkCalendarChoice(node, checking);
}

function checkLabels(node: CommitmentNode, obligations: readonly ObligationNode[], checking: Checking): void {
  const seen = new Set<string>();
  for (const { label } of obligations) {
    if (label === null) continue;
    if (seen.has(label.text)) {
      const params = { label: label.text, commitment: node.name.text };
      checking.diagnostics.push(reportCheck("check/duplicate-label", label.span, params));
    }
    seen.add(label.text);
  }
}

function checkClause(clause: CommitmentClauseNode, checking: Checking): void {
  switch (clause.kind) {
    case "Obligation":
      return checkDuty(clause.duty, checking);
    case "Pause":
      checkMatches([...clause.from, ...clause.to], checking);
      if (clause.cap !== null) checkExpression(clause.cap, checking);
      return;
    case "Until":
      return checkMatches(clause.events, checking);
    case "Unless":
      return checkCondition(clause.condition, checking);
    case "Waive":
      checkCondition(clause.for, checking);
      return checkDateRange(clause.from, clause.to, clause.span, checking);
    case "Warn":
      checkExpression(clause.at, checking);
      return checkShare("the share at which a warning begins", clause.at, checking);
    case "UseCalendar":
      return checkUseCalendar(clause, checking);
    case "Otherwise":
    case "Because":
      return;
    default:
      assertNever(clause);
  }
}

/** `calendar of owner` needs the people table. */
export function checkUseCalendar(node: UseCalendarNode, checking: Checking): void {
  if (node.of === "owner" && checking.resolution.symbols.people === null) {
    checking.diagnostics.push(reportCheck("check/calendar-needs-people", node.span, {}));
  }
}

function checkShare(what: string, node: ExpressionNode, checking: Checking): void {
  if (node.kind !== "Percent" || (Number(node.value) >= 0 && Number(node.value) <= 100)) return;
  checking.diagnostics.push(reportCheck("check/percent-range", node.span, { what, found: `${node.value}%` }));
}

const isDuration = (type: Type): boolean => type.kind === "duration";

function checkDuty(duty: DutyNode, checking: Checking): void {
  switch (duty.kind) {
    case "RespondDuty":
      checkMatches(duty.events, checking);
      if (duty.times !== null) checkCount("the number of times", duty.times, checking);
      if (duty.apart !== null) checkExpression(duty.apart, checking);
      if (duty.onAnotherChannel) for (const match of duty.events) checkChannel(match, checking);
      checkDeadline(duty.deadline, checking);
      return checkTrigger(duty.trigger, checking);
    case "ProvideDuty":
      return checkTrigger(duty.trigger, checking);
    case "LimitDuty":
      checkMatches(duty.events, checking);
      checkCount("the limit", duty.times, checking);
      if (duty.per !== null) checkExpression(duty.per, checking);
      return;
    case "ShareDuty":
      checkMatches(duty.events, checking);
      checkValue(duty.percent, (type) => type.kind === "percent", "a percentage", PERCENT, checking);
      checkShare("a share", duty.percent, checking);
      if (duty.per !== null) checkExpression(duty.per, checking);
      return checkTrigger(duty.of, checking);
    case "FollowDuty":
      checkMatches(
        duty.steps.flatMap((step) => step.events),
        checking,
      );
      return checkTrigger(duty.trigger, checking);
    case "LeaveDuty":
      checkDeadline(duty.deadline, checking);
      return checkTrigger(duty.trigger, checking);
    case "RecurDuty":
      checkMatches(duty.events, checking);
      checkLength(duty.every, checking);
      return checkCondition(duty.while, checking);
    default:
      assertNever(duty);
  }
}

function checkMatches(matches: readonly EventMatchNode[], checking: Checking): void {
  for (const match of matches) checkCondition(match.where, checking);
}

function checkChannel(match: EventMatchNode, checking: Checking): void {
  const term = checking.resolution.symbols.terms.get(match.event.text);
  if (term?.kind !== "event" || term.node.attributes.some((field) => field.name.text === "channel")) return;
  checking.diagnostics.push(reportCheck("check/channel-needed", match.span, { event: match.event.text }));
}

function checkCount(what: string, node: ExpressionNode, checking: Checking): void {
  checkValue(node, (type) => type.kind === "number", "a whole number", NUMBER, checking);
  if (node.kind !== "Number" || /^[1-9]\d*$/.test(node.value)) return;
  checking.diagnostics.push(reportCheck("check/whole-number", node.span, { what, found: node.value }));
}

function checkDeadline(node: DeadlineNode, checking: Checking): void {
  if (node.kind === "Within") checkLength(node.duration, checking);
  if (node.kind === "ByTime" && minuteOfDay(node.time) === null) {
    checking.diagnostics.push(reportCheck("check/no-such-time", node.span, { time: node.time }));
  }
}

function checkLength(node: ExpressionNode, checking: Checking): void {
  checkValue(node, isDuration, "a length of time such as `24 hours` or `2 business days`", NUMBER, checking);
}

function checkTrigger(node: TriggerNode, checking: Checking): void {
  checkMatches(node.events, checking);
}

/** A business unit needs one calendar to count on: the commitment's, the agreement's or the only one there is. */
function checkCalendarChoice(node: CommitmentNode, checking: Checking): void {
  const { symbols } = checking.resolution;
  const chosen = [...node.clauses, ...(symbols.agreement?.clauses ?? [])].some(
    (clause) => clause.kind === "UseCalendar",
  );
  if (chosen || symbols.calendars.size === 1) return;
  const culprit = countsBusinessTime(node);
  if (culprit === null) return;
  checking.diagnostics.push(
    reportCheck("check/calendar-choice", culprit.span, {
      what: `\`${node.name.text}\``,
      calendars: [...symbols.calendars.keys()],
    }),
  );
}
