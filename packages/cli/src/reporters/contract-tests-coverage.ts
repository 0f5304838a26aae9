import type { Colours } from "../terminal/colours.ts";
import { listed } from "../terminal/counted.ts";
import { displayWidth } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import { type Coverage, placeOf, type TestedContract } from "./contract-tests.ts";

type Item = Coverage["items"][number];
type Count = Coverage["all"];

const nouns = {
  clause: "clauses",
  case: "cases",
  branch: "branches",
  boundary: "boundaries",
  status: "statuses",
};
const longest = 100;

/** Of each contract whose coverage was measured, how much its tests exercise, and everything that they do not. */
export function prettyCoverage(contracts: readonly TestedContract[], colours: Colours): string {
  return contracts
    .flatMap(({ file, coverage }) =>
      coverage === null || coverage.all.total === 0 ? [] : [`\n${ofContract(file, coverage, colours)}\n`],
    )
    .join("");
}

function ofContract(file: string, coverage: Coverage, colours: Colours): string {
  const { kinds, all, items, beyond } = coverage;
  const rows: (readonly [string, Count])[] = [
    [nouns.clause, kinds.clause],
    [nouns.case, kinds.case],
    [nouns.branch, kinds.branch],
    [nouns.boundary, kinds.boundary],
    [nouns.status, kinds.status],
    ["in all", all],
  ];
  const gaps = items.filter(({ covered }) => !covered);
  return [
    colours.bold(`coverage of ${printable(file)}`),
    ...rows.map(([name, count]) => `  ${name.padEnd(10)}  ${countText(count)}`),
    ...(gaps.length === 0 ? [] : ["", "not exercised by any test", ...gapLines(gaps, colours)]),
    ...(beyond.length === 0
      ? []
      : ["", `beyond tests of one lead: ${listed(beyond.map(({ of }) => printable(of)))}`]),
  ].join("\n");
}

function countText({ covered, total, percent }: Count): string {
  const share = percent === null ? "" : `${percent}%`;
  return `${String(covered).padStart(4)} of ${String(total).padEnd(4)} ${share.padStart(6)}`.trimEnd();
}

function gapLines(gaps: readonly Item[], colours: Colours): readonly string[] {
  const parts = new Map<string, Item[]>();
  for (const item of gaps) {
    const key = `${placeOf(item.span)} ${item.of} ${item.text}`;
    parts.set(key, [...(parts.get(key) ?? []), item]);
  }
  return [...parts.values()].flatMap((items) => {
    const [first] = items;
    if (first === undefined) return [];
    const place = colours.dim(placeOf(first.span));
    return [`  ${place}  ${printable(first.of)}: ${shortened(first.text)}`, ...gapWords(items)];
  });
}

/** Both sides of a condition, and the statuses of a promise, are told in one line. */
function gapWords(items: readonly Item[]): readonly string[] {
  const sides = (kind: Item["kind"]): readonly string[] =>
    items.filter((item) => item.kind === kind).map(({ side }) => side);
  const branches = sides("branch");
  const statuses = sides("status");
  const others = items.filter(({ kind }) => kind !== "branch" && kind !== "status").map(({ gap }) => gap);
  return [
    ...others,
    ...(branches.length === 0 ? [] : [`was never ${listed(branches, "or")} where it decides`]),
    ...(statuses.length === 0 ? [] : [`was never ${listed(statuses, "or")}`]),
  ].map((words) => `    ${printable(words)}`);
}

function shortened(text: string): string {
  const shown = printable(text);
  return displayWidth(shown) <= longest ? shown : `${[...shown].slice(0, longest - 1).join("")}…`;
}
