import { type Dice, dice } from "../time/reference/dice.ts";
import { classify, define, numberDefine, score, stage } from "./accepted-classification.ts";
import { commitment } from "./accepted-commitment.ts";
import { FACTS } from "./accepted-facts.ts";
import { funnel, goal, governance, ladder } from "./accepted-promises.ts";
import { Declared } from "./declared.ts";

/**
 * The contract of number `seed`: declarations of every kind with clauses of every form, of the right types, so that the checker
 * accepts nearly all of them.
 */
export function acceptedContract(seed: number): string {
  const roll = dice(seed);
  const declared = new Declared();
  const some = (most: number, make: (roll: Dice, declared: Declared) => string): readonly string[] =>
    Array.from({ length: roll.whole(0, most) }, () => make(roll, declared));
  const declarations = [
    agreement(roll),
    FACTS,
    ...some(2, numberDefine),
    ...some(2, define),
    ...some(2, score),
    ...some(2, classify),
    stage(roll, declared),
    ...some(4, stage),
    ...afterStages(declared),
    ...some(1, ladder),
    ...some(2, define),
    commitment(roll, declared),
    ...some(3, commitment),
    ...some(2, goal),
    ...some(1, funnel),
    governance(roll, declared),
  ];
  return `${declarations.filter((one) => one !== "").join("\n")}\n`;
}

function afterStages(declared: Declared): readonly string[] {
  declared.isInStages = false;
  return [];
}

function agreement(roll: Dice): string {
  const zone = roll.pick(["America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe"]);
  const until = roll.pick([" to 2026-12-31", " to 2026-02-28", ""]);
  const flight = roll.chance(0.5) ? `;  in flight ${roll.pick(["keeps", "moves"])}` : "";
  return `agreement "Random" { between marketing and sales;  effective 2026-01-01${until};  time zone "${zone}";  currency USD;  calendar office${flight} }`;
}
