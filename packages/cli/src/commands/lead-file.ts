import { resolve } from "node:path";
import { type InvalidLead, type LeadFacts, type LeadReader, mergeEvents } from "@entente/engine";
import type { EventStore } from "../input/event-store.ts";
import type { InputRow } from "../input/input-row.ts";
import { loadEvents } from "../input/load-events.ts";
import { openRowBatches } from "../input/open-rows.ts";
import type { CliIo } from "../terminal/cli-io.ts";
import { asWritten } from "./input-name.ts";
import { InvocationError } from "./invocation-error.ts";
import type { RowProblems } from "./row-problems.ts";

/** A record of the leads file: a lead with its events, or one that is invalid and has been reported. */
export interface LeadRecord {
  readonly line: number;
  /** Null where the record does not even say which lead it is. */
  readonly id: string | null;
  readonly lead: { readonly ok: true; readonly facts: LeadFacts } | InvalidLead;
}

/** What leads are read with. */
export interface LeadReading {
  readonly io: CliIo;
  readonly reader: LeadReader;
  /** Takes what is wrong with rows. */
  readonly problems: RowProblems;
  /** Is given the columns of a table, once, before its leads. */
  readonly onColumns?: (columns: readonly string[]) => Promise<void>;
}

/**
 * The records of a leads file in batches, in the order of the file, each with its events. Rows that cannot be
 * taken apart are reported and left out.
 *
 * @param path relative to the current folder; `-` is stdin
 * @throws InputError where the file cannot be read at all
 */
export async function* readLeads(
  { io, reader, problems, onColumns }: LeadReading,
  path: string,
  events: EventStore | null,
): AsyncGenerator<LeadRecord[]> {
  let headed = false;
  for await (const rows of openFile(path, io)) {
    const records: LeadRecord[] = [];
    for (const row of rows) {
      if (row.kind === "bad") {
        await problems.add({ file: path, line: row.line, field: null, reason: row.message, raw: row.raw });
        continue;
      }
      if (!headed && row.table) await onColumns?.(Object.keys(row.record));
      headed = true;
      const reading = row.table ? reader.readRow(row.record) : reader.readObject(row.record);
      if (reading.ok) {
        const { id } = reading.facts;
        const facts = events === null ? reading.facts : mergeEvents(reading.facts, events.of(id));
        records.push({ line: row.line, id, lead: { ok: true, facts } });
        continue;
      }
      await problems.addIssues(path, row, reading.issues);
      records.push({ line: row.line, id: reading.id, lead: reading });
    }
    yield records;
  }
}

/** The events file, where one is given, read into memory. */
export async function readEvents(
  { io, reader, problems }: LeadReading,
  path: string | undefined,
): Promise<EventStore | null> {
  if (path === undefined) return null;
  const report = (reject: Parameters<RowProblems["add"]>[0]) => problems.add({ ...reject, file: path });
  try {
    const { events } = await loadEvents(located(path, io.cwd), reader, report, { stdin: io.stdin });
    return events;
  } catch (error) {
    throw asWritten(error, path);
  }
}

/** The rows of a file in batches. */
export async function* openFile(path: string, io: CliIo): AsyncGenerator<InputRow[]> {
  try {
    yield* openRowBatches(located(path, io.cwd), { stdin: io.stdin });
  } catch (error) {
    throw asWritten(error, path);
  }
}

/** @throws InvocationError where more than one file is to come from stdin */
export function refuseSharedStdin(files: Readonly<Record<string, string | undefined>>): void {
  const options = Object.entries(files).filter(([, file]) => file === "-");
  if (options.length > 1) {
    const names = options.map(([option]) => option).join(" and ");
    throw new InvocationError(`${names} cannot both come from stdin; give one of them as a file`);
  }
}

/** A path from the current folder; `-` stays what it is. */
export function located(path: string, cwd: string): string {
  return path === "-" ? path : resolve(cwd, path);
}
