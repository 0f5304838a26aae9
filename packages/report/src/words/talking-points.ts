import { currentSteps } from "../collect/current-steps.ts";
import { missed } from "../collect/violation-book.ts";
import type { Report } from "../report.ts";
import { amountWords, countedWords, countWords, shareWords } from "./amount.ts";
import { goalSeries } from "./goal-series.ts";
import { dateWords, zoneFrom } from "./local-time.ts";
import { seriesName } from "./series-name.ts";
import { shownName } from "./shown-text.ts";
import { standingOf } from "./standing.ts";
import { neededWords, paceWords, windowName } from "./window-words.ts";

/** The most points of a list that people are to talk through. */
const mostPoints = 10;

/**
 * What there is to talk about at the instant of a report, one sentence each: goals that are behind or missed, promises
 * with violations, ladder steps that are open, an overdue review.
 */
export function talkingPoints(report: Report): readonly string[] {
  const points = [
    ...overdueReviews(report),
    ...goalsBehind(report),
    ...brokenPromises(report),
    ...openSteps(report),
  ];
  return points.slice(0, mostPoints).map((point) => point.charAt(0).toUpperCase() + point.slice(1));
}

function goalsBehind({ goals, agreement }: Report): readonly string[] {
  const zone = zoneFrom(agreement.zone);
  return goals.flatMap(goalSeries).flatMap((series) => {
    const { current, goal } = series;
    if (current === null || standingOf(current).tone !== "bad") return [];
    const style = { unit: goal.unit, counting: goal.counting, currency: agreement.currency };
    const actual = current.actual === null ? "" : ` at ${amountWords(current.actual, style)}`;
    const target = current.goal === null ? "" : ` against ${amountWords(current.goal, style)}`;
    const detail = [paceWords(current, style), neededWords(current, style)].filter((part) => part !== null);
    const state = current.status === "missed" ? "missed" : "behind";
    const rest = detail.length === 0 || state === "missed" ? "" : `: ${detail.join(", ")}`;
    return [
      `${seriesName(series)}, ${windowName(zone, series, current)}, is ${state}${actual}${target}${rest}.`,
    ];
  });
}

function brokenPromises({ clauses }: Report): readonly string[] {
  return clauses.flatMap(({ name, statuses }) => {
    const tally = { met: statuses.met ?? 0, late: statuses.late ?? 0, breached: statuses.breached ?? 0 };
    const count = missed(tally);
    if (count === 0) return [];
    const running = (statuses.at_risk ?? 0) > 0 ? `; ${countWords(statuses.at_risk ?? 0)} at risk now` : "";
    return [
      `${shownName(name)} was missed ${countedWords(count, "time")}, kept ${shareWords(tally.met, tally.met + count)}${running}.`,
    ];
  });
}

function openSteps({ steps }: Report): readonly string[] {
  return currentSteps(steps).flatMap(({ ladder, step, goals }) =>
    goals.length === 0
      ? []
      : [
          `Step ${step} of ${shownName(ladder)} is due for ${goals.map((goal) => shownName(goal)).join(", ")}.`,
        ],
  );
}

function overdueReviews({ reviews, agreement }: Report): readonly string[] {
  const zone = zoneFrom(agreement.zone);
  return reviews.flatMap(({ status, due }) =>
    status === "overdue" && due !== null
      ? [
          `The review of the agreement was due on ${dateWords(zone.localDate(due))}, and nothing says that it was held.`,
        ]
      : [],
  );
}
