import type { Colours } from "../terminal/colours.ts";
import { counted } from "../terminal/counted.ts";
import { displayWidth } from "../terminal/layout.ts";
import type { RunTally } from "./run-tally.ts";

/** The counts of a run: leads by stage, clocks by status, violations by party, and what could not be judged. */
export function summaryText(tally: RunTally, unreadable: number, colours: Colours): string {
  const total = counted(tally.violations, "violation");
  const lines = [
    `${counted(tally.leads, "lead")}, ${tally.violations === 0 ? colours.green("no violations") : colours.red(total)}`,
    ...section("leads by stage", tally.stages, colours),
    ...section("clocks by status", tally.statuses, colours),
    ...section("violations by party", tally.violationsByParty, colours),
  ];
  const aside = [
    ...(tally.invalid > 0 ? [`${counted(tally.invalid, "lead")} with an invalid record`] : []),
    ...(unreadable > 0 ? [`${counted(unreadable, "row")} that could not be taken apart`] : []),
  ];
  if (aside.length > 0) lines.push("", colours.yellow(`not judged: ${aside.join(", ")}`));
  return `${lines.join("\n")}\n`;
}

function section(title: string, counts: ReadonlyMap<string, number>, colours: Colours): string[] {
  if (counts.size === 0) return [];
  const widest = Math.max(...[...counts.keys()].map(displayWidth));
  const rows = [...counts].toSorted(([, a], [, b]) => b - a);
  return ["", colours.bold(title), ...rows.map(([name, count]) => row(name, count, widest))];
}

function row(name: string, count: number, widest: number): string {
  return `  ${name}${" ".repeat(widest - displayWidth(name))}  ${count.toLocaleString("en-US")}`;
}
