import {
  countWords,
  type Exact,
  exactAmount,
  type HoursOnDemand,
  hoursOnDemand,
  openHours,
  type PlanMonth,
} from "@entente/engine";
import type { Finding } from "../finding.ts";
import type { Model } from "../model.ts";
import { promiseFinding } from "./promise-finding.ts";
import { orNull, type PlannedStream, type Stream } from "./streams.ts";
import { type Touches, touchesOf } from "./touches.ts";

/**
 * The least time that a touch by a person takes, in minutes. It is set low, so that what is reported cannot be done by
 * people at all, however quick they are.
 */
export const LEAST_MINUTES = 1;

/**
 * Cadences that leave the reps less than a minute for each touch: the leads that the quota needs, times the touches that
 * each is promised, against the open hours of all reps of the funnel's capacity.
 */
export function checkCadenceHours({ policy }: Model, streams: readonly Stream[]): readonly Finding[] {
  const hours = hoursOnDemand(policy);
  const cadences = streams.some((stream) => stream.some(({ funnel }) => funnel.capacity !== null))
    ? touchesOf(policy)
    : [];
  if (cadences.length === 0 || hours() === null) return [];
  return cadences.flatMap((touches) => {
    const found = streams.flat().flatMap((stream) => firstOver(hours, stream, touches) ?? []);
    return found.slice(0, 1).map((over) => findingOf(touches, over));
  });
}

interface Over {
  readonly stream: PlannedStream;
  readonly month: PlanMonth;
  readonly leads: Exact;
  readonly reps: Exact;
  /** Open hours of one rep in the month. */
  readonly hours: Exact;
  readonly touches: Exact;
  /** Open minutes of all reps for each touch. */
  readonly minutes: Exact;
}

function firstOver(hoursOf: HoursOnDemand, stream: PlannedStream, { stage, times }: Touches): Over | null {
  const { capacity } = stream.funnel;
  if (capacity === null) return null;
  for (const month of stream.term.months) {
    const leads = month.needs.get(stage);
    const reps = orNull(() => exactAmount(capacity.reps, month.from));
    const hours = orNull(() => openHours(hoursOf, month));
    if (leads === undefined || reps === null || hours === null || leads.equals(0)) continue;
    const touches = leads.ceil().mul(times);
    const minutes = reps.mul(hours).mul(60).div(touches);
    if (minutes.compare(LEAST_MINUTES) < 0) return { stream, month, leads, reps, hours, touches, minutes };
  }
  return null;
}

function findingOf(
  touches: Touches,
  { stream, month, leads, reps, hours, minutes, touches: all }: Over,
): Finding {
  const { commitment, clause, party, stage, times } = touches;
  const seconds = countWords(minutes.mul(60).floor());
  return promiseFinding("promise/cadence-beyond-hours", clause.span, {
    message: `\`${commitment.name}\` needs more working hours than ${party} has: its reps would have ${seconds} seconds for each touch from ${month.from} to ${month.to}`,
    label: `${countWords(all)} touches`,
    sum: [
      `${countWords(leads.ceil())} ${stage} × ${times} touches = ${countWords(all)} touches, where none ends early`,
      `${countWords(reps)} reps × ${countWords(hours)} open hours = ${countWords(reps.mul(hours))} hours = ${countWords(reps.mul(hours).mul(60))} minutes`,
      "ask for fewer touches, for them from fewer leads, or plan with more reps",
    ],
    related: [
      {
        span: stream.funnel.capacity?.span ?? stream.funnel.span,
        label: "the reps that there are",
      },
    ],
  });
}
