import type { Attainment } from "@entente/engine";
import type { Policy, Zone } from "@entente/ir";
import Table from "cli-table3";
import type { Colours } from "../terminal/colours.ts";
import { counted } from "../terminal/counted.ts";
import { displayWidth, wrap } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import { attainNotes, type NoteSection } from "./attain-notes.ts";
import { ATTAIN_HEAD, type AttainRow, attainRows } from "./attain-rows.ts";

/** How `sla attain` looks on a terminal. */
export interface AttainStyle {
  readonly zone: Zone;
  readonly columns: number;
  readonly colours: Colours;
}

/** Where the goals stand and what follows, for a person at a terminal. */
export function attainText(policy: Policy, attainment: Attainment, style: AttainStyle): string {
  const rows = attainRows(policy, style.zone, attainment);
  const { counted: leads, invalid } = attainment.leads;
  const aside = invalid === 0 ? "" : `, ${counted(invalid, "invalid record")} left out`;
  return [
    rows.length === 0 ? `${noGoals(attainment)}\n` : overview(rows, style),
    `${counted(leads, "lead")}${aside}\n`,
    ...attainNotes(policy, style.zone, attainment).map((section) => sectionText(section, style)),
  ].join("");
}

function noGoals({ goals }: Attainment): string {
  return goals.length === 0 ? "the contract has no goals" : "no window of a goal has begun";
}

function overview(rows: readonly AttainRow[], style: AttainStyle): string {
  const used = ATTAIN_HEAD.map((_, column) => rows.some(({ cells }) => cells[column] !== ""));
  const shown = rows.map(({ cells, standing }) => ({ standing, cells: cells.map(inOneLine) }));
  const width = ATTAIN_HEAD.reduce((sum, name, column) => {
    const widest = Math.max(...[name, ...shown.map(({ cells }) => cells[column] ?? "")].map(displayWidth));
    return used[column] ? sum + widest + 3 : sum;
  }, 1);
  return width <= style.columns ? asTable(shown, used, style.colours) : asBlocks(shown, style);
}

const inOneLine = (text: string): string => printable(text).replace(/[\n\t]/g, " ");

function asTable(rows: readonly AttainRow[], used: readonly boolean[], colours: Colours): string {
  const keep = <T>(cells: readonly T[]): T[] => cells.filter((_, column) => used[column]);
  const table = new Table({
    head: keep(ATTAIN_HEAD.map((name) => colours.bold(name))),
    style: { head: [], border: [] },
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
  });
  for (const row of rows) table.push(keep(coloured(row, colours)));
  return `${table.toString()}\n`;
}

function coloured({ cells, standing }: AttainRow, colours: Colours): string[] {
  const colour = { good: colours.green, bad: colours.red, open: (text: string) => text }[standing];
  return cells.map((cell, column) => (ATTAIN_HEAD[column] === "status" ? colour(cell) : cell));
}

function asBlocks(rows: readonly AttainRow[], { columns, colours }: AttainStyle): string {
  const label = Math.max(...ATTAIN_HEAD.map((name) => name.length)) + 2;
  const indent = " ".repeat(label);
  const blocks = rows.map((row) => {
    const cells = coloured(row, colours);
    return ATTAIN_HEAD.flatMap((name, column) => {
      const plainCell = row.cells[column] ?? "";
      if (plainCell === "") return [];
      const lines =
        name === "status" ? [cells[column] ?? ""] : wrap(plainCell, Math.max(10, columns - label));
      return [`${colours.bold(name)}${" ".repeat(label - name.length)}${lines.join(`\n${indent}`)}`];
    }).join("\n");
  });
  return `${blocks.join("\n\n")}\n\n`;
}

function sectionText({ title, notes }: NoteSection, { colours, columns }: AttainStyle): string {
  const indented = (text: string, by: number): string[] =>
    wrap(inOneLine(text), Math.max(20, columns - by)).map(
      (line, index) => `${" ".repeat(index === 0 ? by : by + 2)}${line}`,
    );
  const lines = notes.flatMap(({ text, details }) => [
    ...indented(text, 2),
    ...details.flatMap((detail) => indented(detail, 4)),
  ]);
  return `\n${colours.bold(title)}\n${lines.join("\n")}\n`;
}
