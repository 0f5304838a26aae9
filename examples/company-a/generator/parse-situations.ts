import { eventRow } from "./event-row.ts";
import { contactDetails, type EventRow, type Happening, type LeadRow } from "./lead-history.ts";
import { isoOf, type Wall, wallOf } from "./office-time.ts";

/** A situation of situations.txt, as its head describes the notation. */
export interface Situation {
  readonly title: string;
  /** The statuses of first_contact in the order of the notifications, or what becomes of the rows. */
  readonly statuses: readonly string[];
  /** The stage the leads end at; null where they reach none. */
  readonly stage: string | null;
  readonly leads: readonly SituationLead[];
  /** Rows that are written into the files as they stand. */
  readonly rawLeads: readonly string[];
  readonly rawEvents: readonly string[];
}

export interface SituationLead {
  readonly row: LeadRow;
  readonly events: readonly PlacedEvent[];
}

export interface PlacedEvent {
  readonly row: EventRow;
  readonly copies: number;
  /** Whether the row comes at the end of the file instead of in the order of time. */
  readonly late: boolean;
}

export function parseSituations(text: string): readonly Situation[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((block) => parseSituation(block.trim().split("\n")));
}

function parseSituation([heading = "", ...lines]: readonly string[]): Situation {
  const [title = "", verdict = ""] = heading.split(" = ");
  const [statuses = "", stage = null] = verdict.split(", stage ");
  const raw = (file: string) =>
    lines.filter((line) => line.startsWith(file)).map((line) => line.slice(file.length));
  const isLead = (line: string) => line !== "" && !/^(leads|events)\.csv: /.test(line);
  return {
    title,
    statuses: statuses.split(" "),
    stage,
    leads: lines.filter(isLead).map(parseLead),
    rawLeads: raw("leads.csv: "),
    rawEvents: raw("events.csv: "),
  };
}

function parseLead(line: string): SituationLead {
  const [head = "", ...rest] = line.split(" | ");
  const [id = "", source = "", wants = "", owner = "", date = "", time = "", ...without] = head.split(" ");
  const created = clock(date, time);
  const details = contactDetails(9000 + Number(id.slice(2)));
  const blank = (field: keyof typeof details) => (without.includes(field) ? "" : details[field]);
  const row = {
    id,
    email: blank("email"),
    company: blank("company"),
    phone: blank("phone"),
    source,
    wants_contact: wants,
    owner: owner === "-" ? "" : owner,
    created: isoOf(created.at, created.offset),
  };
  return { row, events: parseEvents(id, date, rest) };
}

function parseEvents(lead: string, created: string, texts: readonly string[]): readonly PlacedEvent[] {
  let date = created;
  return texts.map((text) => {
    const written = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
    date = written ?? date;
    return parseEvent(lead, date, written === undefined ? text : text.slice(written.length + 1));
  });
}

const eventSyntax =
  /^(?<time>\S+) (?<event>\w+)(?: (?!to |twice|late row)(?<detail>\S+))?(?: to (?<owner>\S+))?(?<twice> twice)?(?<late> late row)?$/;

function parseEvent(lead: string, date: string, text: string): PlacedEvent {
  const parts = eventSyntax.exec(text)?.groups;
  if (parts === undefined) throw new SyntaxError(`${lead}: cannot read "${text}"`);
  const happening = {
    ...clock(date, parts.time ?? ""),
    event: parts.event as Happening["event"],
    detail: parts.detail ?? "",
    owner: parts.owner ?? "",
  };
  return {
    row: eventRow(lead, happening),
    copies: parts.twice === undefined ? 1 : 2,
    late: parts.late !== undefined,
  };
}

/** `01:30-04:00` says which of two equal times is meant. */
function clock(date: string, time: string): { readonly at: Wall; readonly offset?: string } {
  const [, wall = "", offset] = /^([\d:]+)([+-]\d\d:\d\d)?$/.exec(time) ?? [];
  const at = wallOf(`${date} ${wall}`);
  return offset === undefined ? { at } : { at, offset };
}
