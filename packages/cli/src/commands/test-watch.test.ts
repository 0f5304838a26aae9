import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { createSession } from "./session.ts";
import { watchContracts } from "./test-watch.ts";
import { type Watch, type Watched, watchFiles } from "./test-watch-files.ts";
import { Desk } from "./testing/desk.ts";
import { handoffContract } from "./testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());

const calendar = "calendar office { mon-fri 09:00-17:00 }";
const main = handoffContract.replace(calendar, 'import "./hours/office.sla"');
const late = main.replace("09:45   contact", "11:45   contact");
mkdirSync(join(desk.folder, "hours"));

interface Session {
  /** Does something to the files, says that they changed, and waits for the next run. */
  readonly change: (what: () => void) => Promise<void>;
  readonly end: () => Promise<number>;
  readonly out: () => string;
  readonly err: () => string;
  readonly watched: () => readonly string[];
}

async function start(paths: readonly string[], isTTY = false): Promise<Session> {
  const [stdout, stderr] = [collected(), collected()];
  const io = {
    stdin: new PassThrough(),
    stdout,
    stderr,
    cwd: desk.folder,
    isTTY,
    now: () => 0,
    columns: 100,
  };
  const open = new Set<() => void>();
  let latest: Watched = { files: [], folders: [] };
  const watch: Watch = (watched, onChange) => {
    latest = watched;
    open.add(onChange);
    return () => open.delete(onChange);
  };
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const session = createSession(
    io,
    () => false,
    () => {},
  );
  const options = { format: "pretty", filter: null, coverage: false, minCoverage: null } as const;
  const code = watchContracts(session, paths, options, { watch, stopped });
  let failure: unknown = null;
  code.catch((error: unknown) => {
    failure = error;
  });
  const ready = async () => {
    while (stderr.pending() && failure === null) await new Promise(setImmediate);
    if (failure !== null) throw failure;
  };
  await ready();
  return {
    change: async (what) => {
      what();
      stderr.expectMore();
      for (const one of open) one();
      await ready();
    },
    end: async () => {
      stop();
      expect(open.size).toBeGreaterThan(0);
      const result = await code;
      expect(open.size).toBe(0);
      return result;
    },
    out: stdout.text,
    err: stderr.text,
    watched: () => latest.files.map((file) => file.slice(desk.folder.length + 1)).toSorted(),
  };
}

/** A stream that knows whether another `watching …` line is still to come. */
function collected() {
  let text = "";
  let awaited = 1;
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const lines = () => text.split("Ctrl-C ends\n").length - 1;
  return Object.assign(stream, {
    text: () => text,
    pending: () => lines() < awaited,
    expectMore: () => {
      awaited = lines() + 1;
    },
  });
}

describe("sla test --watch", () => {
  it("runs again when the contract changes, and ends with the last run's exit code", async () => {
    desk.file("hours/office.sla", calendar);
    desk.file("a.sla", main);
    const session = await start(["a.sla"]);
    expect(session.out()).toBe("1 test in a.sla: 1 passed\n");
    expect(session.watched()).toEqual(["a.sla", "hours/office.sla"]);
    await session.change(() => desk.file("a.sla", late));
    expect(session.out()).toContain("came out  first_contact is late");
    expect(await session.end()).toBe(1);
  });

  it("runs again when an import changes", async () => {
    desk.file("hours/office.sla", calendar);
    desk.file("b.sla", main);
    const session = await start(["b.sla"]);
    await session.change(() => desk.file("hours/office.sla", calendar.replace("09:00", "08:00")));
    expect(session.out()).toContain("came out  first_contact due Mon 2026-03-09 09:00");
    expect(await session.end()).toBe(1);
  });

  it("goes on through errors, and waits for an import that is not there", async () => {
    desk.file("c.sla", main);
    rmSync(join(desk.folder, "hours/office.sla"), { force: true });
    const session = await start(["c.sla"]);
    expect(session.err()).toContain("there is no such file");
    expect(session.watched()).toEqual(["c.sla", "hours/office.sla"]);
    await session.change(() => desk.file("hours/office.sla", calendar));
    expect(session.out()).toBe("1 test in c.sla: 1 passed\n");
    await session.change(() => rmSync(join(desk.folder, "c.sla")));
    expect(session.err()).toContain("error: c.sla: there is no such file\n");
    expect(session.watched()).toEqual(["c.sla", "hours/office.sla"]);
    await session.change(() => desk.file("c.sla", main));
    expect(session.out()).toBe("1 test in c.sla: 1 passed\n".repeat(2));
    expect(await session.end()).toBe(0);
  });

  it("wipes a terminal before each further run, and nothing else", async () => {
    desk.file("hours/office.sla", calendar);
    desk.file("d.sla", main);
    const wipe = "\u001b[2J\u001b[3J\u001b[H";
    for (const isTTY of [true, false]) {
      const session = await start(["d.sla"], isTTY);
      expect(session.out()).not.toContain(wipe);
      await session.change(() => {});
      expect(session.out().includes(wipe)).toBe(isTTY);
      await session.end();
    }
  });

  it("fails at once for a file that is not there", async () => {
    await expect(start(["none.sla"])).rejects.toThrow("none.sla: there is no such file");
  });

  it("writes for people only", async () => {
    const { code, err } = await desk.sla(["test", "a.sla", "--watch", "--format", "junit"]);
    expect({ code, err }).toEqual({
      code: 3,
      err: "error: --watch writes for a person, not junit; leave one of the two out\n",
    });
  });
});

describe("watchFiles", () => {
  it.each([
    ["a file that is written", "watched.sla", "watched.sla"],
    ["a new contract in a folder", "folder", "folder/new.sla"],
  ])("tells of %s", async (_, path, written) => {
    mkdirSync(join(desk.folder, "folder"), { recursive: true });
    desk.file("watched.sla", "");
    const absolute = join(desk.folder, path);
    const watched = path.endsWith(".sla")
      ? { files: [absolute], folders: [] }
      : { files: [], folders: [absolute] };
    let close = () => {};
    await new Promise<void>((resolve) => {
      close = watchFiles(watched, resolve);
      desk.file(written, "changed");
    });
    close();
  });

  it("leaves a folder that is not there alone", () => {
    watchFiles({ files: [join(desk.folder, "nowhere/a.sla")], folders: [] }, () => {})();
  });
});
