import { contactDetails, type Happening, type LeadRow } from "./lead-history.ts";
import { day, isoOf, minute, second, type Wall } from "./office-time.ts";
import type { Random } from "./random.ts";
import { contactsAfter } from "./simulate-contact.ts";
import { dealAfter } from "./simulate-deal.ts";
import { interest, type RepId, reps, type Source, sources } from "./story.ts";

export interface SimulatedLead {
  readonly row: LeadRow;
  readonly happenings: readonly Happening[];
}

/** One lead of the year and everything that happens to it. */
export function simulateLead(random: Random, number: number, created: Wall): SimulatedLead {
  const source = random.pick(sources);
  const rep = random.pick(repShares);
  const wants = random.chance(interest[source].wantsContact);
  const row = leadRow(random, number, { source, rep, wants, created });
  const happenings = wants
    ? pursued(random, source, rep, created)
    : source === "webinar" && random.chance(0.3)
      ? [notification(random, created)]
      : [];
  return { row, happenings };
}

const repShares = Object.fromEntries(Object.entries(reps).map(([id, { leads }]) => [id, leads])) as Record<
  RepId,
  number
>;

function leadRow(
  random: Random,
  number: number,
  lead: { source: Source; rep: RepId; wants: boolean; created: Wall },
): LeadRow {
  const { email, company, phone } = contactDetails(number);
  return {
    id: `L-${String(number).padStart(4, "0")}`,
    email: random.chance(0.985) ? email : "",
    company: random.chance(0.97) ? company : "",
    phone: random.chance(0.95) ? phone : "",
    source: lead.source,
    wants_contact: lead.wants ? "yes" : "no",
    owner: random.chance(0.985) ? lead.rep : "",
    created: isoOf(lead.created),
  };
}

function notification(random: Random, after: Wall): Happening {
  return { at: after + random.between(1, 6) * minute + random.between(0, 59) * second, event: "notified" };
}

function pursued(random: Random, source: Source, rep: RepId, created: Wall): readonly Happening[] {
  const notified = notification(random, created);
  const contacts = contactsAfter(random, rep, notified.at);
  const first = contacts[0];
  if (first === undefined) return [notified];
  const chance = interest[source].proposal * (first.at - notified.at > 3 * day ? 0.75 : 1);
  const after = dealAfter(random, first.at, chance);
  const again = after.length === 0 && random.chance(0.05) ? askedAgain(random, rep, first.at) : [];
  return [notified, ...contacts, ...again, ...after, ...questions(random, first.at)];
}

/** A lead that comes back some weeks later is notified anew. */
function askedAgain(random: Random, rep: RepId, contact: Wall): readonly Happening[] {
  const notified = notification(random, contact + random.between(18, 60) * day);
  return [notified, ...contactsAfter(random, rep, notified.at)];
}

/** Sales asks marketing about the quality of the lead; marketing answers within the day, mostly. */
function questions(random: Random, contact: Wall): readonly Happening[] {
  if (!random.chance(0.06)) return [];
  const at = contact + random.between(10, 90) * minute;
  const asked: Happening = { at, event: "quality_question" };
  const hours = random.pick({ 3: 5, 8: 3, 20: 4, 23: 1, 27: 1, 50: 1, 0: 1 });
  if (hours === "0") return [asked];
  const answered = at + Number(hours) * 60 * minute + random.between(0, 50) * minute;
  return [asked, { at: answered, event: "feedback", detail: "marketing" }];
}
