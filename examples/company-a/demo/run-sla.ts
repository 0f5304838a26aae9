import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { runCli } from "@entente/cli";

/** A clock as `sla run --format jsonl` prints it; instants are ISO strings. */
export interface Clock {
  readonly commitment: string;
  readonly owner: string | null;
  readonly status: string;
  readonly due: string | null;
  readonly done: string | null;
  readonly steps: readonly { readonly actions: readonly string[] }[];
  readonly overshoot?: { readonly elapsedMs: number; readonly businessMs: number | null };
}

export interface Verdict {
  readonly lead: string;
  readonly stage: string | null;
  /** At least one for each clause, unless the record is invalid: then none. */
  readonly clocks: readonly Clock[];
}

/** What is wrong with one row, as `sla run --rejects` writes it. */
export interface Reject {
  readonly file: string;
  readonly line: number;
  readonly field: string | null;
}

export interface Judged {
  readonly verdicts: readonly Verdict[];
  readonly rejects: readonly Reject[];
  /** Notes of the run that are not about a row. */
  readonly warnings: readonly string[];
}

/**
 * Runs `sla run` in this process, offline, and reads what it printed.
 *
 * @param folder where the contract and its data lie
 * @throws Error with the command's own words where it fails
 */
export async function judge(folder: string, argv: readonly string[], at: string): Promise<Judged> {
  const scratch = mkdtempSync(join(tmpdir(), "sla-demo-"));
  const rejects = join(scratch, "rejects.jsonl");
  const out = captured();
  const err = captured();
  try {
    const code = await runCli(["run", ...argv, "--at", at, "--format", "jsonl", "--rejects", rejects], {
      stdin: Readable.from([]),
      stdout: out.stream,
      stderr: err.stream,
      cwd: folder,
      isTTY: false,
      now: () => Number.NaN,
      columns: 100,
    });
    if (code !== 0) throw new Error(`sla run ended with ${code}\n${err.text()}`);
    const warnings = linesOf(err.text()).filter((line) => line.startsWith("warning: "));
    return { verdicts: records(out.text()), rejects: records(readFileSync(rejects, "utf8")), warnings };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function captured(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString("utf8") };
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}

function records<T>(jsonLines: string): readonly T[] {
  return linesOf(jsonLines).map((line): T => JSON.parse(line));
}
