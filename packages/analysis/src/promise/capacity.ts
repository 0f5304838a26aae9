import { type CapacityCheck, countWords } from "@entente/engine";
import type { Period } from "@entente/ir";
import type { Finding } from "../finding.ts";
import { promiseFinding } from "./promise-finding.ts";
import type { Stream } from "./streams.ts";

/** Funnels that need more leads than their reps can work, with the sum of the first month in which they do. */
export function checkDemand(streams: readonly Stream[]): readonly Finding[] {
  return streams.flat().flatMap(({ funnel, term }) => {
    const over = term.months.flatMap(({ capacity }) => (capacity?.fits === false ? [capacity] : []));
    const [first] = over;
    if (first === undefined || funnel.capacity === null) return [];
    const { stage, available, needed, during } = first;
    const [can, must] = [countWords(available.floor()), countWords(needed.ceil())];
    const months = `in ${over.length} of ${term.months.length} months of the plan`;
    return [
      promiseFinding("promise/demand-above-capacity", funnel.capacity.span, {
        message: `\`${funnel.name}\` needs ${must} ${stage} from ${during.from} to ${during.to}, but its reps can work ${can}: more than they can do ${months}`,
        label: `${countWords(needed.sub(available).ceil())} ${stage} too few`,
        sum: [
          `${sumOf(first)} = ${can} ${stage}, and ${must} are needed`,
          `${countWords(needed.mul(first.reps).div(available).ceil())} reps could work them; or lower the quota, or agree on a higher rate`,
        ].slice(available.compare(0) > 0 ? 0 : 1, available.compare(0) > 0 ? 2 : 1),
        related: [{ span: funnel.quota?.value.span ?? funnel.span, label: "the quota that needs them" }],
      }),
    ];
  });
}

function sumOf({ reps, perRep, stage, every }: CapacityCheck): string {
  return `${countWords(reps)} reps × ${countWords(perRep)} ${stage} ${everyWords(every)}`;
}

export function everyWords({ count, unit, business }: Period): string {
  const name = `${business ? "business " : ""}${unit}`;
  return count === 1 ? `every ${name}` : `every ${count} ${name}s`;
}
