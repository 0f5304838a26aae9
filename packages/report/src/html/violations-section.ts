import { h } from "hastscript";
import { countChart, countSize } from "../charts/count-chart.ts";
import { ink } from "../charts/look.ts";
import { isOverManyLeads, type ReportedClause } from "../collect/clause-book.ts";
import { missed, mostViolations, type OwnerTally, type Violation } from "../collect/violation-book.ts";
import { countWords, shareWords } from "../words/amount.ts";
import { pastWords } from "../words/length-words.ts";
import { shownName, shownText } from "../words/shown-text.ts";
import type { View } from "../words/view.ts";
import { declared, named, nothing, section } from "./elements.ts";
import { chartFigure } from "./figure.ts";
import { limitsBlock } from "./limits-block.ts";
import { type Cell, table } from "./table.ts";
import type { Element, ElementContent } from "./tree.ts";

/** Violations by party, clause and owner, and the worst ones with their ids. */
export function violationsSection(view: View): Element {
  const { violations, clauses, limits } = view.report;
  const { total } = violations;
  const count = missed(total);
  if (count === 0) {
    const words =
      total.met === 0
        ? "No promise to a lead has come due yet."
        : "None: every promise to a lead that came due was kept.";
    return section("violations", "Violations", "", [nothing(words), ...limitsBlock(view)]);
  }
  const settled = total.met + count;
  const lead = `${countWords(count)} of ${countWords(settled)} promises that came due were missed (${shareWords(count, settled)}): ${countWords(total.late)} done late, ${countWords(total.breached)} not done at all.`;
  return section("violations", "Violations", lead, [
    h("div.figures", [clauseFigure(view, clauses), ownerFigure(view)]),
    h("h3", "The furthest past their deadlines"),
    worstTable(view, violations.worst, count),
    ...(limits.length === 0 ? [] : limitsBlock(view)),
  ]);
}

const parts = [
  { name: "late", colour: ink.bad },
  { name: "not done", colour: ink.worse },
];
const legend = [
  { mark: "bad", words: "done late" },
  { mark: "worse", words: "not done" },
] as const;

function clauseFigure(view: View, clauses: readonly ReportedClause[]): Element {
  const rows = clauses
    .filter((clause) => !isOverManyLeads(clause))
    .map(({ name, party, statuses }) => ({
      name,
      party: view.party(party),
      met: statuses.met ?? 0,
      late: statuses.late ?? 0,
      breached: statuses.breached ?? 0,
    }))
    .filter((row) => missed(row) > 0)
    .toSorted((a, b) => missed(b) - missed(a));
  const bars = rows.slice(0, 12).map(({ name, late, breached }) => ({
    label: shownName(name, 40),
    parts: [late, breached],
  }));
  return chartFigure({
    id: "violations-clauses",
    heading: "By clause and party",
    title: "Violations by clause and party",
    caption: [...view.report.violations.byParty]
      .map(
        ([party, tally]) =>
          `${shownText(view.party(party))}: ${countWords(missed(tally))} of ${countWords(tally.met + missed(tally))} missed`,
      )
      .join("; ")
      .concat("."),
    legend,
    draw: (room) => ({ option: countChart(bars, parts, room), size: countSize(bars.length, room) }),
    table: table(
      "Violations by clause and party",
      [{ head: "clause" }, { head: "party" }, ...tallyColumns],
      rows.map((row) => [declared(row.name), named(row.party), ...tallyCells(row)]),
    ),
  });
}

function ownerFigure(view: View): Element {
  const { byOwner, furtherOwners } = view.report.violations;
  const bars = byOwner.map(({ owner, late, breached }) => ({
    label: owner ?? "no owner",
    parts: [late, breached],
  }));
  const further: readonly (readonly Cell[])[] =
    furtherOwners === null
      ? []
      : [[`${countWords(furtherOwners.owners)} more owners`, ...tallyCells(furtherOwners)]];
  return chartFigure({
    id: "violations-owners",
    heading: "By owner",
    title: "Violations by owner of the lead",
    caption: `Whoever held the lead when the clock ran.${furtherOwners === null ? "" : ` ${countWords(furtherOwners.owners)} more owners have ${countWords(missed(furtherOwners))} together.`}`,
    legend,
    draw: (room) => ({ option: countChart(bars, parts, room), size: countSize(bars.length, room) }),
    table: table(
      "Violations by owner",
      [{ head: "owner" }, ...tallyColumns],
      [...byOwner.map((row) => [ownerName(row), ...tallyCells(row)]), ...further],
    ),
  });
}

const tallyColumns = [
  { head: "late", number: true },
  { head: "not done", number: true },
  { head: "kept", number: true },
  { head: "missed", number: true },
];

function tallyCells(tally: Pick<OwnerTally, "met" | "late" | "breached">): readonly string[] {
  const { met, late, breached } = tally;
  return [
    countWords(late),
    countWords(breached),
    countWords(met),
    shareWords(missed(tally), met + missed(tally)),
  ];
}

function ownerName({ owner }: { readonly owner: string | null }): ElementContent {
  return owner === null ? h("i", "no owner") : named(owner);
}

function worstTable(view: View, worst: readonly Violation[], count: number): Element {
  const label =
    count > mostViolations
      ? `The worst ${mostViolations} of ${countWords(count)} violations`
      : "All violations";
  return h("div", [
    h("p.lead", `${label}.`),
    table(
      label,
      [
        { head: "lead" },
        { head: "clause" },
        { head: "owner" },
        { head: "due" },
        { head: "done" },
        { head: "past due by" },
      ],
      worst.map((violation) => [
        violation.lead === null ? h("i", "the agreement") : named(violation.lead),
        declared(violation.commitment),
        ownerName(violation),
        view.time(violation.due),
        violation.done === null ? "not done" : view.time(violation.done),
        pastWords(violation.overshoot),
      ]),
    ),
  ]);
}
