import { assertNever, type Calendar, type CalendarChoice, type OfficeCalendar } from "@entente/ir";
import { anchorOf } from "../phrase/anchor.ts";
import { bullets, code, paragraph, table } from "../phrase/nodes.ts";
import { plainText } from "../phrase/plain-text.ts";
import { type Phrase, say } from "../phrase/say.ts";
import type { Block } from "../phrase/tree.ts";
import { type Draft, OR } from "../sentences/draft.ts";
import { value } from "../sentences/expression.ts";
import { literal } from "../sentences/literal.ts";
import { named } from "../sentences/names.ts";
import { clockTime, weekdayName } from "../values/format-date.ts";
import { declarationHeading, paragraphNumber, sectionHeading, source } from "./numbering.ts";

/** How time is counted, and the calendars. */
export function timeSection(draft: Draft): Block[] {
  const { policy, language } = draft;
  return [
    sectionHeading(draft, "time"),
    bullets(language.document.rules),
    ...defaultCalendar(draft),
    ...policy.calendars.flatMap((calendar, index) => [
      declarationHeading(
        3,
        paragraphNumber("time", index),
        code(calendar.name),
        anchorOf("calendar", calendar.name),
      ),
      ...calendarBlocks(draft, calendar),
    ]),
  ];
}

/** The calendar of commitments that name none: the agreement's, or the only one. */
function defaultCalendar(draft: Draft): Block[] {
  const { agreement, calendars } = draft.policy;
  const [only, ...others] = calendars;
  const sole: CalendarChoice | null =
    only === undefined || others.length > 0 ? null : { kind: "named", name: only.name };
  const choice = agreement.calendar ?? sole;
  return choice === null ? [] : [paragraph(calendarByDefault(draft, choice))];
}

function calendarByDefault({ language }: Draft, choice: CalendarChoice): Phrase {
  const words = language.document;
  if (choice.kind !== "named") return say`${language.commitments.calendarOf(choice.kind)}`;
  return words.defaultCalendar(words.namedCalendar(named("calendar", choice.name)));
}

function calendarBlocks(draft: Draft, calendar: Calendar): Block[] {
  switch (calendar.kind) {
    case "office":
      return officeBlocks(draft, calendar);
    case "chosen": {
      const { values, document: words } = draft.language;
      const cases = calendar.cases.map(({ values: matched, calendar: name }) => {
        const alternatives = matched.map((each) => literal(draft, each));
        return say`${values.list(OR, alternatives)}${values.colon}${named("calendar", name)}`;
      });
      const { otherwise } = calendar;
      const last =
        otherwise === null ? [] : [say`${values.otherwise}${values.colon}${named("calendar", otherwise)}`];
      return [
        paragraph(say`${words.chosenBy(value(draft, calendar.by))} ${source(draft, calendar.span)}`),
        bullets([...cases, ...last]),
      ];
    }
    default:
      return assertNever(calendar);
  }
}

function officeBlocks(draft: Draft, calendar: OfficeCalendar): Block[] {
  const words = draft.language.document;
  const { columns } = words;
  const exceptions = [
    ...calendar.closed.map(({ from, to, label }) =>
      words.closed(from, to === from ? null : to, label === null ? null : plainText(label)),
    ),
    ...calendar.open.map(({ date, intervals }) => words.open(date, hours(draft, intervals))),
  ];
  return [
    paragraph(say`${words.hoursOf(code(calendar.timeZone))} ${source(draft, calendar.span)}`),
    table(
      [columns.days, columns.hours],
      calendar.weekly.map(({ days, intervals }) => ({
        cells: [weekdays(draft, days), hours(draft, intervals)],
      })),
    ),
    ...calendar.holidays.flatMap((set) => holidayBlocks(draft, set)),
    ...(exceptions.length === 0 ? [] : [bullets(exceptions)]),
  ];
}

/** The holidays of the term; without a term, all that were known when the contract was compiled. */
function holidayBlocks(draft: Draft, { set, dates }: OfficeCalendar["holidays"][number]): Block[] {
  const { document: words, values } = draft.language;
  const { from, to } = draft.policy.agreement.effective ?? draft.policy.horizon;
  const last = to ?? draft.policy.horizon.to;
  const inTerm = dates.filter(({ date }) => date >= from && date <= last);
  const rows = inTerm.map(({ date, name }) => ({ cells: [values.date(date), plainText(name)] }));
  return [
    paragraph(words.holidays(plainText(set))),
    ...(rows.length === 0 ? [] : [table([words.columns.date, words.columns.holiday], rows)]),
  ];
}

function hours({ language }: Draft, intervals: readonly { opens: number; closes: number }[]): string {
  return intervals
    .map(({ opens, closes }) => `${clockTime(opens)}–${language.values.timeOfDay(closes)}`)
    .join(language.values.comma);
}

/** Stretches of three days and more are told by their ends; the week may be run over. */
function weekdays({ language }: Draft, days: readonly number[]): string {
  const name = (day: number): string => weekdayName(language.locale, day);
  const runs = runsOf(days);
  return runs
    .map(([first = 1, ...rest]) => {
      const last = rest.at(-1) ?? first;
      return rest.length < 2
        ? [first, ...rest].map(name).join(language.values.comma)
        : language.document.dayRange(name(first), name(last));
    })
    .join(language.values.comma);
}

function runsOf(days: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && day === ((run.at(-1) ?? 0) % 7) + 1) run.push(day);
    else runs.push([day]);
  }
  return runs;
}
