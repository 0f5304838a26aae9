import type { LeadReader } from "@entente/engine";
import { EventStore } from "./event-store.ts";
import { type OpenOptions, openRowBatches } from "./open-rows.ts";
import type { Reject } from "./rejects-writer.ts";

export interface LoadedEvents {
  readonly events: EventStore;
  /** Rows that could not be read. */
  readonly rejected: number;
}

/**
 * Reads an event table into memory, by lead. Rows that cannot be read are handed to `reject` one issue at a
 * time, and the others go on.
 *
 * @throws InputError where the file cannot be read at all
 */
export async function loadEvents(
  path: string,
  reader: Pick<LeadReader, "readEventRow">,
  reject: (reject: Reject) => void | Promise<void>,
  options: OpenOptions = {},
): Promise<LoadedEvents> {
  const events = new EventStore();
  let rejected = 0;
  for await (const rows of openRowBatches(path, options)) {
    for (const row of rows) {
      if (row.kind === "bad") {
        rejected++;
        await reject({ file: path, line: row.line, field: null, reason: row.message, raw: row.raw });
        continue;
      }
      const reading = reader.readEventRow(row.record);
      if (reading.ok) {
        events.add(reading.lead, reading.occurrence);
        continue;
      }
      rejected++;
      for (const { field, message } of reading.issues) {
        await reject({ file: path, line: row.line, field, reason: message, raw: row.record });
      }
    }
  }
  return { events, rejected };
}
