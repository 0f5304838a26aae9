import type { Attainment, GoalAttainment, GoalWindowAttainment } from "@entente/engine";
import { engineOf } from "./world.ts";

/** A lead record with its events as `event date-time` pairs; a date alone is its first instant in UTC. */
export interface LeadSketch {
  readonly created?: string;
  readonly events?: readonly (readonly [
    event: string,
    at: string,
    more?: Readonly<Record<string, unknown>>,
  ])[];
  readonly [field: string]: unknown;
}

const SURROUNDINGS = `agreement "Goals" {
  between marketing and sales
  effective EFFECTIVE
  time zone "ZONE"
  currency USD
}
calendar office { mon-fri 09:00-17:00 }
lead {
  id       text key
  email    text optional
  source   one of web, referral
  budget   money optional
  owner    text optional
  created  time
}
event handoff
event contact
event won { amount money optional }
stage Lead                 when id is present  at created
stage MQL      after Lead  when handoff
stage Customer after MQL   when won
`;

export interface Setting {
  readonly effective?: string;
  readonly zone?: string;
  /** Takes the calendar away. */
  readonly calendar?: false;
}

/** A whole contract around some goals. */
export function contractWith(goals: string, { effective, zone, calendar }: Setting = {}): string {
  const surroundings = SURROUNDINGS.replace(/ +effective EFFECTIVE\n/, effectiveLine(effective))
    .replace("ZONE", zone ?? "UTC")
    .replace(/calendar .*\n/, (line) => (calendar === false ? "" : line));
  return `${surroundings}${goals}\n`;
}

/** Without dates the agreement has no term. */
function effectiveLine(dates = "2026-01-01 to 2026-12-31"): string {
  return dates === "" ? "" : `  effective ${dates}\n`;
}

/** Where the goals stand with these leads. */
export function attained(
  goals: string,
  leads: readonly LeadSketch[],
  at: string,
  setting: Setting = {},
): Promise<Attainment> {
  return engineOf(contractWith(goals, setting)).attain(leads.map(recordOf), { at: Date.parse(at) });
}

function recordOf({ created = "2026-01-01", events = [], ...fields }: LeadSketch, index: number): object {
  return {
    id: String(index),
    source: "web",
    created: instantText(created),
    events: events.map(([event, at, more]) => ({ event, at: instantText(at), ...more })),
    ...fields,
  };
}

const instantText = (text: string): string => (text.length === 10 ? `${text}T00:00:00Z` : text);

export function only(attainment: Attainment): GoalAttainment {
  const [goal] = attainment.goals;
  if (goal === undefined) throw new Error("no goal");
  return goal;
}

/** `from..to status actual/target`, dates in UTC. */
export function windowWords({ window, status, actual, goal }: GoalWindowAttainment): string {
  const [from, to] = [window.from, window.to].map((at) =>
    new Date(at).toISOString().replace("T00:00:00.000Z", ""),
  );
  return `${from}..${to} ${status} ${actual?.toFraction() ?? "-"}/${goal?.toFraction() ?? "-"}`;
}

/** The windows of the first goal, in words. */
export async function windowsOf(
  goal: string,
  leads: readonly LeadSketch[],
  at: string,
  setting: Setting = {},
): Promise<string[]> {
  return only(await attained(goal, leads, at, setting)).windows.map(windowWords);
}
