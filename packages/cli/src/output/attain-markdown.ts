import type { Attainment } from "@entente/engine";
import type { Policy, Zone } from "@entente/ir";
import { markdownTable } from "markdown-table";
import { counted } from "../terminal/counted.ts";
import { printable } from "../terminal/printable.ts";
import { attainNotes } from "./attain-notes.ts";
import { ATTAIN_HEAD, attainRows } from "./attain-rows.ts";
import { humanTime } from "./human-time.ts";

/** Where the goals stand as Markdown, for a page, a chat or a pull request. Texts of contract and data are escaped. */
export function attainMarkdown(policy: Policy, attainment: Attainment, zone: Zone): string {
  const rows = attainRows(policy, zone, attainment).map(({ cells }) => cells);
  const used = ATTAIN_HEAD.map((_, column) => rows.some((cells) => cells[column] !== ""));
  const keep = (cells: readonly string[]): string[] => cells.filter((_, column) => used[column]).map(escaped);
  const parts = [
    `## ${escaped(policy.agreement.title)}`,
    escaped(
      `${counted(attainment.leads.counted, "lead")}, as of ${humanTime(zone, attainment.at)} ${policy.agreement.timeZone}`,
    ),
    ...(rows.length === 0 ? [] : [markdownTable([keep(ATTAIN_HEAD), ...rows.map(keep)])]),
    ...attainNotes(policy, zone, attainment).flatMap(({ title, notes }) => [
      `### ${escaped(title)}`,
      notes
        .flatMap(({ text, details }) => [
          `- ${escaped(text)}`,
          ...details.map((line) => `  - ${escaped(line)}`),
        ])
        .join("\n"),
    ]),
  ];
  return printable(`${parts.join("\n\n")}\n`);
}

/** Text that Markdown takes as it is, on one line. */
function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|#&~!]/g, "\\$&");
}
