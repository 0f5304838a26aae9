import type { Dice } from "../time/reference/dice.ts";
import {
  DATES,
  dateText,
  deadlineText,
  EVENTS,
  elapsedText,
  MONEY,
  moneyText,
  NUMBERS,
  PERCENT,
  percentText,
  quoted,
  TEXTS,
  TIMES,
  wholeText,
} from "./accepted-facts.ts";
import type { Declared } from "./declared.ts";

const ORDER = ["=", "!=", "<", "<=", ">", ">="] as const;

/** A condition that the checker accepts, over what is declared so far. */
export function condition(roll: Dice, declared: Declared, depth = 3): string {
  if (depth === 0 || roll.chance(0.3)) return leaf(roll, declared);
  const below = () => condition(roll, declared, depth - 1);
  switch (roll.whole(1, 4)) {
    case 1:
      return `not (${below()})`;
    case 2:
      return `(${below()}) and (${below()})`;
    case 3:
      return `${leaf(roll, declared)} or (${below()}) or ${leaf(roll, declared)}`;
    default:
      return `(${below()})`;
  }
}

type Maker = (roll: Dice, declared: Declared) => string;

const LEAVES: readonly [Maker, ...Maker[]] = [
  (roll, declared) => `${number(roll, declared)} ${roll.pick(ORDER)} ${number(roll, declared)}`,
  (roll) => `${money(roll)} ${roll.pick(ORDER)} ${money(roll)}`,
  (roll) => `${roll.pick(PERCENT)} ${roll.pick(ORDER)} ${percentText(roll)}`,
  (roll) => `${roll.pick(TEXTS)} ${roll.pick(["=", "!=", "is", "is not"])} ${text(roll)}`,
  (roll) => `${roll.pick(DATES)} ${roll.pick(ORDER)} ${dateText(roll)}`,
  (roll) => `${roll.pick(TIMES)} ${roll.pick(ORDER)} ${roll.pick(TIMES)}`,
  (roll) =>
    `${roll.pick(TIMES)} ${roll.pick(ORDER)} ${dateText(roll)} ${roll.pick(["00:00", "02:30", "17:00"])}`,
  (roll) => `source ${roll.pick(["is", "is not", "=", "!="])} ${roll.pick(["web", "referral", "other"])}`,
  (roll) => `grade ${roll.pick(["in", "not in"])} (A, ${roll.pick(["B", "C"])})`,
  (roll, declared) =>
    `${number(roll, declared)} ${roll.pick(["in", "not in"])} (1, ${roll.pick(["2", "0.5", "1000"])}, 3)`,
  (roll) => `${roll.pick(TEXTS)} in (${quoted(roll)}, ${quoted(roll)})`,
  (roll, declared) => `${number(roll, declared)} between 0 and ${roll.pick(["1", "50", "1,000"])}`,
  (roll) => `${roll.pick(MONEY)} between $0 and ${roll.pick(["$1", "$5,000.50"])}`,
  (roll) => `signed not between 2026-01-01 and ${roll.pick(["2026-06-30", "2026-01-01"])}`,
  (roll) =>
    `${roll.pick(TEXTS)} ${roll.pick(["contains", "starts with", "ends with"])} ${quoted(roll)}${roll.pick(["", " ignoring case"])}`,
  (roll) => `tags contains ${quoted(roll)}`,
  (roll) =>
    `${roll.pick(["email", "budget", "tags", "hot", "touched", "grade"])} is ${roll.pick(["present", "missing"])}`,
  (roll) =>
    `${roll.pick(TIMES)} is ${roll.pick(["", "not "])}within ${elapsedText(roll)} of ${roll.pick(TIMES)}`,
  (roll) => `${roll.pick(EVENTS)}`,
  (roll) => roll.pick(["wants", "hot", "hot is yes", "wants = no", "hot is not no"]),
  (roll, declared) =>
    `count of contact (where ${filter(roll, declared)}) ${roll.pick(ORDER)} ${roll.whole(0, 4)}`,
  (roll) => `time since ${roll.pick(TIMES)} ${roll.pick([">", "<", "<=", ">="])} ${elapsedText(roll)}`,
  (roll) => `(first contact (where channel is email)) ${roll.pick(ORDER)} last won`,
  (roll, declared) => roll.pick(declared.names("condition", "hot")),
  (roll, declared) => `${roll.pick(declared.names("class", "source"))} is ${declared.caseOf(roll)}`,
  (roll, declared) => declared.stageTest(roll),
  (roll, declared) => declared.verdictTest(roll),
];

function leaf(roll: Dice, declared: Declared): string {
  return roll.pick(LEAVES)(roll, declared);
}

function number(roll: Dice, declared: Declared, depth = 2): string {
  const kind = depth === 0 ? 1 : roll.whole(1, 8);
  if (kind <= 4) return roll.chance(0.4) ? wholeText(roll) : roll.pick(declared.names("number", ...NUMBERS));
  const below = () => number(roll, declared, depth - 1);
  if (kind === 5) return `(- ${below()})`;
  if (kind === 6) return `(${money(roll)} / ${moneyField(roll)})`;
  return `(${below()} ${roll.pick(["+", "-", "*", "/"])} ${below()})`;
}

function money(roll: Dice): string {
  const kind = roll.whole(1, 5);
  if (kind <= 2) return moneyText(roll);
  if (kind <= 4) return moneyField(roll);
  return `(${moneyField(roll)} ${roll.pick(["+ $1", "- budget", "* 2", "/ 3", "* visits", "* 34%"])})`;
}

const moneyField = (roll: Dice): string => roll.pick(MONEY);
const text = (roll: Dice): string => (roll.chance(0.5) ? quoted(roll) : roll.pick(TEXTS));

/** A condition about one occurrence of `contact`. */
export function filter(roll: Dice, declared: Declared): string {
  return roll.pick([
    "channel is call",
    "channel in (call, email)",
    "minutes >= 5",
    "minutes > employees",
    "rep is present and rep is owner",
    `not (${leaf(roll, declared)})`,
    "channel is email or wants",
  ] as const);
}

/** A value, or one for each case: `by grade { A -> …, otherwise -> … }`. */
export function orTable(roll: Dice, value: (roll: Dice) => string): string {
  const table = (by: string, ...cases: readonly string[]) =>
    `by ${by} { ${cases.map((one) => `${one} -> ${value(roll)}`).join(", ")}, otherwise -> ${value(roll)} }`;
  switch (roll.whole(1, 6)) {
    case 1:
      return table("grade", "A", "B or C");
    case 2:
      return table("source", "web", "referral");
    case 3:
      return `by source { web -> ${value(roll)}, referral -> ${value(roll)}, other -> ${value(roll)} }`;
    default:
      return value(roll);
  }
}

export const deadline = (roll: Dice): string => orTable(roll, deadlineText);
