import { addDays, addDuration, type Duration, type Meeting, type Policy } from "@entente/ir";
import { meetingCalendar, zoneOf } from "./meeting-calendar.ts";
import { type Occurrence, occurrencesOf, type Rhythm } from "./occurrences.ts";
import { common, type Stretch, termOf } from "./term.ts";

/** Something that the agreement puts on a day of the week. */
export interface AgendaEntry {
  readonly kind: "meeting" | "review" | "target" | "end of term";
  readonly name: string;
  /** Epoch milliseconds; with `allDay` the midnight its date begins with. */
  readonly at: number;
  readonly date: string;
  readonly allDay: boolean;
  /** As the contract writes it; null for what is not a meeting. */
  readonly duration: Duration | null;
  /** Roles and parties, by their labels where they have some. */
  readonly attendedBy: readonly string[];
  readonly agenda: readonly string[];
}

/** The seven days from the as-of instant's date on. */
export interface WeekAgenda {
  readonly from: string;
  /** The last day, included. */
  readonly to: string;
  readonly entries: readonly AgendaEntry[];
  /** Whether the agreement has a meeting or a review at all. */
  readonly rhythm: boolean;
}

/**
 * What the agreement puts into the seven days from the local date of `at` on: its meetings and reviews, the dates that
 * targets are due by, and the end of the term. In order of time.
 */
export function weekAgenda(policy: Policy, at: number): WeekAgenda {
  const zone = zoneOf(policy);
  const from = zone.localDate(at);
  const to = addDays(from, 6);
  const week = { from: zone.instantOf(from, 0), to: zone.instantOf(addDays(to, 1), 0) };
  const entries = [
    ...policy.meetings.flatMap((meeting) => meetingEntries(policy, meeting, week)),
    ...reviewDates(policy, week).map((date) => dayEntry(policy, "review", "Review of the agreement", date)),
    ...milestones(policy, from, to),
    ...endOfTerm(policy, from, to),
  ];
  return {
    from,
    to,
    entries: entries.toSorted((a, b) => a.at - b.at || Number(b.allDay) - Number(a.allDay)),
    rhythm: policy.meetings.length > 0 || policy.reviews.length > 0,
  };
}

/** The rhythm of a meeting by the hours of the agreement. */
export function rhythmOf(policy: Policy, { every, duration }: Pick<Meeting, "every" | "duration">): Rhythm {
  const calendar = meetingCalendar(policy);
  return { every, duration, term: termOf(policy), calendar, zone: calendar?.zone ?? zoneOf(policy) };
}

/** Roles and parties as people call them. */
export function labelsOf(policy: Policy, names: readonly string[]): readonly string[] {
  const labels = new Map([...policy.parties, ...policy.roles].map(({ name, label }) => [name, label]));
  return names.map((name) => labels.get(name) ?? name);
}

/**
 * The dates on which the contract itself is to be reviewed: one period after the term's first day, and so on, as long
 * as the term lasts.
 */
export function reviewDates(policy: Policy, within: Stretch): readonly string[] {
  const zone = zoneOf(policy);
  const term = termOf(policy);
  const meeting = common(within, term);
  return policy.reviews.flatMap(({ every }) => {
    const dates: string[] = [];
    for (let index = 1; ; index += 1) {
      const due = addDuration(zone, term.from, {
        amount: index * every.count,
        unit: every.unit,
        business: false,
      });
      if (due >= meeting.to) return dates;
      if (due >= meeting.from) dates.push(zone.localDate(due));
    }
  });
}

function meetingEntries(policy: Policy, meeting: Meeting, week: Stretch): readonly AgendaEntry[] {
  const { name, duration, agenda } = meeting;
  const attendedBy = labelsOf(policy, meeting.attendedBy);
  return occurrencesOf(rhythmOf(policy, meeting), week).map(({ from, date, allDay }: Occurrence) => ({
    kind: "meeting",
    name,
    at: from,
    date,
    allDay,
    duration,
    attendedBy,
    agenda,
  }));
}

function milestones(policy: Policy, from: string, to: string): readonly AgendaEntry[] {
  return policy.goals.flatMap((goal) =>
    goal.targets.flatMap(({ window }) =>
      window.kind === "by" && from <= window.date && window.date <= to
        ? [
            {
              ...dayEntry(policy, "target", goal.name, window.date),
              attendedBy: labelsOf(policy, goal.parties),
            },
          ]
        : [],
    ),
  );
}

function endOfTerm(policy: Policy, from: string, to: string): readonly AgendaEntry[] {
  const last = policy.agreement.effective?.to ?? null;
  return last !== null && from <= last && last <= to
    ? [dayEntry(policy, "end of term", "The agreement ends", last)]
    : [];
}

function dayEntry(policy: Policy, kind: AgendaEntry["kind"], name: string, date: string): AgendaEntry {
  const at = zoneOf(policy).instantOf(date, 0);
  return { kind, name, at, date, allDay: true, duration: null, attendedBy: [], agenda: [] };
}
