import { MS_PER_DAY, type Zone } from "@entente/ir";
import { localWords } from "../clocks/clock-words.ts";
import type { WalkStretch } from "./walk.ts";

/** Phrases of a walk that are told in full; of a longer one the middle is summed up. */
const LONGEST = 8;

/**
 * A walk as one line, on the wall clock of the hours that count: `Fri 2020-03-06 18:30 start, closed until Mon 09:00
 * (night, weekend), counts 09:00-10:00, due Mon 10:00`.
 *
 * @param due epoch milliseconds, or Infinity while a pause has no end
 */
export function walkWords(zone: Zone, start: number, walk: readonly WalkStretch[], due: number): string {
  const phrases: string[] = [];
  let before = start;
  for (const group of grouped(walk)) {
    phrases.push(phrase(zone, group, before));
    before = group.to ?? group.from;
  }
  const end = Number.isFinite(due)
    ? `due ${shortly(zone, due, before, true)}`
    : "no deadline until it resumes";
  return [`${localWords(zone, start)} start`, ...abridged(phrases), end].join(", ");
}

/** Stretches of one kind that follow one another, with all their reasons. */
type Group = Pick<WalkStretch, "from" | "to" | "kind"> & { readonly why: readonly string[] };

function grouped(walk: readonly WalkStretch[]): readonly Group[] {
  const groups: Group[] = [];
  for (const { from, to, kind, why } of walk) {
    const last = groups.at(-1);
    const reasons = why === null ? [] : [why];
    if (last?.kind !== kind) groups.push({ from, to, kind, why: reasons });
    else groups[groups.length - 1] = { ...last, to, why: [...new Set([...last.why, ...reasons])] };
  }
  return groups;
}

function phrase(zone: Zone, { from, to, kind, why }: Group, before: number): string {
  const reasons = why.length === 0 ? "" : ` (${why.join(", ")})`;
  if (to === null) return `${kind} from ${shortly(zone, from, before)}${reasons}`;
  if (kind !== "open") return `${kind} until ${shortly(zone, to, before)}${reasons}`;
  const start = shortly(zone, from, before);
  return isSameDay(zone, from, to)
    ? `counts ${start}-${shortly(zone, to, from)}`
    : `counts ${start} to ${shortly(zone, to, from)}`;
}

function abridged(phrases: readonly string[]): readonly string[] {
  if (phrases.length <= LONGEST) return phrases;
  const left = phrases.length - LONGEST + 1;
  return [...phrases.slice(0, LONGEST - 2), `and so on ${left} more times`, ...phrases.slice(-1)];
}

/** The time alone on the day just spoken of (unless the day is asked for), the day of the week within a week, else the date too. */
function shortly(zone: Zone, at: number, before: number, withDay = false): string {
  const [day = "", date = "", time = ""] = localWords(zone, at).split(" ");
  if (!withDay && isSameDay(zone, at, before)) return time;
  const days = zone.localDay(at) - zone.localDay(before);
  return days >= 0 && days < 7 ? `${day} ${time}` : `${day} ${date} ${time}`;
}

function isSameDay(zone: Zone, a: number, b: number): boolean {
  return Math.floor(zone.toLocal(a) / MS_PER_DAY) === Math.floor(zone.toLocal(b) / MS_PER_DAY);
}
