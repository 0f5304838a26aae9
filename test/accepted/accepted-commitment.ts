import type { Dice } from "../time/reference/dice.ts";
import { condition, deadline, filter, orTable } from "./accepted-expression.ts";
import { deadlineText, elapsedText, percentText, periodText } from "./accepted-facts.ts";
import type { Declared } from "./declared.ts";

export function commitment(roll: Dice, declared: Declared): string {
  const applies = roll.chance(0.5) ? ` for leads where ${condition(roll, declared, 2)}` : "";
  const duties = Array.from({ length: roll.whole(1, 3) }, (_, index) => `l${index}: ${duty(roll, declared)}`);
  const more = MORE.filter(() => roll.chance(0.25)).map((make) => make(roll, declared));
  const clauses = [...duties, ...more].filter((clause) => clause !== "");
  return `commitment ${declared.add("commitment")}${applies} {\n  ${clauses.join("\n  ")}\n}`;
}

type Maker = (roll: Dice, declared: Declared) => string;

/** What can stand beside the duties, each at most once. */
const MORE: readonly Maker[] = [
  (roll) => `until ${roll.pick(["reject", "reject or won", "accept or contact (where channel is call)"])}`,
  (roll, declared) => `unless ${condition(roll, declared, 1)}`,
  (roll) => `pause from hold to resume${roll.pick(["", ", at most 5 business days", ", at most 48 hours"])}`,
  (roll) => `warn at ${roll.pick(["75%", "50%", "33.3%"])}`,
  (roll) => `waive for owner in ("ada", "bo") from 2026-02-01 to 2026-03-15 because "${roll.whole(1, 9)}"`,
  (roll) => `calendar ${roll.pick(["office", "night", "local", "of owner"])}`,
  (_, declared) => (declared.of("ladder").length === 0 ? "" : `otherwise ${declared.of("ladder").at(-1)}`),
  (_, declared) =>
    declared.of("commitment").length === 0
      ? ""
      : `excused when ${declared.of("commitment").at(-1)} is breached`,
  () => 'because "The sooner, the better"',
];

function duty(roll: Dice, declared: Declared): string {
  const party = roll.pick(["sales", "marketing"]);
  return `${party} must ${roll.pick(DUTIES)(roll, declared)}`;
}

const times = (roll: Dice): string => `${roll.whole(1, 5)} times`;
const where: Maker = (roll, declared) => (roll.chance(0.4) ? ` where ${filter(roll, declared)}` : "");

const DUTIES: readonly [Maker, ...Maker[]] = [
  (roll, declared) =>
    `contact${where(roll, declared)} within ${deadline(roll)} of ${trigger(roll, declared)}`,
  (roll, declared) =>
    `contact${where(roll, declared)} ${times(roll)} within ${deadline(roll)} of ${trigger(roll, declared)}`,
  (roll) =>
    `contact ${times(roll)} within ${elapsedText(roll)} of accept, at least ${deadlineText(roll)} apart`,
  (roll) => `accept or reject within ${deadline(roll)} of handoff${roll.pick(["", ", restarts"])}`,
  (roll) =>
    `contact within ${deadlineText(roll)} of ${roll.pick(["first", "last"])} contact, on another channel`,
  (roll) => `contact by close of business day ${roll.whole(1, 5)} of handoff`,
  (roll) => `contact by ${roll.pick(["17:00", "09:30"])} on the same business day of handoff`,
  (roll) => `contact by 10:00 on business day ${roll.whole(1, 5)} of handoff`,
  (roll) =>
    `provide ${roll.pick(["email", "email, budget", "note, tags, touched"])} by ${roll.pick(["handoff", "won"])}`,
  (roll) =>
    `follow { day 0: contact; day ${roll.whole(1, 3)}: contact (where channel is call) and demo; day 7: contact } of accept${roll.pick(["", ", in business days"])}`,
  (roll, declared) => leave(roll, declared),
  (roll, declared) => `contact at least every ${elapsedText(roll)} while ${condition(roll, declared, 1)}`,
  (roll) =>
    `handoff at most ${count(roll)} times${roll.pick(["", " per owner", " per source"])} every ${periodText(roll)}`,
  (roll) => `handoff at least ${count(roll)} times${roll.pick(["", " per owner"])} every ${periodText(roll)}`,
  (roll) => `contact at least ${percentText(roll)} of handoff every ${periodText(roll)}`,
];

const count = (roll: Dice): string => orTable(roll, () => String(roll.whole(1, 5)));

function leave(roll: Dice, declared: Declared): string {
  const [first, ...rest] = declared.of("stage");
  if (first === undefined) return `contact within ${deadline(roll)} of handoff`;
  const stage = roll.pick([first, ...rest]);
  return `leave ${stage} within ${deadline(roll)} of reaching ${stage}`;
}

function trigger(roll: Dice, declared: Declared): string {
  const [first, ...rest] = declared.of("stage");
  const reached = first === undefined ? "handoff" : `reaching ${roll.pick([first, ...rest])}`;
  return roll.pick(["handoff", "first handoff", "last accept", "accept", "created", "touched", reached]);
}
