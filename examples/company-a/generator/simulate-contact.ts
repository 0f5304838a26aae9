import type { Happening } from "./lead-history.ts";
import { day, minute, openTimeAfter, second, type Wall, whenOpen } from "./office-time.ts";
import type { Random } from "./random.ts";
import { months, type RepId, reps } from "./story.ts";

const mostLate = 0.55;
/** Share of the late ones that nobody ever calls. */
const forgotten = 0.16;

/** A rep's answer to a notification: the first contact, in time or not, and some more; empty where there is none. */
export function contactsAfter(random: Random, rep: RepId, notified: Wall): readonly Happening[] {
  const late = random.chance(lateness(rep, notified));
  if (late && random.chance(forgotten)) return [];
  const first = openTimeAfter(whenOpen(notified), late ? lateAfter(random, rep) : inTimeAfter(random));
  const contacts: Happening[] = [{ at: first, event: "contact", detail: channel(random) }];
  for (let at = first; random.chance(0.38); ) {
    at = whenOpen(at + random.between(1, 6) * day + random.between(0, 300) * minute);
    contacts.push({ at, event: "contact", detail: channel(random) });
  }
  return contacts;
}

function lateness(rep: RepId, notified: Wall): number {
  const month = months[new Date(notified).getUTCMonth()]?.late ?? 0;
  return Math.min(mostLate, month * reps[rep].late);
}

function inTimeAfter(random: Random): number {
  const minutes = Math.min(58, 2 + Math.floor(random.around(16, 0.6)));
  return minutes * minute + random.between(0, 59) * second;
}

/** Mostly by minutes, now and then by days. */
function lateAfter(random: Random, rep: RepId): number {
  const over = random.chance(0.2) ? random.around(720, 0.7) : random.around(rep === "rep-04" ? 95 : 35, 0.8);
  return (61 + Math.floor(over)) * minute + random.between(0, 59) * second;
}

function channel(random: Random): string {
  return random.pick({ call: 0.66, email: 0.24, meeting: 0.1 });
}
