/**
 * Writes docs/funnel-cases.md: worked funnel sums that others published, done again by the engine. Run it from anywhere:
 * `node scripts/funnel-cases.ts`.
 */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { countWords } from "@entente/engine";
import { type Figure, figures } from "./funnel-figures.ts";

export const PAGE = join(dirname(fileURLToPath(import.meta.url)), "..", "docs", "funnel-cases.md");

/** Whether a published figure is right to the digit that it shows, thousands at the coarsest; a need must be rounded up. */
export function reproduces({ ours, published, needed }: Figure): boolean {
  if (needed) return ours.ceil().equals(published);
  const decimals = published.split(".")[1]?.length ?? 0;
  const zeros = decimals > 0 ? 0 : Math.min(3, /0*$/.exec(published)?.[0].length ?? 0);
  const inUnits = ours.div(10 ** zeros);
  return inUnits
    .round(decimals)
    .mul(10 ** zeros)
    .equals(published);
}

export function page(all: readonly Figure[]): string {
  const right = all.filter(reproduces);
  const wrong = all.filter((figure) => !reproduces(figure));
  const row = (figure: Figure): string =>
    `| ${figure.id}, ${figure.source} | ${figure.what} | \`${figure.sum}\` | ${countWords(figure.ours, 4)} | ${shown(figure)} |`;
  const table = (rows: readonly Figure[]): string[] => [
    "| case | figure | sum | ours | published |",
    "| --- | --- | --- | ---: | ---: |",
    ...rows.map(row),
  ];
  return [
    "# Published funnel sums, done again",
    "",
    "Written by `node scripts/funnel-cases.ts`; a test does every sum anew. The figures are facts of their sources. Every sum is",
    "written in the language and done by the engine in exact arithmetic.",
    "",
    "A number of leads or customers that is *needed* has to be rounded up: one less does not carry the quota. Any other figure",
    "has to be right to the digit that it shows, thousands at the coarsest.",
    "",
    `## ${right.length} figures come out as published`,
    "",
    ...table(right),
    "",
    `## ${wrong.length} figures do not`,
    "",
    ...table(wrong),
    "",
  ].join("\n");
}

function shown({ published }: Figure): string {
  const [whole = "", fraction] = published.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, page(figures()));
