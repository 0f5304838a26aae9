import { h } from "hastscript";
import type { AgendaEntry } from "../agenda/week-agenda.ts";
import { durationWords } from "../words/duration-words.ts";
import { dateWords, dayWords, timeWords } from "../words/local-time.ts";
import { shownText } from "../words/shown-text.ts";
import { talkingPoints } from "../words/talking-points.ts";
import type { View } from "../words/view.ts";
import { declared, named, nothing, section } from "./elements.ts";
import type { Element } from "./tree.ts";

/** The week's agenda: what the agreement's rhythm puts into the next seven days, and what there is to talk about. */
export function weekSection(view: View): Element {
  const { week } = view.report;
  const lead = `From ${dayWords(week.from)} to ${dayWords(week.to)}.`;
  const days = Map.groupBy(week.entries, ({ date }) => date);
  const points = talkingPoints(view.report);
  const agenda = [...days].map(([date, entries]) =>
    h("li", [h("h3", dayWords(date)), ...entries.map((entry) => entryOf(view, entry))]),
  );
  return section("week", "The week ahead", lead, [
    h("div.week-grid", [
      agenda.length === 0 ? nothing(emptyWords(view)) : h("ol.week", agenda),
      ...(points.length === 0 ? [] : [talk(points)]),
    ]),
  ]);
}

function talk(points: readonly string[]): Element {
  const items = points.map((point) => h("li", h("bdi", point)));
  return h("div", [h("h3", "To talk about"), h("ul.points", items)]);
}

function emptyWords({ report: { week, agreement } }: View): string {
  const { effective } = agreement;
  if (!week.rhythm) return "The agreement has no meetings and no reviews.";
  if (effective?.to != null && week.from > effective.to)
    return `Nothing: the agreement ended on ${dateWords(effective.to)}.`;
  if (effective !== null && week.to < effective.from)
    return `Nothing: the agreement begins on ${dateWords(effective.from)}.`;
  return "No meeting and no review falls into these days.";
}

function entryOf(view: View, entry: AgendaEntry): Element {
  const { kind, name, at, allDay, duration, attendedBy, agenda } = entry;
  const heading =
    kind === "meeting"
      ? declared(name)
      : kind === "target"
        ? h("span", ["Target due: ", declared(name)])
        : named(name);
  const when = allDay ? "" : `${timeWords(view.zone, at)} `;
  const facts = [
    duration === null ? null : durationWords(duration),
    attendedBy.length === 0 ? null : attendedBy.map((who) => shownText(who)).join(", "),
  ];
  return h("div.entry", [
    h("p.entry-head", [h("span.entry-time", when), h("strong", heading)]),
    h("p.tile-note", h("bdi", facts.filter((fact) => fact !== null).join(" · "))),
    ...(agenda.length === 0
      ? []
      : [
          h(
            "ul",
            agenda.map((item) => h("li", h("bdi", shownText(item, 200)))),
          ),
        ]),
  ]);
}
