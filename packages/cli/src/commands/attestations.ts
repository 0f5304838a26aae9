import { type Attestation, createAttestationReader } from "@entente/engine";
import type { Policy } from "@entente/ir";
import type { CliIo } from "../terminal/cli-io.ts";
import { openFile } from "./lead-file.ts";
import type { RowProblems } from "./row-problems.ts";

/**
 * What is attested of the agreement itself, read by the rules of events. Rows that cannot be read are reported and
 * left out.
 *
 * @param path relative to the current folder, `-` is stdin; undefined gives no attestations
 * @throws InputError where the file cannot be read at all
 */
export async function readAttestations(
  io: CliIo,
  policy: Policy,
  path: string | undefined,
  problems: RowProblems,
): Promise<readonly Attestation[]> {
  if (path === undefined) return [];
  const reader = createAttestationReader(policy);
  const attestations: Attestation[] = [];
  for await (const rows of openFile(path, io)) {
    for (const row of rows) {
      if (row.kind === "bad") {
        await problems.add({ file: path, line: row.line, field: null, reason: row.message, raw: row.raw });
        continue;
      }
      const reading = reader.read(row.record);
      if (reading.ok) attestations.push(reading.attestation);
      else await problems.addIssues(path, row, reading.issues);
    }
  }
  return attestations;
}
