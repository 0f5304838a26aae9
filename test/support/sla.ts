import { PassThrough, Readable } from "node:stream";
import { runCli } from "@entente/cli";

export interface SlaRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The instant that a run takes for now. */
export const NOW = Date.UTC(2026, 5, 30, 12);

/** Runs the `sla` command in this process, as from a pipe: no colours, 100 columns, a fixed present. */
export async function sla(cwd: string, argv: readonly string[], stdin = ""): Promise<SlaRun> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const outputs = Promise.all([text(stdout), text(stderr)]);
  const code = await runCli([...argv], {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    cwd,
    isTTY: false,
    now: () => NOW,
    columns: 100,
  });
  stdout.end();
  stderr.end();
  const [out, err] = await outputs;
  return { code, stdout: out, stderr: err };
}

async function text(stream: PassThrough): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
