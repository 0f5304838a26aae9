import { eventRow } from "./event-row.ts";
import type { Happening } from "./lead-history.ts";
import { wallOf } from "./office-time.ts";
import type { PlacedEvent, SituationLead } from "./parse-situations.ts";
import type { Random } from "./random.ts";
import { createdIn } from "./simulate-created.ts";
import { type SimulatedLead, simulateLead } from "./simulate-lead.ts";
import { months } from "./story.ts";

/** When the two files were written: nothing later is in them. */
export const exported = "2020-12-31 12:00";

/** Leads that came in before the agreement began; those of them that reached a proposal are in the files. */
const before = [
  { month: "2019-11", leads: 90 },
  { month: "2019-12", leads: 90 },
];
const duplicateShare = 0.004;
const lateRowShare = 0.01;

/** The leads of the year with their events, in the order in which they came in. */
export function simulateYear(random: Random): readonly SituationLead[] {
  const year = months.map(({ leads }, i) => ({ month: `2020-${String(i + 1).padStart(2, "0")}`, leads }));
  const ended = wallOf(exported);
  const created = [...before, ...year].flatMap(({ month, leads }) => createdIn(random, month, leads));
  return created
    .filter((at) => at < ended)
    .map((at, index) => ({ at, lead: simulateLead(random, index + 1, at) }))
    .filter(({ at, lead }) => at >= wallOf("2020-01-01 00:00") || isOpenBusiness(lead))
    .map(({ lead }) => exportedLead(random, lead));
}

function isOpenBusiness({ happenings }: SimulatedLead): boolean {
  return happenings.some(({ event }) => event === "proposal");
}

function exportedLead(random: Random, { row, happenings }: SimulatedLead): SituationLead {
  const known = happenings.filter(({ at }) => at <= wallOf(exported));
  return { row, events: known.map((happening) => placed(random, row.id, happening)) };
}

/** Exports repeat a row now and then, or bring one after its time. */
function placed(random: Random, lead: string, happening: Happening): PlacedEvent {
  return {
    row: eventRow(lead, happening),
    copies: random.chance(duplicateShare) ? 2 : 1,
    late: random.chance(lateRowShare),
  };
}
