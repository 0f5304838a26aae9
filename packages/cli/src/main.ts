#!/usr/bin/env node
import { runCli } from "./commands/run-cli.ts";

/** The width of what goes to a file or a pipe: wide enough for a table of violations. */
const fallbackColumns = 120;

// The exit code is set, not forced: what was written to a pipe still goes out.
process.exitCode = await runCli(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  isTTY: process.stdout.isTTY === true,
  stderrIsTTY: process.stderr.isTTY === true,
  now: Date.now,
  columns: process.stdout.columns ?? process.stderr.columns ?? fallbackColumns,
  environment: process.env,
});
