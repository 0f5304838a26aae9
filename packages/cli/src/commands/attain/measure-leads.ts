import { type Attainment, createAttainment, type Engine } from "@entente/engine";
import type { EventStore } from "../../input/event-store.ts";
import { counted } from "../../terminal/counted.ts";
import { printable } from "../../terminal/printable.ts";
import type { Progress } from "../../terminal/progress.ts";
import { type LeadReading, readLeads } from "../lead-file.ts";
import { SeenIds } from "../run/seen-ids.ts";

/** The measuring of one file. */
export interface Measuring {
  readonly reading: LeadReading;
  readonly engine: Engine;
  /** The as-of instant, epoch milliseconds. */
  readonly at: number;
  /** The leads file, `-` for stdin. */
  readonly leads: string;
  readonly events: EventStore | null;
  readonly progress: Progress;
  /** Takes a line about the run as a whole. */
  readonly note: (line: string) => Promise<void>;
}

/** Measures the leads of a file in one pass. An id that comes twice counts twice, with a note. */
export async function measureLeads(measuring: Measuring): Promise<Attainment> {
  const { reading, engine, at, leads, events, progress, note } = measuring;
  const tally = createAttainment(engine, { at });
  const ids = new SeenIds();
  let repeated = 0;
  for await (const records of readLeads(reading, leads, events)) {
    for (const { id, lead } of records) {
      tally.add(lead);
      if (id !== null && ids.repeats(id)) repeated += 1;
      progress.step();
    }
  }
  progress.clear();
  if (repeated > 0) {
    const which = counted(repeated, "record has", "records have");
    await note(`warning: ${which} the id of an earlier one, and each was counted for itself`);
  }
  await tellStrays(events, ids, note);
  return tally.finish();
}

async function tellStrays(events: EventStore | null, ids: SeenIds, note: Measuring["note"]): Promise<void> {
  if (events === null || ids.full) return;
  const strays = [...events.leads()].filter((lead) => !ids.has(lead));
  if (strays.length === 0) return;
  const which = counted(strays.length, "lead that is", "leads that are");
  const some = strays.slice(0, 3).map(printable).join(", ");
  const more = strays.length > 3 ? ", …" : "";
  await note(`warning: there are events of ${which} not among the leads: ${some}${more}`);
}
