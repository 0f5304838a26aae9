import { createReplay, type Replay } from "@entente/diff";
import { createEngine, type Engine, type LeadReading, mergeEvents } from "@entente/engine";
import type { Policy } from "@entente/ir";
import type { EventStore } from "../../input/event-store.ts";
import type { InputRow } from "../../input/input-row.ts";
import { humanTime } from "../../output/human-time.ts";
import { progressOn } from "../../terminal/progress.ts";
import { write } from "../../terminal/write.ts";
import { asOf, zoneOf } from "../as-of.ts";
import { InvocationError } from "../invocation-error.ts";
import { openFile, readEvents } from "../lead-file.ts";
import { readPeople } from "../people.ts";
import { RowProblems } from "../row-problems.ts";
import type { Session } from "../session.ts";

/** The history that two versions are compared on. */
export interface ReplayFiles {
  readonly leads: string;
  readonly events?: string;
  readonly people?: string;
  readonly at?: string;
}

/**
 * Judges the leads of a file by both versions, side by side, in one pass. What is wrong with rows is told of the later
 * version; a record that only one version can read is counted.
 *
 * @throws InputError where a file cannot be read, InvocationError where one that is read twice is stdin
 */
export async function replayLeads(
  session: Session,
  base: Policy,
  head: Policy,
  files: ReplayFiles,
): Promise<Replay> {
  const { io } = session;
  for (const [option, file] of [
    ["--events", files.events],
    ["--people", files.people],
  ]) {
    if (file === "-")
      throw new InvocationError(`${option} is read once for each version, so it cannot come from stdin`);
  }
  if (files.people !== undefined && base.people === null && head.people === null)
    throw new InvocationError("--people: neither version declares a people table");
  const at = asOf(files.at, io.now(), head);
  const problems = new RowProblems((line) => write(io.stderr, `${line}\n`), null);
  const silent = new RowProblems(async () => {}, null);
  const before = await sideOf(session, base, files, silent);
  const after = await sideOf(session, head, files, problems);
  const local = `${humanTime(zoneOf(head), at)} ${head.agreement.timeZone}`;
  await write(io.stderr, `replayed as of ${local} (${new Date(at).toISOString()})\n`);
  const tally = createReplay(before.engine, after.engine, { at });
  const progress = progressOn(io, "leads", false);
  for await (const rows of openFile(files.leads, io)) {
    for (const row of rows) {
      if (row.kind === "bad") {
        await problems.add({
          file: files.leads,
          line: row.line,
          field: null,
          reason: row.message,
          raw: row.raw,
        });
        continue;
      }
      const reading = after.read(row);
      if (!reading.ok) await problems.addIssues(files.leads, row, reading.issues);
      tally.add(before.read(row), reading);
      progress.step();
    }
  }
  progress.clear();
  await problems.end();
  return tally.finish();
}

interface Side {
  readonly engine: Engine;
  /** A record as this version reads it, with its events. */
  readonly read: (row: Extract<InputRow, { kind: "row" }>) => LeadReading;
}

async function sideOf(
  { io }: Session,
  policy: Policy,
  files: ReplayFiles,
  problems: RowProblems,
): Promise<Side> {
  const table = policy.people === null ? undefined : files.people;
  const engine = createEngine(policy, { people: await readPeople(io, policy, table, problems) });
  const { reader } = engine;
  const events = await readEvents({ io, reader, problems }, files.events);
  return {
    engine,
    read: (row) => withEvents(row.table ? reader.readRow(row.record) : reader.readObject(row.record), events),
  };
}

function withEvents(reading: LeadReading, events: EventStore | null): LeadReading {
  if (!reading.ok || events === null) return reading;
  return { ok: true, facts: mergeEvents(reading.facts, events.of(reading.facts.id)) };
}
