import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { runCli } from "@entente/cli";

/** The instant of the report: in the middle of a month, a quarter and a year, so that there is something to see of each. */
export const at = "2020-09-18 12:00";

/** The files of this folder by the format that `sla report` writes. */
export const written = { html: "report.html", markdown: "report.md", ics: "meetings.ics" } as const;

/**
 * Writes the report on the year of Company A in every format, offline.
 *
 * @param folder where the files go
 * @throws Error with the command's own words where it fails
 */
export async function writeReport(folder: string): Promise<void> {
  for (const [format, name] of Object.entries(written)) {
    const errors: string[] = [];
    const argv = ["report", "company-a.sla", "--leads", "data/leads.csv", "--events", "data/events.csv"];
    const code = await runCli([...argv, "--at", at, "--format", format, "-o", join(folder, name)], {
      stdin: Readable.from([]),
      stdout: sink(() => {}),
      stderr: sink((text) => errors.push(text)),
      cwd: join(import.meta.dirname, ".."),
      isTTY: false,
      now: () => Number.NaN,
      columns: 100,
    });
    if (code !== 0) throw new Error(`sla report ended with ${code}\n${errors.join("")}`);
  }
}

function sink(take: (text: string) => void): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      take(chunk.toString("utf8"));
      done();
    },
  });
}

if (import.meta.main) await writeReport(import.meta.dirname);
