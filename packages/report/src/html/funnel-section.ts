import Fraction from "fraction.js";
import { h } from "hastscript";
import { type ConversionBar, conversionChart, conversionSize } from "../charts/conversion-chart.ts";
import { countChart, countSize } from "../charts/count-chart.ts";
import { ink } from "../charts/look.ts";
import type { ReportedFunnel } from "../collect/funnels.ts";
import { periodWords } from "../words/action-words.ts";
import { countWords, ratioWords } from "../words/amount.ts";
import { shownName, shownText } from "../words/shown-text.ts";
import type { View } from "../words/view.ts";
import { declared, nothing, section } from "./elements.ts";
import { chartFigure } from "./figure.ts";
import { table } from "./table.ts";
import type { Element } from "./tree.ts";

/** The most steps of a funnel that a chart draws. */
const mostBars = 16;

/** The funnel: leads by stage and how many went on; each funnel of the contract against its agreed rates. */
export function funnelSection(view: View): Element {
  const { stages, funnels } = view.report;
  if (stages.stages.every(({ leads }) => leads === 0)) {
    return section("funnel", "Funnel", "", [nothing("No lead has reached a stage within the term.")]);
  }
  const lead = "Leads that reached each stage within the term, and how many of them have gone on so far.";
  return section("funnel", "Funnel", lead, [
    h("div.figures", [
      stageFigure(view),
      ...(stages.steps.length === 0 ? [] : [wayFigure(view)]),
      ...funnels.filter(({ steps }) => steps.length > 0).map((funnel, index) => agreedFigure(funnel, index)),
    ]),
  ]);
}

function stageFigure(view: View): Element {
  const stages = view.report.stages.stages.slice(0, mostBars);
  const bars = stages.map(({ label, leads }) => ({ label, parts: [leads] }));
  return chartFigure({
    id: "funnel-stages",
    heading: "Leads by stage",
    title: "Leads that reached each stage",
    caption: "Each bar counts the leads that reached the stage within the term.",
    legend: [],
    draw: (room) => ({
      option: countChart(bars, [{ name: "leads", colour: ink.actual }], room),
      size: countSize(bars.length, room),
    }),
    table: table(
      "Leads by stage",
      [{ head: "stage" }, { head: "leads", number: true }],
      view.report.stages.stages.map(({ label, leads }) => [h("bdi", shownText(label)), countWords(leads)]),
    ),
  });
}

function wayFigure(view: View): Element {
  const { steps, stages } = view.report.stages;
  const labels = new Map(stages.map(({ stage, label }) => [stage, shownText(label, 28)]));
  const bars = steps.slice(0, mostBars).map((step) =>
    barOf({
      label: `${labels.get(step.from)} → ${labels.get(step.to)}`,
      came: step.came,
      of: step.of,
      agreed: null,
    }),
  );
  return conversionFigure(
    "funnel-ways",
    "From stage to stage",
    "The share of leads at a stage that have come to the next so far.",
    bars,
  );
}

function agreedFigure(funnel: ReportedFunnel, index: number): Element {
  const bars = funnel.steps
    .slice(0, mostBars)
    .map(({ from, to, came, of, agreed }) =>
      barOf({ label: `${shownText(from, 28)} → ${shownText(to, 28)}`, came, of, agreed }),
    );
  const plan =
    funnel.plan === null
      ? ""
      : ` The plan needs ${funnel.plan.needs.map(({ stage, leads }) => `${countWords(leads.ceil().valueOf())} ${shownText(stage, 28)}`).join(", ")} ${periodWords(funnel.plan.every)}.`;
  return conversionFigure(
    `funnel-${index + 1}`,
    [`Funnel `, declared(funnel.funnel)],
    `Conversion in the funnel ${shownName(funnel.funnel)} against the rates of the contract.${plan}`,
    bars,
  );
}

interface Conversion {
  readonly label: string;
  readonly came: number;
  readonly of: number;
  readonly agreed: Fraction | null;
}

type Bar = ConversionBar & Conversion & { readonly agreedWords: string };

function barOf(step: Conversion): Bar {
  const { came, of, agreed } = step;
  const ratio = of === 0 ? null : new Fraction(came, of);
  const agreedWords = agreed === null ? "–" : ratioWords(agreed);
  const share =
    ratio === null ? "no lead yet" : `${ratioWords(ratio)} (${countWords(came)} of ${countWords(of)})`;
  return {
    ...step,
    actualRate: ratio === null ? null : ratio.mul(100).valueOf(),
    agreedRate: agreed === null ? null : agreed.mul(100).valueOf(),
    below: ratio !== null && agreed !== null && ratio.compare(agreed) < 0,
    words: agreed === null ? share : `${share}, agreed ${agreedWords}`,
    agreedWords,
  };
}

function conversionFigure(
  id: string,
  heading: Parameters<typeof chartFigure>[0]["heading"],
  caption: string,
  bars: readonly Bar[],
): Element {
  const agreed = bars.some((bar) => bar.agreed !== null);
  return chartFigure({
    id,
    heading,
    title: caption.split(".")[0] ?? caption,
    caption,
    legend: agreed
      ? [
          { mark: "actual", words: "came through" },
          { mark: "bad", words: "below the agreed rate" },
          { mark: "agreed", words: "agreed rate" },
        ]
      : [],
    draw: (room) => ({ option: conversionChart(bars), size: conversionSize(bars.length, room) }),
    table: table(
      caption,
      [
        { head: "step" },
        { head: "came", number: true },
        { head: "of", number: true },
        { head: "rate", number: true },
        { head: "agreed", number: true },
      ],
      bars.map(({ label, came, of, agreedWords }) => [
        h("bdi", label),
        countWords(came),
        countWords(of),
        of === 0 ? "–" : ratioWords(new Fraction(came, of)),
        agreedWords,
      ]),
    ),
  });
}
