/**
 * The engine's calendars beside the slow ones of test/time/reference, on random calendars around every clock change of
 * every zone from 2020 to 2035, and in zones without any: `node bench/time/long-run.ts [rounds]`, each round with calendars of
 * its own. Ends with 1 where an answer differs.
 */
import { type CaseResult, compareCase } from "../../test/time/reference/compare-case.ts";
import { dice } from "../../test/time/reference/dice.ts";
import { transitionsOf, ZONES } from "../../test/time/reference/transitions.ts";

const QUESTION_ROUNDS = 4;
const LISTED = 5;

const rounds = Number(process.argv[2] ?? 1);
const places = ZONES.flatMap((timeZone) => {
  const changes = transitionsOf(timeZone, 2020, 2035);
  return changes.length > 0 ? changes : [{ timeZone, at: Date.UTC(2026, 2, 2, 12) }];
});

let calendars = 0;
let asked = 0;
let differing = 0;
for (let round = 0; round < rounds; round += 1) {
  for (const { timeZone, at } of places) {
    const seed = calendars;
    calendars += 1;
    tell(seed, compareCase(dice(seed), timeZone, at, QUESTION_ROUNDS));
  }
}
console.log(
  `${ZONES.length} zones, ${places.length} places in time, ${calendars} calendars: ${asked} questions, ${differing} mismatches`,
);
process.exitCode = differing === 0 ? 0 : 1;

function tell(seed: number, result: CaseResult): void {
  asked += result.asked;
  for (const mismatch of result.mismatches) {
    differing += 1;
    if (differing <= LISTED) console.log(`seed ${seed}: ${JSON.stringify(mismatch)}`);
  }
}
