import { createRandom, type Random } from "../company-a/generator/random.ts";

const SEED = 20260702;
const LEADS = 160;
const DAY = 86_400_000;
const MINUTE = 60_000;
/** Monday 2026-06-15, the first day on which leads are handed over; local times are counted as if they were UTC. */
const FIRST_DAY = Date.UTC(2026, 5, 15);
const DAYS = 30;

/** The data of the example by file name: made up, and the same for every run. */
export function simulate(): Readonly<Record<string, string>> {
  const random = createRandom(SEED);
  const leads: string[][] = [["id", "email", "source", "created"]];
  const events: string[][] = [["lead", "event", "at"]];
  for (let id = 1; id <= LEADS; id += 1) {
    const handoff = officeTime(random);
    const email = random.chance(0.94) ? `lead${id}@example.com` : "";
    leads.push([
      `${id}`,
      email,
      sourceAt(handoff, random),
      local(handoff - random.between(10, 600) * MINUTE),
    ]);
    for (const [event, at] of historyFrom(handoff, random)) events.push([`${id}`, event, local(at)]);
  }
  return { "leads.csv": csv(leads), "events.csv": csv(events), "attestations.csv": csv(attestations()) };
}

function officeTime(random: Random): number {
  let day = FIRST_DAY + random.between(0, DAYS - 1) * DAY;
  while ([0, 6].includes(new Date(day).getUTCDay())) day += DAY;
  return day + random.between(9 * 60, 17 * 60 - 1) * MINUTE;
}

/** Webinars came with the second version. */
function sourceAt(at: number, random: Random): string {
  const weights = { web: 6, referral: 3, webinar: at < Date.UTC(2026, 6, 1) ? 0 : 3 };
  return random.pick(weights);
}

function historyFrom(handoff: number, random: Random): readonly (readonly [string, number])[] {
  const called = handoff + Math.round(random.around(240, 1.3)) * MINUTE;
  const decided = called + random.between(30, 4 * 24 * 60) * MINUTE;
  const decision = random.pick({ accept: 7, reject: 3 });
  return [
    ["handoff", handoff],
    ...(random.chance(0.93) ? [["contact", called] as const] : []),
    ...(random.chance(0.95) ? [[decision, decided] as const] : []),
  ];
}

/** The huddle was left out in two weeks, and once written down too late; a plan that was asked for came late. */
function attestations(): string[][] {
  const rows = [["event", "at", "recorded", "by"]];
  const missed = new Set([12, 27]);
  for (let week = 0; week < 29; week += 1) {
    if (missed.has(week)) continue;
    const at = Date.UTC(2026, 0, 7, 10) + week * 7 * DAY;
    rows.push(["huddle", local(at), week === 20 ? local(at + 9 * DAY) : "", "cso"]);
  }
  for (const month of [0, 1, 2, 3, 5, 6])
    rows.push(["plan_handed_in", local(Date.UTC(2026, month, 20, 12)), "", "cmo"]);
  rows.push(["plan_requested", local(Date.UTC(2026, 5, 24, 9, 30)), "", "cso"]);
  rows.push(["plan_handed_in", local(Date.UTC(2026, 6, 3, 9, 30)), "", "cmo"]);
  return rows;
}

function local(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace("T", " ");
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.join(",")}\n`).join("");
}
