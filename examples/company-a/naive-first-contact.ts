/**
 * A second, slow way to the verdicts on first_contact, with nothing of the engine in it: the clock of the office
 * is read minute by minute from the platform, and the rows are taken apart by hand.
 */
const minute = 60_000;
const clock = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/New_York",
  weekday: "short",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  hourCycle: "h23",
});

/** The federal holidays of 2020, as the Office of Personnel Management lists them. */
const federalHolidays = new Set([
  "2020-01-01",
  "2020-01-20",
  "2020-02-17",
  "2020-05-25",
  "2020-07-03",
  "2020-09-07",
  "2020-10-12",
  "2020-11-11",
  "2020-11-26",
  "2020-12-25",
]);

const openMinutes = new Map<number, boolean>();

/** Whether the office is open in the minute of the wall clock that holds the instant. */
export function isOpen(at: number): boolean {
  const key = Math.floor(at / minute);
  const known = openMinutes.get(key);
  if (known !== undefined) return known;
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const date = `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
  const hour = Number(parts.get("hour"));
  const weekend = ["Sat", "Sun"].includes(parts.get("weekday") ?? "");
  const open = !weekend && !federalHolidays.has(date) && hour >= 9 && hour < 17;
  openMinutes.set(key, open);
  return open;
}

/** One open hour after an instant, found by walking there. */
export function hourAfter(start: number): number {
  let left = 60 * minute;
  for (let at = start; ; ) {
    const step = minute - (at % minute);
    if (isOpen(at)) {
      if (left <= step) return at + left;
      left -= step;
    }
    at += step;
  }
}

/** `met`, `late`, `breached` or `open` for each notification of the term that starts a clock, by lead. */
export function naiveStatuses(leadsCsv: string, eventsCsv: string, now: number): Map<string, string[]> {
  const events = rowsOf(eventsCsv).map(([lead = "", event = "", at = "", , channel = ""]) => ({
    lead,
    event,
    at: Date.parse(at),
    valid: event !== "contact" || ["call", "email", "meeting"].includes(channel),
  }));
  const byLead = Map.groupBy(events, ({ lead }) => lead);
  const statuses = new Map<string, string[]>();
  for (const [id = "", , , , source = "", wants = ""] of rowsOf(leadsCsv)) {
    if (id === "" || id.startsWith("X-") || wants !== "yes" || source === "webinar") continue;
    const own = byLead.get(id) ?? [];
    const notified = new Set(own.filter(({ event }) => event === "notified").map(({ at }) => at));
    const contacts = own.filter(({ event, valid }) => event === "contact" && valid).map(({ at }) => at);
    const starts = [...notified].filter((at) => at >= Date.parse("2020-01-01T00:00:00-05:00"));
    if (starts.length > 0)
      statuses.set(
        id,
        starts.toSorted((a, b) => a - b).map((start) => statusOf(start, contacts, now)),
      );
  }
  return statuses;
}

function statusOf(start: number, contacts: readonly number[], now: number): string {
  const due = hourAfter(start);
  const done = Math.min(...contacts.filter((at) => at >= start));
  if (done <= due) return "met";
  if (done < Number.POSITIVE_INFINITY) return "late";
  return due < now ? "breached" : "open";
}

function rowsOf(csv: string): readonly string[][] {
  return csv
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
}
