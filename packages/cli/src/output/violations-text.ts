import type { Zone } from "@entente/ir";
import Table from "cli-table3";
import type { Colours } from "../terminal/colours.ts";
import { displayWidth, wrap } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import { actionWords } from "./action-words.ts";
import { humanOvershoot } from "./human-duration.ts";
import { humanTime } from "./human-time.ts";
import type { Violation } from "./worst-violations.ts";

const head = ["lead", "clause", "party", "owner", "due", "past due by", "what follows"] as const;
/** The longest cell before it is wrapped, in columns of the terminal. */
const widestCell = 48;

/** No line between rows: each is one line high. */
const unruled = { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" };

export interface ViolationsStyle {
  readonly zone: Pick<Zone, "toLocal">;
  readonly columns: number;
  readonly colours: Colours;
}

/** Violations as a table; where the terminal is too narrow for it, as one block each. Empty where there are none. */
export function violationsText(violations: readonly Violation[], style: ViolationsStyle): string {
  if (violations.length === 0) return "";
  const rows = violations.map((violation) => cellsOf(violation, style.zone));
  const wrapped = rows.map((cells) => cells.map((cell) => wrap(cell, widestCell).join("\n")));
  const filled = [head, ...wrapped].map((cells) =>
    cells.filter((_, column) => rows.some((row) => row[column] !== "")),
  );
  return tableWidth(filled) <= style.columns ? asTable(filled, style.colours) : asBlocks(rows, style);
}

function cellsOf({ lead, clock, clause }: Violation, zone: ViolationsStyle["zone"]): string[] {
  const latest = clock.steps.at(-1);
  const overshoot = clock.overshoot === null ? "" : humanOvershoot(clock.overshoot);
  return [
    lead,
    clause,
    clock.party,
    clock.owner ?? "",
    clock.due === null ? "" : humanTime(zone, clock.due),
    clock.status === "late" ? `${overshoot} (done late)` : overshoot,
    latest === undefined ? "" : latest.actions.map(actionWords).join("; "),
  ].map((text) => printable(text).replace(/[\n\t]/g, " "));
}

/** The width of rows of equal length, the header first. */
function tableWidth(rows: readonly (readonly string[])[]): number {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.flatMap((row) => (row[column] ?? "").split("\n").map(displayWidth))),
  );
  return (widths ?? []).reduce((sum, width) => sum + width + 3, 1);
}

function asTable([names = [], ...rows]: readonly string[][], colours: Colours): string {
  const table = new Table({
    head: names.map((name) => colours.bold(name)),
    style: { head: [], border: [] },
    chars: rows.some((row) => row.some((cell) => cell.includes("\n"))) ? {} : unruled,
  });
  table.push(...rows.map(([lead = "", clause = "", ...rest]) => [lead, colours.red(clause), ...rest]));
  return `${table.toString()}\n`;
}

function asBlocks(rows: readonly string[][], { columns, colours }: ViolationsStyle): string {
  const label = Math.max(...head.map(displayWidth)) + 2;
  const indent = " ".repeat(label);
  const blocks = rows.map((cells) =>
    head
      .flatMap((name, column) => {
        const cell = cells[column] ?? "";
        if (cell === "") return [];
        const lines = wrap(cell, Math.max(10, columns - label));
        return [`${colours.bold(name)}${" ".repeat(label - name.length)}${lines.join(`\n${indent}`)}`];
      })
      .join("\n"),
  );
  return `${blocks.join("\n\n")}\n`;
}
