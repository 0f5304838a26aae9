import type { Dice } from "../time/reference/dice.ts";
import { condition, filter } from "./accepted-expression.ts";
import { EVENTS, elapsedText } from "./accepted-facts.ts";
import type { Declared } from "./declared.ts";

export function define(roll: Dice, declared: Declared): string {
  const value = condition(roll, declared);
  return `define ${declared.add("condition")} = ${value}`;
}

export function numberDefine(roll: Dice, declared: Declared): string {
  const value = roll.pick(["employees * 2", "visits / 3", "count of contact + 1", "contact.minutes - 0.1"]);
  return `define ${declared.add("number")} = ${value}`;
}

export function score(roll: Dice, declared: Declared): string {
  const lines = Array.from({ length: roll.whole(1, 5) }, () => scoreLine(roll, declared));
  if (roll.chance(0.3)) lines.push(`never below ${roll.whole(-5, 0)}`);
  if (roll.chance(0.2)) lines.push("never above 100");
  if (roll.chance(0.3))
    lines.push(`fades ${roll.pick(["5", "0.5"])} every ${roll.pick(["week", "month", "day"])}`);
  if (roll.chance(0.3)) lines.push(`expires after ${elapsedText(roll)}`);
  if (roll.chance(0.3)) lines.push(`resets on ${roll.pick(["reject", "hold"])} to ${roll.whole(0, 10)}`);
  return `score ${declared.add("number")} {\n  ${lines.join("\n  ")}\n}`;
}

function scoreLine(roll: Dice, declared: Declared): string {
  const points = `${roll.pick(["+", "-"])}${roll.pick(["1", "10", "0.5"])}`;
  const cap = roll.chance(0.4) ? " up to 35" : "";
  const expiry = roll.chance(0.2) ? ` expires after ${elapsedText(roll)}` : "";
  switch (roll.whole(1, 3)) {
    case 1:
      return `${points} when ${condition(roll, declared, 2)}`;
    case 2:
      return `${points} per ${roll.pick(["employees", "visits"])}${cap}`;
    default: {
      const match = roll.chance(0.4) ? ` (where ${filter(roll, declared)})` : "";
      const once = roll.chance(0.4) ? ` once per ${elapsedText(roll)}` : "";
      return match === "" || roll.chance(0.9)
        ? `${points} per contact${match}${once}${cap}${expiry}`
        : `${points} per ${roll.pick(EVENTS)}${once}${cap}${expiry}`;
    }
  }
}

export function classify(roll: Dice, declared: Declared): string {
  const unit = roll.whole(1, 3);
  const worth = () =>
    ["", ` worth $${roll.whole(0, 5000)}`, ` worth ${roll.whole(0, 50)} points`][unit - 1] ?? "";
  const cases = ["web", "referral", "third"].map(
    (name) => `${name} when ${condition(roll, declared, 2)}${worth()}`,
  );
  if (roll.chance(0.8)) cases.push(`rest otherwise${worth()}`);
  return `classify ${declared.add("class")}, first match {\n  ${cases.join("\n  ")}\n}`;
}

export function stage(roll: Dice, declared: Declared): string {
  const before = declared.of("stage");
  const after = before.length === 0 ? "" : ` after ${before.slice(-roll.whole(1, 2)).join(" or ")}`;
  const unless = roll.chance(0.3) ? ` unless ${condition(roll, declared, 1)}` : "";
  const when = roll.chance(0.3)
    ? `${roll.pick(["accept", "won", "contact"])}${unless}`
    : `(${condition(roll, declared, 2)})${unless} at ${roll.pick(["created", "touched", "handoff", "last contact"])}`;
  return `stage ${declared.add("stage")}${after} when ${when}`;
}
