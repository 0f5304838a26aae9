import { PassThrough, Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { runCli } from "./run-cli.ts";

/** A stream that fails as a file does on a disk that is full, or as a pipe does whose reader has gone. */
function failing(code: string): Writable {
  const error = Object.assign(new Error(code), { code, syscall: "write" });
  return new Writable({ write: (_chunk, _encoding, done) => done(error) });
}

async function explained(stdout: Writable): Promise<{ readonly code: number; readonly stderr: string }> {
  const stderr = new PassThrough();
  const code = await runCli(["check", "--explain", "check/unit-mismatch"], {
    stdin: Readable.from([]),
    stdout,
    stderr,
    cwd: process.cwd(),
    isTTY: false,
    now: () => 0,
    columns: 80,
  });
  return { code, stderr: String(stderr.read() ?? "") };
}

describe("output that cannot be written", () => {
  it.each([
    [
      "ENOSPC",
      "error: the output: there is no space left to write it; make room, and run the command again\n",
    ],
    ["EIO", "error: the output: writing failed (EIO)\n"],
  ])("%s is no bug of the program: exit 3", async (code, stderr) => {
    expect(await explained(failing(code))).toEqual({ code: 3, stderr });
  });

  it("whose reader has gone away is no failure", async () => {
    expect(await explained(failing("EPIPE"))).toEqual({ code: 0, stderr: "" });
  });
});
