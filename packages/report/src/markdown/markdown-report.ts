import type { GoalForecast, GoalWindowAttainment } from "@entente/engine";
import { settledOf } from "../collect/clause-book.ts";
import { currentSteps } from "../collect/current-steps.ts";
import { missed } from "../collect/violation-book.ts";
import type { Report } from "../report.ts";
import { amountWords, countedWords, countWords, shareWords } from "../words/amount.ts";
import { durationWords } from "../words/duration-words.ts";
import { chanceWords, forecastOf, rangeWords } from "../words/forecast-words.ts";
import { type GoalSeries, goalSeries } from "../words/goal-series.ts";
import { pastWords } from "../words/length-words.ts";
import { dayWords, timeWords } from "../words/local-time.ts";
import { seriesName } from "../words/series-name.ts";
import { shownName, shownText } from "../words/shown-text.ts";
import { standingOf, toneMark } from "../words/standing.ts";
import { talkingPoints } from "../words/talking-points.ts";
import { partiesWords, type View, viewOf } from "../words/view.ts";
import { gapCell, windowName } from "../words/window-words.ts";
import { bullets, fromData, grid, heading, type Inline, markdownText, paragraph, strong } from "./blocks.ts";
import type { RootContent } from "./tree.ts";

/** The most owners, violations and goals that a message lists; the page has more. */
const mostOwners = 5;
const mostViolations = 5;
const mostGoals = 30;

/**
 * A report as Markdown (GitHub's, with tables) for a chat or a pull request: what stands where, what to talk about, the
 * worst violations, what follows and what the week brings. Names from the data are code, so that they mention nobody.
 */
export function markdownReport(report: Report): string {
  const view = viewOf(report);
  return markdownText([
    heading(1, shownText(report.agreement.title)),
    paragraph(
      strong(`As of ${view.time(report.at)}`),
      ` (${report.agreement.zone.name}), ${countedWords(report.leads.judged, "lead")}.`,
    ),
    ...goalTable(view),
    ...promiseTable(view),
    ...talk(report),
    ...violationTables(view),
    ...followUps(report),
    ...week(view),
  ]);
}

function goalTable(view: View): readonly RootContent[] {
  const series = view.report.goals.flatMap(goalSeries);
  if (series.length === 0) return [];
  const shown = series.slice(0, mostGoals);
  const forecast = shown.some(({ goal, current }) => wholeForecast(goal, current) !== null);
  const numbers = [...figures, ...(forecast ? ["ends at", "chance"] : [])];
  const rows = shown.map((each) => goalRow(view, each).slice(0, 4 + numbers.length));
  const hidden = series.length - rows.length;
  return [
    heading(2, "Goals"),
    grid(["goal", "by", "window", "standing", ...numbers], rows, numbers),
    ...(hidden > 0 ? [paragraph(`and ${countWords(hidden)} more.`)] : []),
    ...(forecast
      ? [
          paragraph(
            "“Ends at” holds in 80 of 100 cases; “chance” is that of reaching the target, its tolerance included.",
          ),
        ]
      : []),
  ];
}

function goalRow(view: View, each: GoalSeries): readonly Inline[] {
  const { goal, current } = each;
  const who = partiesWords(view, goal);
  if (current === null) return [seriesName(each), who, "", "○ not begun", "", "", "", "", ""];
  const style = view.style(goal);
  const { tone, words } = standingOf(current);
  const forecast = wholeForecast(goal, current);
  return [
    seriesName(each),
    who,
    windowName(view.zone, each, current),
    `${toneMark(tone)} ${words}`,
    current.actual === null ? "–" : amountWords(current.actual, style),
    current.goal === null
      ? "–"
      : `${current.bound === "atLeast" ? "≥" : "≤"} ${amountWords(current.goal, style)}`,
    gapCell(current, style),
    forecast === null ? "–" : rangeWords(forecast, style),
    forecast === null ? "–" : chanceWords(forecast),
  ];
}

/** The columns of figures, but for those of forecasts. */
const figures = ["actual", "target", "against pace"];

/** The forecast of all that a window ends with; null where there is none, as of a rate into which leads still come. */
function wholeForecast(
  goal: View["report"]["goals"][number],
  window: GoalWindowAttainment | null,
): GoalForecast | null {
  const forecast = window === null ? null : forecastOf(goal, window);
  return forecast?.covers === "window" ? forecast : null;
}

function promiseTable(view: View): readonly RootContent[] {
  const rows = view.report.clauses.flatMap((clause): readonly (readonly Inline[])[] => {
    const { met, missed: count } = settledOf(clause.statuses);
    if (met + count === 0) return [];
    const mark = toneMark(count === 0 ? "good" : "bad");
    return [
      [
        shownName(clause.name),
        shownText(view.party(clause.party)),
        `${mark} ${shareWords(met, met + count)}`,
        countWords(met),
        countWords(count),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    heading(2, "Promises"),
    grid(["promise", "by", "kept", "met", "missed"], rows, ["kept", "met", "missed"]),
  ];
}

function talk(report: Report): readonly RootContent[] {
  const points = talkingPoints(report);
  return points.length === 0 ? [] : [heading(2, "To talk about"), bullets(points.map((point) => [point]))];
}

function violationTables({ report, time }: View): readonly RootContent[] {
  const { byOwner, worst, total } = report.violations;
  if (missed(total) === 0) return [heading(2, "Violations"), paragraph("None.")];
  const owners = byOwner
    .slice(0, mostOwners)
    .map((tally): readonly Inline[] => [
      tally.owner === null ? "no owner" : fromData(tally.owner),
      countWords(missed(tally)),
      countWords(tally.breached),
      shareWords(missed(tally), missed(tally) + tally.met),
    ]);
  const leads = worst
    .slice(0, mostViolations)
    .map(({ lead, commitment, owner, due, done, overshoot }): readonly Inline[] => [
      lead === null ? "the agreement" : fromData(lead),
      shownName(commitment),
      owner === null ? "no owner" : fromData(owner),
      time(due),
      `${pastWords(overshoot)}${done === null ? ", not done" : ""}`,
    ]);
  return [
    heading(2, "Violations"),
    paragraph(
      `${countWords(missed(total))} of ${countWords(total.met + missed(total))} promises that came due were missed, ${countWords(total.breached)} of them not done at all.`,
    ),
    grid(["owner", "missed", "not done", "of all"], owners, ["missed", "not done", "of all"]),
    paragraph("The furthest past their deadlines:"),
    grid(["lead", "promise", "owner", "due", "past due by"], leads),
  ];
}

function followUps({ steps }: Report): readonly RootContent[] {
  const items = currentSteps(steps).map(({ ladder, step, leads, goals, actions }) => {
    const causes = [
      ...(leads === 0 ? [] : [countedWords(leads, "lead")]),
      ...goals.map((goal) => shownName(goal)),
    ];
    return [
      strong(causes.join(", ")),
      ` (${shownName(ladder)}, step ${step}): ${actions.map((action) => shownText(action, 200)).join("; ")}`,
    ];
  });
  return items.length === 0 ? [] : [heading(2, "What follows"), bullets(items)];
}

function week({ report, zone }: View): readonly RootContent[] {
  const { entries, from, to } = report.week;
  if (entries.length === 0) return [];
  const items = entries.map(({ date, at, allDay, name, kind, duration, attendedBy, agenda }) => {
    const when = allDay ? dayWords(date) : `${dayWords(date)}, ${timeWords(zone, at)}`;
    const what = kind === "meeting" || kind === "target" ? shownName(name) : shownText(name);
    const facts = [
      ...(kind === "target" ? ["target due"] : []),
      ...(duration === null ? [] : [durationWords(duration)]),
      ...attendedBy.map((who) => shownText(who)),
      ...agenda.map((item) => shownText(item, 200)),
    ];
    return [`${when}: `, strong(what), facts.length === 0 ? "" : `; ${facts.join("; ")}`];
  });
  return [heading(2, `The week from ${dayWords(from)} to ${dayWords(to)}`), bullets(items)];
}
