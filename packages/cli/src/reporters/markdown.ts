import { markdownTable } from "markdown-table";
import { counted } from "../terminal/counted.ts";
import type { CiFinding, CiReport } from "./ci-findings.ts";
import { LONGEST_COMMENT, markdownCode, markdownText } from "./markdown-text.ts";

/**
 * The findings as Markdown for a comment on a pull request or the summary of a workflow: a heading, the line that sums
 * up, and a table. What would make it longer than a comment may be is left out and counted.
 */
export function markdownReport({ command, summary, groups, notes }: CiReport): string {
  const rows = groups.flatMap((group) => group.findings).map(row);
  const head = `### sla ${command}\n\n${markdownText(summary)}\n`;
  const foot = notes.map((note) => `\n${markdownText(note)}\n`).join("");
  const shown = fitting(rows, LONGEST_COMMENT - head.length - foot.length);
  if (shown.length === 0 && rows.length === 0) return head + foot;
  const table = markdownTable([["", "where", "what", "what to do, or why"], ...shown], {
    alignDelimiters: false,
  });
  const left = rows.length - shown.length;
  const more = left === 0 ? "" : `\nand ${counted(left, "finding")} more, which \`sla ${command}\` tells\n`;
  return `${head}\n${table}\n${more}${foot}`;
}

type Row = readonly [level: string, where: string, what: string, help: string];

function row({ level, id, message, help, region }: CiFinding): string[] {
  const cells: Row = [
    `**${level}**`,
    markdownCode(`${region.file}:${region.line}`),
    `${markdownText(message)} <br>${markdownCode(id)}`,
    help === null ? "" : markdownText(help),
  ];
  return [...cells];
}

/** As many rows from the beginning as have room. */
function fitting(rows: readonly string[][], room: number): string[][] {
  const around = 200;
  let used = around;
  const count = rows.findIndex((cells) => {
    used += cells.join(" | ").length + 6;
    return used > room;
  });
  return rows.slice(0, count === -1 ? rows.length : count);
}
