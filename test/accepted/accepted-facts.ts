import type { Dice } from "../time/reference/dice.ts";

/** The declarations of every random contract that say what a lead is: a field, an event and a calendar of each kind. */
export const FACTS = `role manager "Head of sales" of sales
role cmo of marketing
role cso of sales optional
calendar office { mon-fri 09:00-12:00, 13:00-17:00;  holidays US;  closed 2026-12-24 to 2026-12-26 "Winter break" }
calendar night { sun-thu 22:00-06:00;  open 2026-02-07 10:00-24:00;  time zone "Europe/London" }
calendar local by source { web -> night, referral -> office, otherwise -> office }
people { id text key;  team text optional;  hours one of office, night;  time_zone text optional }
lead {
  id text key;  email text optional;  note text optional;  source one of web "Website", referral, other
  grade one of A, B, C optional;  employees integer optional 0 to 100000;  visits number optional
  budget money optional;  chance percent optional;  tags list of text optional;  signed date optional
  wants yes/no;  hot yes/no optional;  owner text optional;  created time;  touched time optional from "Last touch"
}
event handoff
event accept
event reject { reason one of no_budget, no_fit }
event contact { channel one of call, email;  minutes integer optional;  rep text optional }
event demo from "Demo date" { budget money optional;  share percent optional;  day date optional;  promised time optional }
event won { amount money }
event hold
event resume
`;

/** Terms that always exist, by what they are worth. A define or a score joins them where a contract declares one. */
export const NUMBERS = [
  "employees",
  "visits",
  "contact.minutes",
  "count of contact",
  "count of won",
] as const;
export const MONEY = ["budget", "won.amount", "demo.budget"] as const;
export const PERCENT = ["chance", "demo.share"] as const;
export const TEXTS = ["email", "note", "id", "contact.rep", "owner"] as const;
export const TIMES = [
  "created",
  "touched",
  "first contact",
  "last contact",
  "first won",
  "demo.promised",
] as const;
export const DATES = ["signed", "demo.day"] as const;
export const EVENTS = ["handoff", "accept", "reject", "contact", "demo", "won", "hold", "resume"] as const;

export const wholeText = (roll: Dice): string =>
  roll.pick(["0", "1", "5", "50", "1,000", "99999", "0.5", "-3"]);
export const moneyText = (roll: Dice): string => roll.pick(["$0", "$10,000", "$0.01", "$5,000.50", "$1"]);
export const percentText = (roll: Dice): string => roll.pick(["0%", "0.1%", "34%", "50%", "100%"]);
export const dateText = (roll: Dice): string =>
  roll.pick(["2026-01-01", "2026-03-08", "2026-06-30", "2026-11-01", "2026-12-31", "2025-02-28"]);
export const quoted = (roll: Dice): string =>
  roll.pick([
    '"a@example.com"',
    '"@example.com"',
    '"A"',
    '"会社"',
    '"x\\"y"',
    '""',
    '"constructor"',
    '"  b  "',
  ]);

/** A length of time that a condition can count: exact or of the calendar's days. */
export const elapsedText = (roll: Dice): string =>
  roll.pick([
    "1 minute",
    "30 minutes",
    "1 hour",
    "24 hours",
    "3 days",
    "2 weeks",
    "1 month",
    "1 year",
    "90 days",
  ]);
/** Any length of time that a deadline can have. */
export const deadlineText = (roll: Dice): string =>
  roll.chance(0.5)
    ? elapsedText(roll)
    : roll.pick([
        "1 business hour",
        "45 business minutes",
        "4 business hours",
        "1 business day",
        "10 business days",
      ]);
export const periodText = (roll: Dice): string => roll.pick(["day", "week", "month", "quarter", "year"]);
