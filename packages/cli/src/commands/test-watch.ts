import { statSync } from "node:fs";
import { resolve } from "node:path";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { InputError } from "../input/input-error.ts";
import { counted } from "../terminal/counted.ts";
import { write } from "../terminal/write.ts";
import type { Session } from "./session.ts";
import { type TestCommandOptions, testContracts } from "./test-contracts.ts";
import { type Watch, type Watched, watchFiles } from "./test-watch-files.ts";

/** What watching needs of the outside. */
export interface Watching {
  readonly watch: Watch;
  /** Resolves when the user has had enough. */
  readonly stopped: Promise<void>;
}

const wipe = "\u001b[2J\u001b[3J\u001b[H";

/**
 * Runs the tests, and again whenever one of the contracts or what they import has changed, until the user stops it.
 *
 * @returns the exit code of the last run
 * @throws InputError where a file is not there at the beginning; later ones are reported, and awaited
 */
export async function watchContracts(
  session: Session,
  paths: readonly string[],
  options: TestCommandOptions,
  watching: Watching = { watch: watchFiles, stopped: interrupted() },
): Promise<ExitCode> {
  const { io } = session;
  let { code, watched } = await runOnce(session, paths, options, null);
  // A file may change while the tests run: what is opened before a run is heeded after it.
  let during: Change | null = null;
  for (;;) {
    const change = changeOf(watching.watch, watched);
    await write(io.stderr, `watching ${counted(watched.files.length, "file")}; Ctrl-C ends\n`);
    const changes: readonly Promise<boolean>[] = [change, during].flatMap((one) => one?.happened ?? []);
    const again = await Promise.race([...changes, watching.stopped.then(() => false)]);
    during?.close();
    during = again ? changeOf(watching.watch, watched) : null;
    change.close();
    if (!again) return code;
    if (io.isTTY) await write(io.stdout, wipe);
    ({ code, watched } = await runOnce(session, paths, options, watched));
  }
}

interface Run {
  readonly code: ExitCode;
  readonly watched: Watched;
}

/** @param before what was watched until now, which stays watched where a file has gone; null in the first run */
async function runOnce(
  session: Session,
  paths: readonly string[],
  options: TestCommandOptions,
  before: Watched | null,
): Promise<Run> {
  const { io } = session;
  const files = new Set<string>();
  try {
    const code = await testContracts(session, paths, options, ({ sources, absent, file }) => {
      for (const one of [file, ...sources.keys(), ...absent]) files.add(resolve(io.cwd, one));
    });
    if (files.size === 0 && before !== null) return { code, watched: before };
    const named = paths.map((path) => resolve(io.cwd, path));
    const folders = named.filter(isFolder);
    const others = named.filter((path) => !folders.includes(path));
    return { code, watched: { files: [...new Set([...files, ...others])], folders } };
  } catch (error) {
    if (before === null || !(error instanceof InputError)) throw error;
    await write(io.stderr, `error: ${error.message}\n`);
    return { code: exitCode.input, watched: before };
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

interface Change {
  readonly happened: Promise<boolean>;
  readonly close: () => void;
}

function changeOf(watch: Watch, watched: Watched): Change {
  let close = () => {};
  const happened = new Promise<boolean>((resolveChange) => {
    close = watch(watched, () => resolveChange(true));
  });
  return { happened, close: () => close() };
}

function interrupted(): Promise<void> {
  return new Promise((resolveStop) => {
    process.once("SIGINT", () => resolveStop());
  });
}
