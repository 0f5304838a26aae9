import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { CliIo } from "./cli-io.ts";
import { coloursFor } from "./colours.ts";
import { counted, listed } from "./counted.ts";
import { expandTabs, wrap } from "./layout.ts";
import { progressOn } from "./progress.ts";
import { isClosedPipe, OutputClosed, write } from "./write.ts";

describe("layout", () => {
  it.each([
    ["\ta", "    a"],
    ["a\tb", "a   b"],
    ["abcd\te", "abcd    e"],
    ["会社\tb", "会社    b"],
    ["plain", "plain"],
  ])("expands the tabs of %j", (line, expanded) => {
    expect(expandTabs(line)).toBe(expanded);
  });

  it("breaks between words, never within one", () => {
    expect(wrap("a bb incomprehensible c", 6)).toEqual(["a bb", "incomprehensible", "c"]);
    expect(wrap("会社 会社 会社", 9)).toEqual(["会社 会社", "会社"]);
    expect(wrap("one\ntwo", 80)).toEqual(["one", "two"]);
  });

  it("counts and lists", () => {
    expect([counted(1, "error"), counted(1204, "row"), counted(2, "party", "parties")]).toEqual([
      "1 error",
      "1,204 rows",
      "2 parties",
    ]);
    expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"], "or")]).toEqual([
      "",
      "a",
      "a and b",
      "a, b or c",
    ]);
  });
});

function io(parts: Partial<CliIo>, shown: string[] = []): CliIo {
  const stderr = new Writable({
    write(chunk, _encoding, done) {
      shown.push(String(chunk));
      done();
    },
  });
  return {
    stdin: undefined,
    stdout: stderr,
    stderr,
    cwd: "",
    isTTY: false,
    now: () => 0,
    columns: 80,
    ...parts,
  } as never;
}

describe("colours", () => {
  it.each([
    ["a terminal", true, true, {}, true],
    ["a file", false, true, {}, false],
    ["--no-color", true, false, {}, false],
    ["NO_COLOR", true, true, { NO_COLOR: "1" }, false],
    ["an empty NO_COLOR", true, true, { NO_COLOR: "" }, true],
  ])("%s", (_, tty, wanted, environment, coloured) => {
    const text = coloursFor(io({ environment }), tty, wanted).red("x");
    expect(text.includes("\u001b")).toBe(coloured);
  });
});

describe("progress", () => {
  function shownBy(parts: Partial<CliIo>, quiet: boolean, steps: number): string {
    const shown: string[] = [];
    const progress = progressOn(io(parts, shown), "leads", quiet);
    for (let step = 0; step < steps; step += 1) progress.step();
    progress.clear();
    return shown.join("");
  }

  it("counts on a terminal and takes its line away", () => {
    expect(shownBy({ isTTY: true }, false, 5000)).toBe("\r\u001b[K5,000 leads so far\r\u001b[K");
  });
  it.each([
    ["short work", { isTTY: true }, false, 4999],
    ["a pipe", { isTTY: false }, false, 20_000],
    ["stderr in a file", { isTTY: true, stderrIsTTY: false }, false, 20_000],
    ["--quiet", { isTTY: true }, true, 20_000],
  ])("says nothing for %s", (_, parts, quiet, steps) => {
    expect(shownBy(parts, quiet, steps)).toBe("");
  });
});

describe("writing", () => {
  function failingWith(code: string): Writable {
    const stream = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
    });
    return stream.on("error", () => {});
  }

  it("says that the reader has gone", async () => {
    await expect(write(failingWith("EPIPE"), "x")).rejects.toBeInstanceOf(OutputClosed);
  });
  it("passes other failures on", async () => {
    await expect(write(failingWith("ENOSPC"), "x")).rejects.toMatchObject({
      name: "OutputFailed",
      file: null,
      cause: { code: "ENOSPC" },
    });
  });
  it("tells the two apart", () => {
    expect(isClosedPipe(new OutputClosed())).toBe(true);
    expect(isClosedPipe(Object.assign(new Error(), { code: "EPIPE" }))).toBe(true);
    expect(isClosedPipe(new Error("EPIPE"))).toBe(false);
    expect(isClosedPipe(null)).toBe(false);
  });
});
