import type { CalendarNode, HoursNode, OpenNode, WeeklyHoursNode } from "../1-syntax/ast/governance.ts";
import { reportCheck } from "../diagnostics/check.ts";
import { checkDateRange, checkTimeZone } from "./agreement.ts";
import type { Checking } from "./checking.ts";
import { checkComparable } from "./comparisons.ts";
import { minuteOfDay } from "./dates.ts";
import { checkExpression } from "./expressions.ts";
import { checkOtherwiseLast } from "./otherwise-last.ts";
import { checkPlain } from "./plain-value.ts";

const DAY_NAMES = ["", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Opening hours, exceptions and zone of a calendar, or the cases of a chosen one. */
export function checkCalendar(node: CalendarNode, checking: Checking): void {
  if (node.by !== null) {
    checkChoice(node, node.by, checking);
    return;
  }
  const weekly = node.clauses.filter((clause) => clause.kind === "WeeklyHours");
  if (weekly.length === 0 && !node.clauses.some((clause) => clause.kind === "Open")) {
    checking.diagnostics.push(
      reportCheck("check/missing-clause", node.name.span, {
        what: `the calendar \`${node.name.text}\``,
        clause: "hours",
        example: "mon-fri 09:00-17:00",
      }),
    );
  }
  checkWeeklyHours(weekly, checking);
  for (const clause of node.clauses) {
    if (clause.kind === "Open") checkOpen(clause, checking);
    if (clause.kind === "Closed") checkDateRange(clause.from, clause.to, clause.span, checking);
    if (clause.kind === "TimeZone") checkTimeZone(clause, checking);
  }
}

function checkChoice(node: CalendarNode, by: NonNullable<CalendarNode["by"]>, checking: Checking): void {
  const type = checkExpression(by, checking);
  for (const value of node.cases.flatMap((item) => item.values ?? [])) {
    if (checkComparable(by, value, type, checkExpression(value, checking), checking))
      checkPlain(value, "a case of a calendar", checking);
  }
  const what = `the calendar \`${node.name.text}\``;
  checkOtherwiseLast(node.cases, (item) => item.values === null, what, checking);
}

interface Minutes {
  readonly opens: number;
  readonly closes: number;
}

function checkWeeklyHours(lines: readonly WeeklyHoursNode[], checking: Checking): void {
  const byDay = new Map<number, Minutes[]>();
  for (const line of lines) {
    const minutes = line.hours.flatMap((hours) => {
      const found = minutesOf(hours, checking);
      return found === null ? [] : [{ found, hours }];
    });
    for (const { found, hours } of minutes) {
      for (const day of line.days) {
        const others = byDay.get(day) ?? [];
        if (others.some((other) => other.opens < found.closes && found.opens < other.closes)) {
          checking.diagnostics.push(
            reportCheck("check/hours-overlap", hours.span, { day: DAY_NAMES[day] ?? "that day" }),
          );
          break;
        }
        byDay.set(day, [...others, found]);
      }
    }
  }
}

function checkOpen(node: OpenNode, checking: Checking): void {
  checkExpression(node.date, checking);
  for (const hours of node.hours) minutesOf(hours, checking);
}

/** Opening and closing in minutes after midnight, a closing past midnight beyond 1440; null, and a report, where there is no such time. */
export function minutesOf(hours: HoursNode, checking: Checking | null): Minutes | null {
  const opens = minuteOfDay(hours.opens);
  const closes = minuteOfDay(hours.closes);
  const wrong = opens === null || opens === 1440 ? hours.opens : closes === null ? hours.closes : null;
  if (wrong !== null || opens === null || closes === null) {
    checking?.diagnostics.push(
      reportCheck("check/no-such-time", hours.span, { time: wrong ?? hours.closes }),
    );
    return null;
  }
  if (opens === closes) {
    checking?.diagnostics.push(
      reportCheck("check/hours-reversed", hours.span, { opens: hours.opens, closes: hours.closes }),
    );
    return null;
  }
  return { opens, closes: closes < opens ? closes + 1440 : closes };
}
