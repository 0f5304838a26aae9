import {
  type Calendar,
  type CalendarChoice,
  type HolidaySet,
  invariant,
  type OpenInterval,
} from "@entente/ir";
import type { UseCalendarNode } from "../1-syntax/ast/commitments.ts";
import type { CalendarNode, HolidaysNode, HoursNode } from "../1-syntax/ast/governance.ts";
import { minutesOf } from "../3-check/calendars.ts";
import { replacing } from "../diagnostics/fixes.ts";
import { reportLower } from "../diagnostics/lower.ts";
import { lowerExpression } from "./expressions.ts";
import { resolveHolidays } from "./holidays.ts";
import { type Horizon, yearOf } from "./horizon.ts";
import { requireLiteral } from "./literals.ts";
import type { Lowering } from "./lowering.ts";

export function lowerCalendar(node: CalendarNode, horizon: Horizon, lowering: Lowering): Calendar {
  const { name, span } = node;
  if (node.by !== null) {
    return {
      kind: "chosen",
      name: name.text,
      by: lowerExpression(node.by, lowering),
      cases: node.cases.flatMap((item) =>
        item.values === null
          ? []
          : [
              {
                values: item.values.map((value) => requireLiteral(value, lowering)),
                calendar: item.calendar.text,
              },
            ],
      ),
      otherwise: node.cases.find((item) => item.values === null)?.calendar.text ?? null,
      span,
    };
  }
  const clauses = node.clauses;
  return {
    kind: "office",
    name: name.text,
    timeZone: clauses.find((clause) => clause.kind === "TimeZone")?.zone.value ?? lowering.zone.name,
    weekly: clauses.flatMap((clause) =>
      clause.kind === "WeeklyHours"
        ? [{ days: [...clause.days], intervals: clause.hours.map(lowerHours), span: clause.span }]
        : [],
    ),
    holidays: clauses.flatMap((clause) =>
      clause.kind === "Holidays" ? [lowerHolidays(clause, horizon, lowering)] : [],
    ),
    closed: clauses.flatMap((clause) =>
      clause.kind === "Closed"
        ? [
            {
              from: clause.from.value,
              to: clause.to?.value ?? clause.from.value,
              label: clause.label?.value ?? null,
              span: clause.span,
            },
          ]
        : [],
    ),
    open: clauses.flatMap((clause) =>
      clause.kind === "Open"
        ? [{ date: clause.date.value, intervals: clause.hours.map(lowerHours), span: clause.span }]
        : [],
    ),
    span,
  };
}

function lowerHours(node: HoursNode): OpenInterval {
  const minutes = minutesOf(node, null);
  invariant(minutes !== null, `no such hours at offset ${node.span.start}`);
  return minutes;
}

function lowerHolidays(node: HolidaysNode, horizon: Horizon, lowering: Lowering): HolidaySet {
  const set = node.region === null ? node.set.text : `${node.set.text}-${node.region.text}`;
  const resolved = resolveHolidays(set, yearOf(horizon.from), yearOf(horizon.to));
  if ("unknown" in resolved) {
    const span = node.region?.span ?? node.set.span;
    const write = meantSet(set, resolved.known);
    const fixes = write === undefined ? [] : [replacing(node.set.span, write)];
    lowering.diagnostics.push(
      reportLower("lower/unknown-holidays", span, { set, known: resolved.known, write }, { fixes }),
    );
    return { set, source: "", dates: [], span: node.span };
  }
  return { set, source: resolved.source, dates: [...resolved.dates], span: node.span };
}

/** Names of countries that people write for the ISO code. */
const CODES: Readonly<Record<string, string>> = { UK: "GB", USA: "US" };

function meantSet(set: string, known: readonly string[]): string | undefined {
  const capitals = set.toUpperCase();
  const code = CODES[capitals] ?? capitals;
  return !set.includes("-") && known.includes(code) ? code : undefined;
}

export function lowerCalendarChoice(node: UseCalendarNode): CalendarChoice {
  if (node.name !== null) return { kind: "named", name: node.name.text };
  invariant(node.of !== null, "a calendar is named, or belongs to the owner or the lead");
  return { kind: node.of };
}
