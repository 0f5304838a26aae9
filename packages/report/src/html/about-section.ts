import { h } from "hastscript";
import type { Report } from "../report.ts";
import { countedWords } from "../words/amount.ts";
import { shownText } from "../words/shown-text.ts";
import type { View } from "../words/view.ts";
import { section } from "./elements.ts";
import type { Element } from "./tree.ts";

/** What the page rests on, and how its figures are to be read. */
export function aboutSection({ report, time }: View): Element {
  const { leads, at, agreement, clauses, issues } = report;
  const open = clauses.reduce(
    (sum, { statuses }) => sum + (statuses.running ?? 0) + (statuses.at_risk ?? 0) + (statuses.paused ?? 0),
    0,
  );
  const unknown = clauses.reduce((sum, { statuses }) => sum + (statuses.unknown ?? 0), 0);
  return section("about", "About these figures", "", [
    h("ul.points", [
      h(
        "li",
        `As of ${time(at)} (${agreement.zone.name}), ${new Date(at).toISOString()}. Only what was recorded by then counts.`,
      ),
      h(
        "li",
        `${countedWords(leads.judged, "lead was", "leads were")} judged; ${countedWords(leads.invalid, "record")} could not be read and ${leads.invalid === 1 ? "counts" : "count"} nowhere.`,
      ),
      ...(open === 0
        ? []
        : [
            h(
              "li",
              `${countedWords(open, "promise is", "promises are")} still running: neither kept nor missed yet.`,
            ),
          ]),
      ...(unknown === 0
        ? []
        : [h("li", `${countedWords(unknown, "promise")} could not be judged, since a field is missing.`)]),
      h("li", "A pace spreads a target over the working days of its window. A deadline is inclusive."),
      h(
        "li",
        "A contract says how often people meet, not at which hour: meetings are shown at the first opening of their period.",
      ),
      ...forecastNotes(report).map((note) => h("li", note)),
      ...issues.map((issue) => h("li", h("bdi", shownText(issue, 300)))),
    ]),
  ]);
}

/** What forecasts take for granted; said only where there is one. */
function forecastNotes({ goals }: Report): readonly string[] {
  if (goals.every(({ forecasts }) => forecasts.every((forecast) => forecast === null))) return [];
  return [
    "A forecast takes for granted that things go on as they did: leads arrive and come through independently of one another, and a working day brings what one of those seen brought. Of a rate that is running it is about the leads so far. Times are not forecast.",
  ];
}
