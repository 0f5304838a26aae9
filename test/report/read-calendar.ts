import { DateTime } from "luxon";

/** A `VEVENT` with its lines, unfolded. */
export interface CalendarEntry {
  readonly uid: string;
  readonly summary: string;
  readonly lines: readonly string[];
}

/** The lines of an iCalendar text, long ones put together again (RFC 5545, section 3.1). */
export function unfolded(text: string): readonly string[] {
  return text.replace(/\r\n[ \t]/g, "").split("\r\n");
}

export function entriesOf(text: string): readonly CalendarEntry[] {
  const entries: CalendarEntry[] = [];
  let lines: string[] | null = null;
  for (const line of unfolded(text)) {
    if (line === "BEGIN:VEVENT") lines = [];
    else if (line === "END:VEVENT" && lines !== null) {
      entries.push({ uid: lineOf(lines, "UID"), summary: lineOf(lines, "SUMMARY"), lines });
      lines = null;
    } else lines?.push(line);
  }
  return entries;
}

/** The local starts of an entry, its weekly rule carried out: `YYYY-MM-DDTHH:mm`, or the date where it lasts all day. */
export function startsOf({ lines }: CalendarEntry): readonly string[] {
  const day = lineOf(lines, "DTSTART;VALUE=DATE");
  const first = day === "" ? lineOf(lines, "DTSTART") : day;
  const start = DateTime.fromISO(first, { zone: "utc" });
  const format = (date: DateTime): string => date.toFormat(day === "" ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd");
  const rule = new Map(
    lineOf(lines, "RRULE")
      .split(";")
      .map((part) => part.split("=") as [string, string]),
  );
  if (rule.get("FREQ") !== "WEEKLY") return [format(start)];
  const zone = /TZID=([^:]*)/.exec(lines.find((line) => line.startsWith("DTSTART")) ?? "")?.[1] ?? "utc";
  const until = DateTime.fromISO(rule.get("UNTIL") ?? "", { zone: "utc" })
    .setZone(zone)
    .setZone("utc", { keepLocalTime: true });
  const except = new Set(
    lineOf(lines, "EXDATE")
      .split(",")
      .map((each) => format(DateTime.fromISO(each, { zone: "utc" }))),
  );
  const names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
  const days = (rule.get("BYDAY") ?? "").split(",").map((name) => names.indexOf(name) + 1);
  const weeks = Number(rule.get("INTERVAL") ?? 1);
  const found: string[] = [];
  for (let date = start; date <= until; date = date.plus({ days: 1 })) {
    const week = date.startOf("week").diff(start.startOf("week"), "weeks").weeks;
    if (days.includes(date.weekday) && week % weeks === 0 && !except.has(format(date)))
      found.push(format(date));
  }
  return found;
}

/** The value of the first line with a name; a name with its parameters is looked for as it is. */
function lineOf(lines: readonly string[], name: string): string {
  const line = lines.find(
    (each) => each.startsWith(`${name}:`) || (!name.includes(";") && each.startsWith(`${name};`)),
  );
  return line === undefined ? "" : line.slice(line.indexOf(":") + 1);
}
