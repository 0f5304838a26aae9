import { type EventRow, eventColumns, type LeadRow, leadColumns } from "./lead-history.ts";
import { parseSituations } from "./parse-situations.ts";
import { createRandom, type Random } from "./random.ts";
import { simulateYear } from "./simulate-year.ts";

const seed = 2020;

/** The text of the two files. */
export interface DataFiles {
  readonly "leads.csv": string;
  readonly "events.csv": string;
}

/** Writes the year: what was simulated, and among it the situations of situations.txt. */
export function exportData(situationsText: string): DataFiles {
  const random = createRandom(seed);
  const situations = parseSituations(situationsText);
  const leads = [...simulateYear(random), ...situations.flatMap((situation) => situation.leads)];
  const leadLines = leads
    .map(({ row }) => row)
    .toSorted((a, b) => Date.parse(a.created) - Date.parse(b.created))
    .map((row) => leadColumns.map((column: keyof LeadRow) => row[column]).join(","));
  const events = leads.flatMap((lead) =>
    lead.events.flatMap(({ row, copies, late }) => Array.from({ length: copies }, () => ({ row, late }))),
  );
  const inTime = events
    .filter(({ late }) => !late)
    .map(({ row }) => row)
    .toSorted(byInstant);
  const late = events
    .filter((event) => event.late)
    .map(({ row }) => row)
    .toSorted(byInstant)
    .reverse();
  const rawLeads = situations.flatMap((situation) => situation.rawLeads);
  const rawEvents = situations.flatMap((situation) => situation.rawEvents);
  return {
    "leads.csv": fileOf(leadColumns, strewn(random, leadLines, rawLeads)),
    "events.csv": fileOf(eventColumns, [
      ...strewn(random, inTime.map(eventLine), rawEvents),
      ...late.map(eventLine),
    ]),
  };
}

function byInstant(a: EventRow, b: EventRow): number {
  return Date.parse(a.at) - Date.parse(b.at);
}

function eventLine(row: EventRow): string {
  return eventColumns.map((column) => row[column]).join(",");
}

/** Puts the rows somewhere among the lines. */
function strewn(random: Random, lines: readonly string[], rows: readonly string[]): readonly string[] {
  return rows.reduce((all, row) => all.toSpliced(random.between(0, all.length), 0, row), [...lines]);
}

function fileOf(columns: readonly string[], lines: readonly string[]): string {
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}
