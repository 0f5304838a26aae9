import type { Dice } from "../time/reference/dice.ts";
import { condition } from "./accepted-expression.ts";
import { deadlineText, periodText } from "./accepted-facts.ts";
import type { Declared } from "./declared.ts";

export function ladder(roll: Dice, declared: Declared): string {
  const verb = () =>
    roll.pick([
      "notify owner",
      "escalate to manager",
      "reassign to sales",
      "return to marketing",
      'assign "legal" to "look at it"',
      "meet cmo, cso",
      "report every week to manager",
      'do "Review the goals"',
    ]);
  const steps = Array.from(
    { length: roll.whole(0, 3) },
    () => `after ${deadlineText(roll)} { ${verb()};  ${verb()} }`,
  );
  return `ladder ${declared.add("ladder")} {\n  at breach ${verb()}\n  ${steps.join("\n  ")}\n}`;
}

const plain = (roll: Dice, value: string): string =>
  roll.pick([
    `at least ${value} every ${periodText(roll)}`,
    `at least ${value} every month from 2026-04-01`,
    `at most ${value} in 2026`,
    `at least ${value} by 2026-06-30, ${value} by 2026-12-31`,
    `at least ${value} over the last 30 days`,
  ]);

export function goal(roll: Dice, declared: Declared): string {
  const [first = "", ...rest] = declared.of("stage");
  const stage = () => roll.pick([first, ...rest]);
  const [promise] = declared.of("commitment");
  const share = promise === undefined ? "rate from handoff to won, snapshot" : `share of ${promise} met`;
  const where = roll.chance(0.3) ? ` where ${condition(roll, declared, 1)}` : "";
  const per = roll.chance(0.3) ? ` per ${roll.pick(["source", "owner", "grade"])}` : "";
  const [measure, value] = roll.pick<readonly [string, string]>([
    [`count of leads reaching ${stage()}`, "10"],
    [`worth of leads reaching ${stage()}`, "$5,000"],
    [`points of leads reaching ${stage()}`, "30 points"],
    [`rate from ${stage()} to ${roll.pick(["won", "accept"])}`, "34%"],
    [`${roll.pick(["median", "mean", "p90"])} time from handoff to contact`, "2 days"],
    ["sum of won.amount", "$100,000"],
    [share, "95%"],
  ]);
  const maturing =
    measure.startsWith("rate from") && !measure.endsWith("snapshot") ? ", maturing 30 days" : "";
  const clauses = [`measure ${measure}${maturing}${where}${per}`, plain(roll, value)];
  if (roll.chance(0.3)) clauses.push(`baseline ${value.replace(" points", "")}`);
  if (roll.chance(0.3)) clauses.push(`tolerance 10% ${roll.pick(["either way", "above", "below"])}`);
  const [follow] = declared.of("ladder");
  if (follow !== undefined && roll.chance(0.3)) clauses.push(`otherwise ${follow}`);
  return `goal ${declared.add("goal")} by ${roll.pick(["sales", "marketing", "sales and marketing"])} {\n  ${clauses.join("\n  ")}\n}`;
}

export function funnel(roll: Dice, declared: Declared): string {
  const [a, b, c] = declared.of("stage");
  if (a === undefined || b === undefined) return "";
  const last = c ?? b;
  const clauses = [
    roll.pick([
      `quota $${roll.whole(1, 500)},000 every month`,
      `quota ${roll.whole(1, 50)} ${last} every month`,
    ]),
    "deal $2,000",
    `${a} to ${b} ${roll.pick(["34%", "0.1%", "100%", "25% from 2026-01-01, 35% from 2026-07-01", "by source { web -> 10%, otherwise -> 20% }"])}`,
    ...(c === undefined ? [] : [`${b} to ${c} ${roll.pick(["23%", "82.5%"])}`]),
    ...(roll.chance(0.4) ? [`cycle ${roll.pick(["1 month", "45 days", "2 weeks"])}`] : []),
    ...(roll.chance(0.4) ? [`capacity 120 ${a} per rep every month, ${roll.whole(1, 40)} reps`] : []),
    ...(roll.chance(0.3) ? ["rounding once"] : []),
    ...(roll.chance(0.2) ? ["mix 25% web at 10%, 75% referral at 1%"] : []),
  ];
  return `funnel pipeline${roll.pick(["", " for leads where source is web"])} {\n  ${clauses.join("\n  ")}\n}`;
}

/** What else an agreement says. */
export function governance(roll: Dice, declared: Declared): string {
  const [goalName] = declared.of("goal");
  const all = [
    "meeting weekly every week for 30 minutes attended by cmo, cso",
    "meeting standup every business day for 15 minutes attended by marketing, sales",
    "dispute { panel cmo, cso;  hearing 15 minutes per party;  decision binding }",
    'responsibility "Nurturing" { responsible marketing;  accountable cmo;  informed sales }',
    "review every 6 months",
    'signature "Head of marketing" as cmo on 2026-01-02',
    ...(goalName === undefined ? [] : [`cancellation when ${goalName} missed 6 times in a row`]),
  ];
  return all.filter(() => roll.chance(0.3)).join("\n");
}
