import type { Engine } from "@entente/engine";
import { collectReport, type Report } from "@entente/report";
import type { EventStore } from "../../input/event-store.ts";
import { counted } from "../../terminal/counted.ts";
import { printable } from "../../terminal/printable.ts";
import type { Progress } from "../../terminal/progress.ts";
import { type LeadReading, readLeads } from "../lead-file.ts";
import { SeenIds } from "../run/seen-ids.ts";

/** The gathering of one file into a report. */
export interface Gathering {
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

/** How many leads of a kind a warning names. */
const namedLeads = 3;

/** Gathers the leads of a file in one pass. An id that comes twice counts twice, with a note. */
export async function gatherLeads(gathering: Gathering): Promise<Report> {
  const { reading, engine, at, leads, events, progress, note } = gathering;
  const collector = collectReport(engine, { at });
  const ids = new SeenIds();
  let repeated = 0;
  for await (const records of readLeads(reading, leads, events)) {
    for (const { id, lead } of records) {
      collector.add(lead);
      if (id !== null && ids.repeats(id)) repeated += 1;
      progress.step();
    }
  }
  progress.clear();
  if (repeated > 0) {
    const which = counted(repeated, "record has", "records have");
    await note(`warning: ${which} the id of an earlier one, and each was counted for itself`);
  }
  const strays = events === null || ids.full ? [] : [...events.leads()].filter((lead) => !ids.has(lead));
  if (strays.length > 0) await note(strayWarning(strays));
  return collector.finish();
}

function strayWarning(strays: readonly string[]): string {
  const which = counted(strays.length, "lead that is", "leads that are");
  const some = strays.slice(0, namedLeads).map(printable).join(", ");
  const more = strays.length > namedLeads ? ", …" : "";
  return `warning: there are events of ${which} not among the leads: ${some}${more}`;
}
