import { compile } from "@entente/dsl";
import { createEngine, type Engine } from "@entente/engine";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The first and the last instant at which leads of the world are made; the term begins a month later. */
const BEGINS = Date.UTC(2025, 11, 1);
const SPAN = 270 * DAY;

/** The zone never changes its clock, so that a query can tell months by arithmetic. */
export const OFFSET = 9 * HOUR;

/** One goal for each measure. Every figure of theirs can be asked of a database, too. */
export const CONTRACT = `agreement "Measured twice" {
  between marketing and sales
  effective 2026-01-01 to 2026-12-31
  time zone "Asia/Tokyo"
  currency USD
}
lead {
  id       text key
  email    text optional
  source   one of web, referral
  wants    yes/no
  budget   money optional
  owner    text optional
  created  time
}
event handoff
event contact
event won { amount money }
classify kind, first match {
  referral  when source is referral  worth $5,000
  rich      when budget >= $10,000   worth budget / 4
  plain     otherwise                worth $3
}
classify grade { any otherwise worth 3 points }
stage Lead                    when email is present  at created
stage MQL       after Lead    when wants             at handoff
stage Customer  after MQL     when won
commitment first_contact { sales must contact within 24 hours of first handoff }

goal made     by marketing { measure count of leads reaching MQL;                       at least 10 every month }
goal by_owner by marketing { measure count of leads reaching Lead per owner;            at least 3 every month }
goal value    by marketing { measure worth of leads reaching Lead where source is referral;  at least $100,000 every month }
goal points   by marketing { measure points of leads reaching Lead;                     at least 100 points every month }
goal sold     by sales     { measure sum of won.amount where source is web;             at least $10,000 every month }
goal flow     by sales     { measure rate from handoff to won, snapshot;                at least 20% every month }
goal cohort   by sales     { measure rate from handoff to won, maturing 30 days;        at least 20% every month }
goal middle   by sales     { measure median time from handoff to won;                   at most 20 days every month }
goal ninety   by sales     { measure p90 time from handoff to won;                      at most 40 days every month }
goal average  by sales     { measure mean time from handoff to won;                     at most 20 days every month }
goal speed    by sales     { measure share of first_contact met;                        at least 90% every month }
`;

export function engineOf(contract: string): Engine {
  const { policy, diagnostics } = compile({ entry: "goals.sla", text: contract });
  if (policy === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return createEngine(policy);
}

export interface WorldEvent {
  readonly event: "handoff" | "contact" | "won";
  readonly at: string;
  readonly amount?: string;
}

/** A lead as a JSON record. */
export interface WorldLead {
  readonly id: string;
  readonly email: string | null;
  readonly source: "web" | "referral";
  readonly wants: "yes" | "no";
  readonly budget: string | null;
  readonly owner: string | null;
  readonly created: string;
  readonly events: readonly WorldEvent[];
}

/** Numbers from 0 up to 1, the same for the same seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A random lead: most of what can be missing is missing in some, and events come in any order, also twice. */
export function randomLead(id: number, roll: () => number): WorldLead {
  const created = Math.floor(BEGINS + roll() * SPAN);
  const events: WorldEvent[] = [];
  const at = (from: number, spread: number): string =>
    new Date(Math.floor(from + roll() * spread)).toISOString();
  const handoff = created - 2 * DAY + roll() * 12 * DAY;
  for (let left = Math.floor(roll() * 3); left > 0; left -= 1)
    events.push({ event: "handoff", at: at(handoff, DAY * left) });
  for (let left = Math.floor(roll() * 3); left > 0; left -= 1)
    events.push({ event: "contact", at: at(handoff, 3 * DAY) });
  for (let left = Math.floor(roll() * 2.4); left > 0; left -= 1) {
    events.push({ event: "won", at: at(handoff - DAY, 70 * DAY), amount: (roll() * 5000).toFixed(2) });
  }
  return {
    id: String(id),
    email: roll() < 0.85 ? "a@example.com" : null,
    source: roll() < 0.5 ? "web" : "referral",
    wants: roll() < 0.7 ? "yes" : "no",
    budget: roll() < 0.6 ? (roll() * 40_000).toFixed(2) : null,
    owner: roll() < 0.8 ? `owner ${Math.floor(roll() * 3)}` : null,
    created: new Date(created).toISOString(),
    events,
  };
}

export function randomLeads(count: number, seed: number): WorldLead[] {
  const roll = dice(seed);
  return Array.from({ length: count }, (_, id) => randomLead(id, roll));
}
