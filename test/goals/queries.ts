import { DatabaseSync } from "node:sqlite";
import { OFFSET, type WorldLead } from "./world.ts";

/** A month with its figure: a sum, or what came through of what had to; an owner where the goal is asked per owner. */
export interface QueryRow {
  readonly month: string;
  readonly owner?: string | null;
  readonly figure: number | null;
  readonly counted: number;
  readonly of?: number;
}

/** The leads in a database, as they came: nothing is worked out beforehand but the instants. */
export function databaseOf(leads: readonly WorldLead[]): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  database.exec(`
    create table lead (id text primary key, email text, source text, wants int, budget real, owner text, created int);
    create table event (lead text, event text, at int, amount int);
  `);
  const addLead = database.prepare("insert into lead values (?, ?, ?, ?, ?, ?, ?)");
  const addEvent = database.prepare("insert into event values (?, ?, ?, ?)");
  for (const { id, email, source, wants, budget, owner, created, events } of leads) {
    addLead.run(id, email, source, wants === "yes" ? 1 : 0, budget, owner, Date.parse(created));
    for (const { event, at, amount } of events) {
      addEvent.run(id, event, Date.parse(at), amount === undefined ? null : Math.round(Number(amount) * 100));
    }
  }
  return database;
}

const month = (instant: string): string => `strftime('%Y-%m', (${instant} + ${OFFSET}) / 1000, 'unixepoch')`;

/** First instants by lead, as known at the as-of instant, and the time from the first handoff to the first win after it. */
const TABLES = `
  with seen as (select * from event where at <= :now),
  handoff as (select lead, min(at) as at from seen where event = 'handoff' group by lead),
  won as (select lead, min(at) as at from seen where event = 'won' group by lead),
  taken as (
    select handoff.lead, handoff.at as start, min(seen.at) as at, min(seen.at) - handoff.at as ms
    from handoff join seen on seen.lead = handoff.lead and seen.event = 'won' and seen.at >= handoff.at
    group by handoff.lead
  ),
  ranked as (
    select *, ${month("at")} as month,
      row_number() over (partition by ${month("at")} order by ms) as place,
      count(*) over (partition by ${month("at")}) as size
    from taken
  )
`;

/** One query for each goal of the contract, none of which knows how the engine counts. */
export const QUERIES: Readonly<Record<string, string>> = {
  made: `${TABLES} select ${month("max(l.created, h.at)")} as month, count(*) as figure, count(*) as counted
    from lead l join handoff h on h.lead = l.id
    where l.email is not null and l.wants = 1 and l.created <= :now group by month`,
  by_owner: `${TABLES} select ${month("created")} as month, owner, count(*) as figure, count(*) as counted
    from lead where email is not null and created <= :now group by month, owner`,
  value: `${TABLES} select ${month("created")} as month, 500000 * count(*) as figure, count(*) as counted
    from lead where email is not null and source = 'referral' and created <= :now group by month`,
  points: `${TABLES} select ${month("created")} as month, 3 * count(*) as figure, count(*) as counted
    from lead where email is not null and created <= :now group by month`,
  sold: `${TABLES} select ${month("s.at")} as month, sum(s.amount) as figure, count(*) as counted
    from seen s join lead l on l.id = s.lead where s.event = 'won' and l.source = 'web' group by month`,
  flow: `${TABLES} select m.month, null as figure,
      (select count(*) from won where ${month("won.at")} = m.month) as counted,
      (select count(*) from handoff where ${month("handoff.at")} = m.month) as "of"
    from (select ${month("at")} as month from seen group by month) m`,
  cohort: `${TABLES} select ${month("h.at")} as month, null as figure,
      count(case when t.ms <= 30 * 86400000 then 1 end) as counted, count(*) as "of"
    from handoff h left join taken t on t.lead = h.lead group by month`,
  middle: `${TABLES} select month, avg(ms) as figure, max(size) as counted from ranked
    where place in ((size + 1) / 2, (size + 2) / 2) group by month`,
  ninety: `${TABLES} select month, min(ms) as figure, max(size) as counted from ranked
    where place * 10 >= size * 9 group by month`,
  average: `${TABLES} select month, sum(ms) as figure, count(*) as counted from ranked group by month`,
  speed: `${TABLES} select ${month("h.at + 86400000")} as month, null as figure,
      count(case when exists (
        select 1 from seen c where c.lead = h.lead and c.event = 'contact' and c.at between h.at and h.at + 86400000
      ) then 1 end) as counted, count(*) as "of"
    from handoff h where h.at >= :begins and (h.at + 86400000 < :now or exists (
      select 1 from seen c where c.lead = h.lead and c.event = 'contact' and c.at between h.at and h.at + 86400000
    )) group by month`,
};

export function asked(database: DatabaseSync, goal: string, now: number, begins: number): QueryRow[] {
  const query = QUERIES[goal];
  if (query === undefined) throw new Error(`no query for ${goal}`);
  const statement = database.prepare(query);
  const named = query.includes(":begins") ? { now, begins } : { now };
  return statement.all(named) as unknown as QueryRow[];
}
