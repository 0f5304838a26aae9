import type { Engine, LeadFacts } from "@entente/engine";

/** A contract over a world so small that every lead of it can be tried. `rest` is what is to be proved about it. */
export function smallContract(rest: string): string {
  return `agreement "Small world" {
  between    marketing and sales
  effective  2026-01-01 to 2026-12-31
  time zone  "UTC"
  currency   USD
}
lead {
  id       text key
  source   one of web, referral, fair
  asked    yes/no
  size     integer optional 0 to 3
  grade    one of A, B optional
  created  time
}
event visit
event reply { tone one of warm, cold }
define warm_replies = count of reply (where tone is warm)
define first_cold   = reply.tone is cold
commitment visits  { sales must visit within 1 hour of reply }
commitment replies { marketing must reply within 1 hour of visit }
${rest}
`;
}

const hour = 3_600_000;
const noon = Date.UTC(2026, 0, 2, 12);
const iso = (hours: number) => new Date(noon + hours * hour).toISOString();

/** A lead of the small world and an instant after all that happened to it. */
export interface SmallLead {
  readonly facts: LeadFacts;
  readonly at: number;
}

const known = new Map<number, readonly SmallLead[]>();

/**
 * Every lead of the small world: all fields, up to three visits and replies, each
 * before, from the first of, within or after the others. Read once: what a contract asks of the leads does not change them.
 *
 * @param created hours after the beginning; 50 is after all events
 */
export function everyLead(engine: Engine, created = 0): readonly SmallLead[] {
  const leads = known.get(created) ?? readLeads(engine, created);
  known.set(created, leads);
  return leads;
}

function readLeads(engine: Engine, created: number): readonly SmallLead[] {
  return everyRecord().flatMap((fields) =>
    everyHistory().map((events) => {
      const reading = engine.reader.readObject({ ...fields, created: iso(created), events });
      if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
      return { facts: reading.facts, at: noon + 100 * hour };
    }),
  );
}

function everyRecord(): Record<string, unknown>[] {
  return ["web", "referral", "fair"].flatMap((source) =>
    [true, false].flatMap((asked) =>
      [undefined, 0, 1, 2, 3].flatMap((size) =>
        [undefined, "A", "B"].map((grade) => ({ id: "1", source, asked, size, grade })),
      ),
    ),
  );
}

function everyHistory(): Record<string, unknown>[][] {
  const one = ["warm", "cold"];
  const two = one.flatMap((first) => one.map((second) => [first, second]));
  const three = one.flatMap((first) => two.map((others) => [first, ...others]));
  const tones = [[], ...one.map((tone) => [tone]), ...two, ...three];
  return tones.flatMap((replies) =>
    [0, 1, 2, 3].flatMap((visits) =>
      (visits === 0 ? [0] : [10, 20, 21, 30]).map((from) => [
        ...replies.map((tone, index) => ({ event: "reply", at: iso(20 + index), tone })),
        ...Array.from({ length: visits }, (_, index) => ({ event: "visit", at: iso(from + index) })),
      ]),
    ),
  );
}
