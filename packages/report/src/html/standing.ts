import type { GoalWindowAttainment } from "@entente/engine";
import { dayNumber } from "@entente/ir";
import { h } from "hastscript";
import type { ReportedClause } from "../collect/clause-book.ts";
import { isOverManyLeads, settledOf } from "../collect/clause-book.ts";
import type { ReportedGoal } from "../report.ts";
import { amountWords, countedWords, countWords, shareWords } from "../words/amount.ts";
import { forecastOf, forecastWords } from "../words/forecast-words.ts";
import { type GoalSeries, goalSeries } from "../words/goal-series.ts";
import { seriesName } from "../words/series-name.ts";
import { shownText } from "../words/shown-text.ts";
import { standingOf } from "../words/standing.ts";
import { partiesWords, type View } from "../words/view.ts";
import { neededWords, paceWords, windowName } from "../words/window-words.ts";
import { badge, declared, nothing, section } from "./elements.ts";
import type { Element, ElementContent } from "./tree.ts";

/** Where both sides stand: a card for each party with its goals and promises, and one for what they promised together. */
export function standingSection(view: View): Element {
  const { agreement, goals } = view.report;
  const together = Map.groupBy(
    goals.filter(({ parties }) => parties.length > 1),
    (goal) => partiesWords(view, goal),
  );
  return section("standing", "Where both sides stand", "", [
    h("div.parties", [
      ...agreement.parties.map(({ name }) => partyCard(view, name)),
      ...[...together].map(([words, own]) => card(view, `${words} together`, own, [], "joint")),
    ]),
  ]);
}

function partyCard(view: View, party: string): Element {
  const { goals, clauses } = view.report;
  const own = goals.filter(({ parties }) => parties.length === 1 && parties[0] === party);
  const promises = clauses.filter((clause) => clause.party === party);
  return card(view, view.party(party), own, promises, "single");
}

function card(
  view: View,
  words: string,
  goals: readonly ReportedGoal[],
  promises: readonly ReportedClause[],
  kind: "single" | "joint",
): Element {
  const series = goals.flatMap(goalSeries);
  const heading = shownText(words);
  const tiles = series.slice(0, mostTiles).map((each) => goalTile(view, each));
  const empty = tiles.length === 0 && promises.length === 0;
  return h("div", { className: ["party", kind] }, [
    h("h3", h("bdi", heading.charAt(0).toUpperCase() + heading.slice(1))),
    ...(empty ? [nothing("No goal and no promise of its own.")] : []),
    ...(tiles.length === 0 ? [] : [h("ul.tiles", tiles)]),
    ...(series.length > mostTiles ? [h("p.more", `and ${series.length - mostTiles} more below`)] : []),
    ...(promises.length === 0 ? [] : [h("ul.promises", promises.map(promiseRow))]),
  ]);
}

/** The most goals of a party that a card shows; a goal with `per` may have any number of time lines. */
const mostTiles = 8;

function goalTile(view: View, series: GoalSeries): Element {
  const { goal, current } = series;
  const name = h("div.tile-name", h("bdi", seriesName(series)));
  if (current === null) {
    return h("li.tile", [
      name,
      h("p.tile-note", `Not begun yet: ${shownText(series.targets.join("; "), 160)}`),
    ]);
  }
  const style = view.style(goal);
  const { tone, words } = standingOf(current);
  const forecast = forecastOf(goal, current);
  const notes = [
    paceWords(current, style),
    neededWords(current, style),
    chanceWords(view, current),
    forecast === null ? null : forecastWords(forecast, style),
  ].filter((note) => note !== null);
  return h("li.tile", [
    h("div.tile-head", [name, badge(tone, words)]),
    h("div.tile-figure", [
      h("strong", current.actual === null ? "–" : amountWords(current.actual, style)),
      h("span", [
        ` ${current.bound === "atLeast" ? "of" : "against"} ${goalWords(current, style)}, ${windowName(view.zone, series, current)}`,
      ]),
    ]),
    ...meter(current),
    ...(notes.length === 0 ? [] : [h("p.tile-note", notes.join("; "))]),
  ]);
}

function goalWords(window: GoalWindowAttainment, style: ReturnType<View["style"]>): string {
  if (window.goal === null) return "a goal that a missing field decides";
  const amount = amountWords(window.goal, style);
  return window.bound === "atLeast" ? amount : `at most ${amount}`;
}

/** Of a rate or a time: how many leads are behind the figure, and how many still have their chance. */
function chanceWords(
  view: View,
  { status, settles, counted, of, open }: GoalWindowAttainment,
): string | null {
  const base = of === null ? null : `${countWords(counted)} of ${countWords(of)}`;
  const waiting = open === 0 ? null : `${countWords(open)} not through yet`;
  const settled = status === "pending" ? `settled on ${view.time(settles)}` : null;
  const words = [base, waiting, settled].filter((part) => part !== null);
  return words.length === 0 ? null : words.join(", ");
}

/** A bar of the actual towards the goal, with a tick where the pace is. Only for figures that add up. */
function meter({ actual, goal, pace, days }: GoalWindowAttainment): ElementContent[] {
  if (days.length === 0 || actual === null || goal === null || goal.compare(0) <= 0) return [];
  const percent = (part: number): string => `${Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10}%`;
  const share = percent(actual.div(goal).valueOf());
  const tick =
    pace === null ? [] : [h("span.meter-pace", { style: `left:${percent(pace.div(goal).valueOf())}` })];
  return [
    h("div.meter", { ariaHidden: "true" }, [h("span.meter-actual", { style: `width:${share}` }), ...tick]),
  ];
}

function promiseRow(clause: ReportedClause): Element {
  const { met, missed } = settledOf(clause.statuses);
  const settled = met + missed;
  const verdict =
    settled === 0
      ? badge("open", "none due yet")
      : badge(missed === 0 ? "good" : "bad", missed === 0 ? "always kept" : `missed ${countWords(missed)}`);
  return h("li.promise", [
    h("div.tile-head", [h("div.tile-name", declared(clause.name)), verdict]),
    ...(settled === 0
      ? []
      : [
          h("p.tile-note", [
            h("strong", shareWords(met, settled)),
            ` of ${countedWords(settled, isOverManyLeads(clause) ? "period" : "time")} kept`,
          ]),
        ]),
    h("p.tile-note", h("bdi.contract", shownText(clause.words, 200))),
  ]);
}

/** How far the term has come, in days. */
export function termProgress(view: View): { readonly day: number; readonly days: number } | null {
  const { effective } = view.report.agreement;
  if (effective?.to == null) return null;
  const first = dayNumber(effective.from);
  const days = dayNumber(effective.to) - first + 1;
  const day = view.zone.localDay(view.report.at) - first + 1;
  return day < 1 || day > days ? null : { day, days };
}
