import { createLeadReader, type Person } from "@entente/engine";
import type { Policy } from "@entente/ir";
import type { CliIo } from "../terminal/cli-io.ts";
import { InvocationError } from "./invocation-error.ts";
import { openFile } from "./lead-file.ts";
import type { RowProblems } from "./row-problems.ts";

/**
 * The people table of a contract, read by the rules of lead records. Rows that cannot be read are reported and
 * left out.
 *
 * @param path relative to the current folder, `-` is stdin; undefined gives no people
 * @throws InvocationError where the contract declares no people, InputError where the file cannot be read at all
 */
export async function readPeople(
  io: CliIo,
  policy: Policy,
  path: string | undefined,
  problems: RowProblems,
): Promise<readonly Person[]> {
  if (path === undefined) return [];
  if (policy.people === null) throw new InvocationError("--people: this contract declares no people table");
  const reader = createLeadReader({ ...policy, lead: policy.people, events: [] });
  const people: Person[] = [];
  for await (const rows of openFile(path, io)) {
    for (const row of rows) {
      if (row.kind === "bad") {
        await problems.add({ file: path, line: row.line, field: null, reason: row.message, raw: row.raw });
        continue;
      }
      const reading = row.table ? reader.readRow(row.record) : reader.readObject(row.record);
      if (reading.ok) people.push(Object.fromEntries(reading.facts.values));
      else await problems.addIssues(path, row, reading.issues);
    }
  }
  return people;
}
