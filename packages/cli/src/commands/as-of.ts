import { type Policy, Zone } from "@entente/ir";
import { InvocationError } from "./invocation-error.ts";

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/;

const dayMs = 86_400_000;

/**
 * The instant that `--at` names, epoch milliseconds: an ISO instant with its offset, or a local time in the
 * agreement's zone, where `24:00` is the end of the day. A date alone names a day, not an instant, and is refused.
 *
 * @param text what was given; undefined means `now`
 * @throws InvocationError that says what to write
 */
export function asOf(text: string | undefined, now: number, policy: Policy): number {
  if (text === undefined) return now;
  const match = pattern.exec(text.trim());
  if (match === null)
    throw new InvocationError(`--at: ${JSON.stringify(text)} is not an instant. ${howTo(policy)}`);
  const [, year, month, day, hour, minute, second = "0", fraction = "0", offset] = match;
  if (hour === undefined || minute === undefined) {
    throw new InvocationError(
      `--at: ${text} is a day, and a verdict holds at an instant. ${howTo(policy, text.trim())}`,
    );
  }
  const local = wallClock(
    [year, month, day, hour, minute, second].map(Number),
    Number(fraction.padEnd(3, "0")),
  );
  if (local === undefined)
    throw new InvocationError(`--at: ${text} does not exist: there is no such date or time`);
  if (offset !== undefined) return local - offsetOf(offset);
  return zoneOf(policy).toInstant(local);
}

/** The zone that local times of an agreement are read and shown in. */
export function zoneOf(policy: Policy): Zone {
  const { timeZone } = policy.agreement;
  const table = policy.zones[timeZone];
  if (table === undefined) throw new InvocationError(`the policy has no rules for the time zone ${timeZone}`);
  return new Zone(timeZone, table);
}

function howTo(policy: Policy, date = "2020-03-31"): string {
  const { timeZone } = policy.agreement;
  return `Write "${date} 24:00" for the end of that day in ${timeZone}, or an instant such as ${date}T17:00:00Z.`;
}

/** Milliseconds of a wall clock as if it were UTC; undefined where the date or time does not exist. */
function wallClock(parts: readonly number[], milliseconds: number): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (hour === 24 && minute === 0 && second === 0 && milliseconds === 0) {
    const midnight = wallClock([year, month, day], 0);
    return midnight === undefined ? undefined : midnight + dayMs;
  }
  const at = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  const back = new Date(at);
  const exists =
    back.getUTCFullYear() === year &&
    back.getUTCMonth() === month - 1 &&
    back.getUTCDate() === day &&
    back.getUTCHours() === hour &&
    back.getUTCMinutes() === minute &&
    back.getUTCSeconds() === second;
  return exists ? at : undefined;
}

function offsetOf(text: string): number {
  if (text === "Z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(-2));
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
