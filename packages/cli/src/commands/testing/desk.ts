import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import type { CliIo } from "../../terminal/cli-io.ts";
import { runCli } from "../run-cli.ts";

/** What came of one invocation of `sla` in this process. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A temporary folder for tests, in which commands run with their output captured. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), "sla-"));

  /** Writes a file of the folder. */
  file(name: string, content: string | Uint8Array): string {
    writeFileSync(join(this.folder, name), content);
    return name;
  }

  /** Runs `sla` in the folder; the folder's own path is replaced by `<folder>` in what it writes. */
  async sla(
    argv: readonly string[],
    io: Partial<CliIo> & { readonly input?: string } = {},
  ): Promise<Outcome> {
    const out = capture();
    const err = capture();
    const code = await runCli(argv, {
      stdin: Readable.from([Buffer.from(io.input ?? "")]),
      stdout: out.stream,
      stderr: err.stream,
      cwd: this.folder,
      isTTY: false,
      now: () => Date.UTC(2026, 2, 31, 12),
      columns: 100,
      ...io,
    });
    const anonymous = (text: string) => text.replaceAll(this.folder, "<folder>");
    return { code, out: anonymous(out.text()), err: anonymous(err.text()) };
  }

  /** Removes the folder. */
  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function capture(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString("utf8") };
}
