import {
  chanceRange,
  countWords,
  type FunnelHistory,
  percentWords,
  type StepHistory,
  tailsOf,
} from "@entente/engine";
import type { Funnel, Policy } from "@entente/ir";
import type { Finding } from "../finding.ts";
import { promiseFinding } from "./promise-finding.ts";

/** How likely a whole history may be to contradict rates that are true after all. */
const DOUBT = 0.01;

/**
 * Rates that a history contradicts: if the agreed rate were true, so few or so many leads would come through in less
 * than 1 of 100 cases. The doubt is shared out among all steps and both directions, so it is 1 of 100 for the whole
 * history, however many steps there are (exact binomial tails).
 *
 * @param histories counted over the leads of a file; see `createFunnelTally`
 */
export function checkHistory(policy: Policy, histories: readonly FunnelHistory[]): readonly Finding[] {
  const tested = histories.flatMap(({ steps }) => steps.filter(({ of }) => of > 0)).length;
  return histories.flatMap(({ funnel: name, steps }) => {
    const funnel = policy.funnels.find((one) => one.name === name);
    if (funnel === undefined) return [];
    return steps.flatMap((step) => (contradicts(step, DOUBT / tested) ? [findingOf(funnel, step)] : []));
  });
}

function contradicts({ came, of, agreed }: StepHistory, doubt: number): boolean {
  if (of === 0) return false;
  const groups = agreed.map(({ rate, leads }) => ({ trials: leads, chance: rate.valueOf() }));
  const { atMost, atLeast } = tailsOf(came, groups);
  return Math.min(atMost, atLeast) < doubt / 2;
}

function findingOf(funnel: Funnel, { from, to, came, of, young, agreed }: StepHistory): Finding {
  const rates = agreed.map(({ rate }) => percentWords(rate, 4)).join(" or ");
  const { low, high } = chanceRange(came, of, DOUBT);
  const expected = agreed.map(({ rate, leads }) => rate.mul(leads)).reduce((sum, part) => sum.add(part));
  const seen = `${whole(came)} of ${whole(of)}`;
  const few = expected.compare(came) > 0;
  const place = placeOf(funnel, from, to);
  return promiseFinding("promise/rates-contradict-history", place, {
    message: `the history contradicts the rate from ${from} to ${to} of \`${funnel.name}\`: ${rates} is agreed, but ${seen} came through (${share(came, of)})`,
    label: `${share(came, of)} came through`,
    sum: [
      `${agreed.map(({ rate, leads }) => `${whole(leads)} ${from} × ${percentWords(rate, 4)}`).join(" + ")} = ${countWords(expected)} ${to} expected, ${whole(came)} came`,
      `if the rate were true, so ${few ? "few" : "many"} would come in less than 1 of 100 cases; ${came} of ${of} fits rates from ${points(low)} to ${points(high)}`,
      ...(young === 0
        ? []
        : [`${whole(young)} more ${from} have not had the time of a cycle, and are not counted`]),
      "agree on a rate that the history bears out, or say what will change",
    ],
  });
}

/** The clause that states the rate; the mix where the rate is its weighted one. */
function placeOf({ rates, mix, span }: Funnel, from: string, to: string): Funnel["span"] {
  const written = rates.find((one) => one.from === from && one.to === to);
  return written?.rate.span ?? mix[0]?.span ?? span;
}

function whole(count: number): string {
  return count.toLocaleString("en-US");
}

function share(came: number, of: number): string {
  return points(came / of);
}

function points(ratio: number): string {
  return `${(ratio * 100).toFixed(1)}%`;
}
