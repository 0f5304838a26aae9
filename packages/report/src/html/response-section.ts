import { h } from "hastscript";
import { binLabels, responseChart, responseSize } from "../charts/response-chart.ts";
import { type ReportedClause, settledOf } from "../collect/clause-book.ts";
import { binsInTime, type UsedHistogram } from "../collect/used-histogram.ts";
import { countWords, shareWords } from "../words/amount.ts";
import { shownName, shownText } from "../words/shown-text.ts";
import type { View } from "../words/view.ts";
import { declared, nothing, section } from "./elements.ts";
import { chartFigure, type LegendEntry } from "./figure.ts";
import { table } from "./table.ts";
import type { Element } from "./tree.ts";

/** How long what was promised took, as a share of the time allowed: a histogram for each clause with a deadline. */
export function responseSection(view: View): Element {
  const clauses = view.report.clauses.filter(
    ({ used, statuses }) => used !== null && settledOf(statuses).met + settledOf(statuses).missed > 0,
  );
  if (clauses.length === 0) {
    return section("response", "Response times", "", [
      nothing("No promise with a deadline has come due yet."),
    ]);
  }
  return section(
    "response",
    "Response times",
    "How much of the allowed time was used, by the clock of each promise: business hours where it counts them.",
    [
      h(
        "div.figures",
        clauses.flatMap((clause, index) => figureOf(view, clause, index)),
      ),
    ],
  );
}

function figureOf(view: View, clause: ReportedClause, index: number): Element[] {
  const { used } = clause;
  if (used === null) return [];
  const { met, missed } = settledOf(clause.statuses);
  const name = shownName(clause.name);
  const unmeasured = used.unmeasured === 0 ? "" : ` ${countWords(used.unmeasured)} could not be measured.`;
  return [
    chartFigure({
      id: `response-${index + 1}`,
      heading: [declared(clause.name), h("span.period", ` ${shownText(view.party(clause.party))}`)],
      title: `${name}: share of the allowed time that was used`,
      caption: `${shareWords(met, met + missed)} of ${countWords(met + missed)} in time.${unmeasured} The contract: ${shownText(clause.words, 200)}.`,
      legend: legendOf(used),
      draw: (room) => ({ option: responseChart(used, room), size: responseSize[room] }),
      table: table(
        `${name}: how much of the time was used`,
        [{ head: "time used" }, { head: "how often", number: true }],
        rowsOf(used),
      ),
    }),
  ];
}

function legendOf({ bins, notDone }: UsedHistogram): readonly LegendEntry[] {
  const late = bins.slice(binsInTime).some((count) => count > 0);
  return [
    { mark: "good", words: "in time" },
    ...(late ? [{ mark: "bad", words: "late" } as const] : []),
    ...(notDone > 0 ? [{ mark: "worse", words: "never done" } as const] : []),
  ];
}

function rowsOf({ bins, notDone }: UsedHistogram): readonly (readonly string[])[] {
  const labels = binLabels();
  const rows = bins.map((count, index) => {
    const from = index === 0 ? "0%" : labels[index - 1];
    const label = index === bins.length - 1 ? "more" : `more than ${from}, up to ${labels[index]}`;
    return [
      index === 0 ? `up to ${labels[0]}` : index === bins.length - 1 ? `more than ${from}` : label,
      countWords(count),
    ];
  });
  return [...rows, ["past the deadline and not done", countWords(notDone)]];
}
