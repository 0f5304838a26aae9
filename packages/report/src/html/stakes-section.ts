import type { RewardPeriod } from "@entente/engine";
import { h } from "hastscript";
import { countedWords, countWords } from "../words/amount.ts";
import { literalWords } from "../words/literal-words.ts";
import { dateWords, stretchWords } from "../words/local-time.ts";
import { shownName, shownText } from "../words/shown-text.ts";
import type { View } from "../words/view.ts";
import { badge, declared, named, section } from "./elements.ts";
import { table } from "./table.ts";
import type { Element, ElementContent } from "./tree.ts";

/** The most periods of rewards that are listed. */
const mostPeriods = 24;

/** What is at stake: rewards, meetings held, reviews, and what would end the agreement. Null where there is none of them. */
export function stakesSection(view: View): Element | null {
  const { rewards, cancellations, reviews, meetings } = view.report;
  if (rewards.length + cancellations.length + reviews.length + meetings.length === 0) return null;
  return section("stakes", "Rewards and reviews", "", [
    ...rewardsTable(view),
    ...meetingsTable(view),
    ...reviewLines(view),
    ...endingLines(view),
  ]);
}

function rewardsTable(view: View): readonly ElementContent[] {
  const { rewards } = view.report;
  if (rewards.length === 0) return [];
  const earned = rewards.filter(({ status }) => status === "earned").length;
  const shown = rewards.toSorted((a, b) => b.period.from - a.period.from).slice(0, mostPeriods);
  return [
    h("h3", "Rewards"),
    earned === 0
      ? h("p.lead", "None has been earned yet.")
      : h("p.lead", `Earned ${countedWords(earned, "time")}.`),
    table(
      "Rewards by period",
      [
        { head: "reward" },
        { head: "period" },
        { head: "standing" },
        { head: "what" },
        { head: "to" },
        { head: "in the way" },
      ],
      shown.map((reward) => [
        declared(reward.reward),
        stretchWords(view.zone, reward.period),
        rewardBadge(reward),
        named(literalWords(reward.give)),
        h("bdi", reward.to.map((name) => shownText(view.party(name))).join(", ")),
        h("bdi", reward.lacking.map((name) => shownName(name)).join(", ") || "–"),
      ]),
    ),
  ];
}

function rewardBadge({ status }: RewardPeriod): Element {
  return badge(status === "earned" ? "good" : status === "not earned" ? "bad" : "open", status);
}

function meetingsTable({ report: { meetings } }: View): readonly ElementContent[] {
  if (meetings.length === 0) return [];
  const columns = ["held", "written down late", "missed"].map((head) => ({ head, number: true }));
  return [
    h("h3", "Meetings"),
    table(
      "Meetings that were held",
      [{ head: "meeting" }, ...columns],
      meetings.map(({ meeting, held, late, missed }) => [
        declared(meeting),
        countWords(held),
        countWords(late),
        countWords(missed),
      ]),
    ),
  ];
}

function reviewLines({ report: { reviews }, zone }: View): readonly ElementContent[] {
  if (reviews.length === 0) return [];
  const date = (at: number): string => dateWords(zone.localDate(at));
  return [
    h("h3", "Reviews of the agreement"),
    h(
      "ul.points",
      reviews.map(({ status, due, held, next }) => {
        const last =
          status === "held" && held !== null
            ? `The last one was held on ${date(held)}.`
            : due === null
              ? "None was due yet."
              : `The one that was due on ${date(due)} is overdue: nothing says that it was held.`;
        return h("li", `${last}${next === null ? "" : ` The next is due on ${date(next)}.`}`);
      }),
    ),
  ];
}

function endingLines({ report: { cancellations }, zone }: View): readonly ElementContent[] {
  if (cancellations.length === 0) return [];
  return [
    h("h3", "What would end the agreement"),
    h(
      "ul.points",
      cancellations.map(({ goal, needed, run, metAt }) =>
        h("li", [
          declared(goal),
          metAt === null
            ? ` missed ${needed} times in a row; the longest run so far is ${run}.`
            : ` was missed ${needed} times in a row: met on ${dateWords(zone.localDate(metAt))}.`,
        ]),
      ),
    ),
  ];
}
