import { type Dice, dice } from "../time/reference/dice.ts";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The record of number `seed` for the lead of the random contracts: most are valid, some are not, a few are no records at all. */
export function randomRecord(seed: number): Json {
  const roll = dice(seed);
  if (roll.chance(0.03))
    return roll.pick<Json>([null, 5, "lead", [], { id: 1 }, { id: "1", events: "none" }, {}]);
  const fields = Object.entries(FIELDS).filter(([name]) => ALWAYS.has(name) || roll.chance(0.7));
  return {
    ...Object.fromEntries(
      fields.map(([name, value]) => [name, roll.chance(0.01) ? wrong(roll) : value(roll)]),
    ),
    events: Array.from({ length: roll.whole(0, 14) }, () => event(roll)),
  };
}

const ALWAYS = new Set(["id", "source", "wants", "created"]);
const wrong = (roll: Dice): Json => roll.pick<Json>([null, "?", -1, true, [], {}, 1e300, "\u0000"]);
const instant = (roll: Dice): string =>
  new Date(
    Date.UTC(2026, roll.whole(0, 3), roll.whole(1, 28), roll.whole(0, 23), roll.whole(0, 59)),
  ).toISOString();
const owner = (roll: Dice): string => roll.pick(["ada", "bo", "nobody", "constructor"]);

const FIELDS: Readonly<Record<string, (roll: Dice) => Json>> = {
  id: (roll) => String(roll.whole(1, 999)),
  email: (roll) => roll.pick(["a@example.com", "B@EXAMPLE.COM", "", "会社", "A"]),
  note: (roll) => roll.pick(["A", "  b  ", "toString", '"quoted"', "x".repeat(500)]),
  source: (roll) => roll.pick(["web", "Website", "referral", "other"]),
  grade: (roll) => roll.pick(["A", "B", "C"]),
  employees: (roll) => roll.pick<Json>([0, 1, 5, 50, 99_999, 100_000, "1,000"]),
  visits: (roll) => roll.pick<Json>([0, -3, 0.1, 0.2, 1e15, "12345678901234567890.123"]),
  budget: (roll) => roll.pick<Json>([0, 10_000, 5000.5, "$1,200.50", "-1", "90071992547409.93"]),
  chance: (roll) => roll.pick<Json>(["34%", 34, "0.1%", 100, 0]),
  tags: (roll) => roll.pick<Json>([[], ["A"], ["A", "A", "会社"], "a; b"]),
  signed: (roll) => roll.pick(["2026-03-08", "2026-02-28", "1999-12-31"]),
  wants: (roll) => roll.pick<Json>([true, false, "yes", "No", 1]),
  hot: (roll) => roll.pick([true, false]),
  owner,
  created: instant,
  touched: instant,
};

function event(roll: Dice): Json {
  const at = roll.chance(0.1) ? "2026-02-02T15:00:00Z" : instant(roll);
  const name = roll.chance(0.01)
    ? "no_such_event"
    : roll.pick([
        "handoff",
        "handoff",
        "accept",
        "reject",
        "contact",
        "contact",
        "demo",
        "won",
        "hold",
        "resume",
      ]);
  return {
    event: name,
    at: roll.chance(0.005) ? "yesterday" : at,
    ...(ATTRIBUTES[name]?.(roll) ?? {}),
    ...(roll.chance(0.3) ? { owner: owner(roll) } : {}),
    ...(roll.chance(0.1)
      ? { recorded: new Date(Date.parse(at) + roll.whole(0, 400) * 3_600_000).toISOString() }
      : {}),
  };
}

const ATTRIBUTES: Readonly<Record<string, (roll: Dice) => Readonly<Record<string, Json>>>> = {
  reject: (roll) => ({ reason: roll.pick(["no_budget", "no_fit"]) }),
  contact: (roll) => ({
    channel: roll.pick(["call", "email"]),
    ...(roll.chance(0.5) ? { minutes: roll.whole(0, 60) } : {}),
    ...(roll.chance(0.5) ? { rep: owner(roll) } : {}),
  }),
  demo: (roll) => ({
    ...(roll.chance(0.5) ? { budget: roll.whole(0, 20_000), share: "34%" } : {}),
    ...(roll.chance(0.5) ? { day: "2026-03-08", promised: instant(roll) } : {}),
  }),
  won: (roll) => ({ amount: roll.pick<Json>([0, 10_000, "$5,000.50"]) }),
};

/** The people of the random contracts. */
export const PEOPLE = [
  { id: "ada", hours: "night", time_zone: "Europe/London" },
  { id: "bo", hours: "office" },
  { id: "cy", team: "inbound", time_zone: "Nowhere/Land" },
];
