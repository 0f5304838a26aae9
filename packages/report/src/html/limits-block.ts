import type { LimitVerdict } from "@entente/engine";
import { h } from "hastscript";
import { countedWords, countWords } from "../words/amount.ts";
import { stretchWords } from "../words/local-time.ts";
import { shownName, shownText } from "../words/shown-text.ts";
import type { View } from "../words/view.ts";
import { named, nothing } from "./elements.ts";
import { table } from "./table.ts";
import type { ElementContent } from "./tree.ts";

/** The most missed periods that are listed. */
const mostPeriods = 30;

/** Promises over many leads: how often they were kept, and each period in which they were not, the latest first. */
export function limitsBlock({ report: { limits }, zone, party }: View): readonly ElementContent[] {
  if (limits.length === 0) return [];
  const missed = limits
    .filter(({ status }) => status === "breached")
    .toSorted((a, b) => b.period.from - a.period.from);
  const settled = missed.length + limits.filter(({ status }) => status === "met").length;
  const heading = h("h3", "Promises over many leads");
  if (missed.length === 0)
    return [
      heading,
      nothing(
        settled === 0
          ? "No period is settled yet."
          : `Kept in ${countedWords(settled, "settled period")} of ${countWords(settled)}.`,
      ),
    ];
  const shown = missed.length > mostPeriods ? ` The last ${mostPeriods} are listed.` : "";
  return [
    heading,
    h(
      "p.lead",
      `Missed in ${countWords(missed.length)} of ${countedWords(settled, "settled period")}.${shown}`,
    ),
    table(
      "Promises over many leads that were missed",
      [
        { head: "clause" },
        { head: "party" },
        { head: "period" },
        { head: "for" },
        { head: "count", number: true },
        { head: "agreed", number: true },
      ],
      missed
        .slice(0, mostPeriods)
        .map((limit) => [
          h("bdi", limitName(limit)),
          named(party(limit.party)),
          stretchWords(zone, limit.period),
          limit.per === null ? "–" : named(String(limit.per)),
          limit.of === null
            ? countWords(limit.count)
            : `${countWords(limit.count)} of ${countWords(limit.of)}`,
          limit.limit === null ? "–" : `${limit.limit}${limit.of === null ? "" : "%"}`,
        ]),
    ),
  ];
}

function limitName({ commitment, clause }: LimitVerdict): string {
  return clause === "1" ? shownName(commitment) : `${shownName(commitment)} / ${shownText(clause)}`;
}
