import { h } from "hastscript";
import { type CurrentStep, currentSteps } from "../collect/current-steps.ts";
import type { DueLadderStep } from "../collect/ladder-book.ts";
import { countedWords, countWords } from "../words/amount.ts";
import { shownName, shownText } from "../words/shown-text.ts";
import type { View } from "../words/view.ts";
import { badge, declared, nothing, section } from "./elements.ts";
import { table } from "./table.ts";
import type { Element, ElementContent } from "./tree.ts";

/** What follows from what was missed: what is to be done now, and behind it every ladder step that fell due. */
export function followUpSection(view: View): Element {
  const { steps } = view.report;
  if (steps.length === 0) {
    return section("follow-up", "What follows", "", [nothing("No ladder step has fallen due.")]);
  }
  const current = currentSteps(steps);
  const lead = "Ladder steps that are due while the miss goes on; of each goal the furthest.";
  return section("follow-up", "What follows", current.length === 0 ? "" : lead, [
    current.length === 0
      ? nothing("Nothing is open: all that was missed has been made good.")
      : currentList(current),
    h("details", [h("summary", "Every step that fell due"), allSteps(view, steps)]),
  ]);
}

function currentList(current: readonly CurrentStep[]): Element {
  return h(
    "ul.steps",
    current.map((step) =>
      h("li", [
        h("div.tile-head", [h("div.tile-name", causes(step)), badge("open", `step ${step.step}`)]),
        h("p.tile-note", ["of the ladder ", declared(step.ladder)]),
        h(
          "ul",
          step.actions.map((action) => h("li", h("bdi", shownText(action, 200)))),
        ),
      ]),
    ),
  );
}

function causes({ leads, goals }: CurrentStep): ElementContent {
  const parts = [
    ...(leads === 0 ? [] : [countedWords(leads, "lead")]),
    ...goals.map((goal) => shownName(goal)),
  ];
  return h("bdi", parts.join(", "));
}

function allSteps(view: View, steps: readonly DueLadderStep[]): Element {
  return table(
    "Every ladder step that fell due",
    [
      { head: "ladder" },
      { head: "goal" },
      { head: "step", number: true },
      { head: "open", number: true },
      { head: "in all", number: true },
      { head: "fell due last" },
    ],
    steps.map(({ ladder, goal, step, open, due, latest }) => [
      declared(ladder),
      goal === null ? "–" : declared(goal),
      String(step),
      countWords(open),
      countWords(due),
      view.time(latest),
    ]),
  );
}
