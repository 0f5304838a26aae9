import type { Overshoot } from "@entente/engine";

const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1000],
] as const;

/** A length of time in its two largest units, cut off below: `3 d 4 h`, `2 h 15 min`, `under a second`. */
export function humanDuration(ms: number): string {
  return inUnits(ms, units);
}

/** Open time: as {@link humanDuration}, but in hours at most, since a business day has no fixed length. */
export function humanBusinessTime(ms: number): string {
  return `${inUnits(ms, units.slice(1))} of business time`;
}

/** How far past its deadline something is: in business time where there is a calendar. */
export function humanOvershoot({ elapsedMs, businessMs }: Overshoot): string {
  if (businessMs === null) return humanDuration(elapsedMs);
  return businessMs > 0
    ? humanBusinessTime(businessMs)
    : `${humanDuration(elapsedMs)}, outside business hours`;
}

function inUnits(ms: number, from: readonly (readonly [string, number])[]): string {
  const first = from.findIndex(([, length]) => ms >= length);
  if (first < 0) return "under a second";
  let rest = ms;
  const parts = from.slice(first, first + 2).flatMap(([name, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count === 0 ? [] : [`${count} ${name}`];
  });
  return parts.join(" ");
}
