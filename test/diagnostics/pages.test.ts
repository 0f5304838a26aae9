import { join } from "node:path";
import { type AnalysisId, analysisIds, analysisSeverity, promiseIds } from "@entente/analysis";
import { certainFix, diagnosticIds } from "@entente/dsl";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../packages/dsl/src/diagnostics/catalogue.ts";
import { rules } from "../../packages/dsl/src/lint/rules.ts";
import { allPages, findingsIn, PAGES, type Page } from "./page.ts";

const pages = allPages();
const named = pages.map((page) => [page.id, page] as const);

describe("the pages on findings", () => {
  it("are one for each id, and none besides", () => {
    expect(pages.map(({ id }) => id)).toEqual([...diagnosticIds, ...analysisIds, ...promiseIds].toSorted());
  });

  it.each(named)("%s has the headings of every page", (id, { headings }) => {
    expect(headings).toEqual([`# ${id}`, "## What", "## Why", "## Wrong", "## Right"]);
  });

  it.each(named)("%s: what is wrong gives exactly that finding", (id, { wrong }) => {
    expect(findingsIn(id, wrong).map((found) => found.id)).toEqual([id]);
  });

  it.each(named)("%s: what is right gives none", (id, { right }) => {
    expect(findingsIn(id, right)).toEqual([]);
  });
});

describe("what is proved", () => {
  it.each(analysisIds)("%s is as grave as its list says", (id) => {
    const wrong = pages.find((page) => page.id === id)?.wrong ?? new Map();
    expect(findingsIn(id, wrong).map(({ severity }) => severity)).toEqual([analysisSeverity[id]]);
  });
});

describe("the index of the pages", () => {
  it("lists every finding (update with `vitest run test/diagnostics --update`)", async () => {
    await expect(indexOf(pages)).toMatchFileSnapshot(join(PAGES, "README.md"));
  });
});

const PHASES: readonly (readonly [phase: string, about: string])[] = [
  ["syntax", "Mistakes of writing."],
  ["resolve", "Names that stand for nothing, or for two things."],
  ["check", "What is declared but cannot be meant."],
  ["lower", "What only turns up against data from outside."],
  [
    "lint",
    "What can be judged, but says less than its parties think. A file `sla.config.json` beside the contract sets levels.",
  ],
  [
    "analysis",
    "What is proved of a contract without errors, over all leads. [What is proved of a contract](../language/analysis.md) says how.",
  ],
  ["history", "How versions of one agreement follow each other."],
  [
    "promise",
    "Sums that do not add up, before anyone signs: goals, capacity, cadences and rates against the quota.",
  ],
];

function indexOf(all: readonly Page[]): string {
  const sections = PHASES.map(([phase, about]) => {
    const own = all.filter(({ id }) => id.startsWith(`${phase}/`));
    const rows = own.map(
      (page) => `| [${page.id}](${page.id}.md) | ${levelOf(page)} | ${firstSentence(page)} |`,
    );
    return [`## ${phase}`, "", about, "", "| finding | level | what |", "|---|---|---|", ...rows, ""].join(
      "\n",
    );
  });
  return [
    "# Findings",
    "",
    "Every finding about a contract has an id that never changes, and a page: what it is, why it matters, a contract that is",
    "wrong, and the same one mended. `sla check --explain ID` prints a page. A test runs every example.",
    "*mended* marks findings whose example `sla check --fix` mends; others of the same id may leave a choice to a person.",
    "",
    ...sections,
  ].join("\n");
}

function levelOf({ id, wrong }: Page): string {
  const isOff = rules.some((rule) => `lint/${rule.name}` === id && !rule.isOn);
  const severity = catalogue[id]?.severity ?? analysisSeverity[id as AnalysisId] ?? "warning";
  const level = isOff ? "off" : severity;
  const isMended = findingsIn(id, wrong).some((found) => certainFix(found) !== null);
  return isMended ? `${level}, mended` : `${level}`;
}

function firstSentence({ what }: Page): string {
  return /^.*?[.:](?=\s|$)/.exec(what)?.[0].replace(/:$/, ".").replaceAll("|", "\\|") ?? what;
}
