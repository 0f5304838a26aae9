import { Writable } from "node:stream";
import type { ClockVerdict, Verdict } from "@entente/engine";
import type { Action } from "@entente/ir";
import { parse } from "csv-parse/sync";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { OutputClosed } from "../terminal/write.ts";
import { createCsvReporter } from "./csv-reporter.ts";
import { createJsonlReporter } from "./jsonl-reporter.ts";
import { createTableReporter } from "./table-reporter.ts";
import { TextSink } from "./text-sink.ts";
import type { VerdictReporter } from "./verdict-reporter.ts";

const span = { file: "a.sla", start: 0, end: 0, line: 1, column: 1 };
const utc = (text: string) => Date.parse(text);
const zone = { toLocal: (at: number) => at - 4 * 3_600_000 };
const notify: Action = { verb: "notify", to: ["owner"], text: null, every: null, span };

const met: ClockVerdict = {
  commitment: "first_contact",
  clause: "1",
  party: "sales",
  owner: null,
  status: "met",
  start: utc("2020-03-06T23:30:00Z"),
  due: utc("2020-03-09T14:00:00Z"),
  done: utc("2020-03-09T13:45:00Z"),
  stop: null,
  elapsedMs: 0,
  businessMs: 0,
  remainingMs: null,
  usedPercent: 75,
  overshoot: null,
  total: null,
  steps: [],
  missing: [],
  reasons: ["done in time"],
  span,
};
const late: ClockVerdict = {
  ...met,
  status: "late",
  owner: "rep-1",
  overshoot: { elapsedMs: 8_100_000, businessMs: 8_100_000 },
  steps: [{ ladder: "chase", step: 1, at: utc("2020-03-09T14:00:00Z"), actions: [notify] }],
  reasons: ["due Mon 2020-03-09 10:00", "done Mon 2020-03-09 12:15"],
};

function verdictOf(lead: string, clocks: readonly ClockVerdict[], parts: Partial<Verdict> = {}): Verdict {
  return {
    lead,
    at: utc("2020-03-31T21:00:00Z"),
    stage: "MQL",
    stages: [
      { stage: "Lead", at: 0 },
      { stage: "MQL", at: 0 },
    ],
    classes: { lead_type: "sales_ready" },
    scores: { engagement: { minimum: 30, maximum: 30 } },
    worth: { unit: "money", minor: 400_000, currency: "USD" },
    clocks,
    violations: clocks.filter(({ status }) => status === "late" || status === "breached"),
    next: null,
    issues: [],
    judged: true,
    ...parts,
  };
}

async function report(
  create: (stream: Writable) => VerdictReporter,
  verdicts: readonly Verdict[],
  unreadable = 0,
) {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  const reporter = create(stream);
  await reporter.begin();
  for (const verdict of verdicts) await reporter.verdict(verdict);
  await reporter.end({ unreadable });
  return chunks.join("");
}

describe("JSON Lines", () => {
  it("prints a verdict in exactly the published shape", async () => {
    expect(await report(createJsonlReporter, [verdictOf("42", [met])])).toBe(
      `{"lead":"42","at":"2020-03-31T21:00:00.000Z","stage":"MQL","stages":["Lead","MQL"],` +
        `"classes":{"lead_type":"sales_ready"},"scores":{"engagement":30},"worth":{"amount":"4000.00","currency":"USD"},` +
        `"clocks":[{"commitment":"first_contact","clause":"1","party":"sales","owner":null,"status":"met",` +
        `"start":"2020-03-06T23:30:00.000Z","due":"2020-03-09T14:00:00.000Z","done":"2020-03-09T13:45:00.000Z",` +
        `"steps":[]}],"next":null,"issues":[]}\n`,
    );
  });

  it("adds overshoot and reason to a violation, after its steps", async () => {
    const text = await report(createJsonlReporter, [verdictOf("1", [late])]);
    expect(text).toContain(
      `"steps":[{"ladder":"chase","step":1,"at":"2020-03-09T14:00:00.000Z","actions":["notify owner"]}],` +
        `"overshoot":{"elapsedMs":8100000,"businessMs":8100000},"reason":"due Mon 2020-03-09 10:00; done Mon 2020-03-09 12:15"}`,
    );
  });

  it.each<[string, Partial<Verdict>, string]>([
    ["a range", { scores: { x: { minimum: 1, maximum: 5 } } }, `"scores":{"x":{"minimum":1,"maximum":5}}`],
    [
      "a range without end",
      { scores: { x: { minimum: 1, maximum: Number.POSITIVE_INFINITY } } },
      `{"minimum":1,"maximum":null}`,
    ],
    ["points", { worth: { unit: "points", points: 10 } }, `"worth":{"points":10}`],
    ["no worth, no stage", { worth: null, stage: null, stages: [] }, `"stage":null,"stages":[]`],
    ["an unknown class", { classes: { t: null } }, `"classes":{"t":null}`],
    ["a later look", { next: 0 }, `"next":"1970-01-01T00:00:00.000Z"`],
    [
      "an issue",
      { issues: [{ field: "x", column: "X", message: "m" }] },
      `"issues":[{"field":"x","column":"X","message":"m"}]`,
    ],
  ])("prints %s", async (_, parts, text) => {
    expect(await report(createJsonlReporter, [verdictOf("1", [], parts)])).toContain(text);
  });
});

describe("CSV", () => {
  it("prints a row a clock, and one for a lead without clocks", async () => {
    const text = await report(createCsvReporter, [
      verdictOf("1", [met, late]),
      verdictOf("2", [], {
        judged: false,
        stage: null,
        issues: [{ field: "x", column: null, message: 'x: found "lots"' }],
      }),
    ]);
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(
      rows.map(({ lead, status, overshoot_elapsed_ms, steps, issues }) => [
        lead,
        status,
        overshoot_elapsed_ms,
        steps,
        issues,
      ]),
    ).toEqual([
      ["1", "met", "", "", ""],
      ["1", "late", "8100000", "notify owner", ""],
      ["2", "", "", "", 'x: found "lots"'],
    ]);
  });

  it.each(["=1+1", "+1", "-1", "@x", "\tx", '=HYPERLINK("x","y")'])(
    "keeps %j from being a formula",
    async (lead) => {
      const text = await report(createCsvReporter, [verdictOf(lead, [met])]);
      const rows = parse(text, { columns: true }) as Record<string, string>[];
      expect(rows.map(({ lead }) => lead)).toEqual([`'${lead}`]);
    },
  );
});

describe("the table", () => {
  const table =
    (columns: number, most = 50) =>
    (stream: Writable) =>
      createTableReporter(stream, { zone, columns, most });
  const breached: ClockVerdict = {
    ...late,
    status: "breached",
    done: null,
    clause: "early",
    commitment: "アプローチ",
    party: "セールス",
    overshoot: { elapsedMs: 200_000_000, businessMs: null },
  };

  it("lists violations worst first, with local due times and overshoot in words", async () => {
    const text = await report(table(160), [
      verdictOf("1", [late]),
      verdictOf("2", [met]),
      verdictOf("3", [breached]),
    ]);
    const [worse, better] = [text.indexOf("アプローチ/early"), text.indexOf("first_contact")];
    expect(worse).toBeGreaterThan(0);
    expect(better).toBeGreaterThan(worse);
    expect(text).toContain("Mon 2020-03-09 10:00");
    expect(text).toContain("2 h 15 min of business time (done late)");
    expect(text).toContain("2 d 7 h");
    expect(text).toContain("notify owner");
  });

  it("draws lines of one width with wide characters", async () => {
    const text = await report(table(160), [verdictOf("展示会", [breached]), verdictOf("1", [late])]);
    const widths = text
      .split("\n")
      .filter((line) => /^[│├┌└]/.test(line))
      .map((line) => stringWidth(line));
    expect(widths.length).toBeGreaterThan(4);
    expect(new Set(widths).size).toBe(1);
  });

  it("turns into blocks on a narrow terminal and stays within it", async () => {
    const text = await report(table(50), [verdictOf("1", [late]), verdictOf("2", [breached])]);
    expect(text).not.toContain("│");
    expect(text).toContain("past due by   2 h 15 min of business");
    expect(Math.max(...text.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(50);
  });

  it("counts what it does not list", async () => {
    const verdicts = Array.from({ length: 300 }, (_, i) =>
      verdictOf(`lead-${i}`, [{ ...late, overshoot: { elapsedMs: i, businessMs: i } }]),
    );
    const text = await report(table(160, 2), verdicts);
    expect(text).toContain("lead-299");
    expect(text).toContain("lead-298");
    expect(text).not.toContain("lead-297");
    expect(text).toContain("and 298 more violations");
  });

  it("sums the run up", async () => {
    const invalid = verdictOf("x", [], { judged: false, stage: null });
    const text = await report(table(160), [verdictOf("1", [met, late]), verdictOf("2", [met]), invalid], 7);
    expect(text).toMatch(/3 leads, 1 violation\n/);
    expect(text).toMatch(/leads by stage\n {2}MQL {2}2\n/);
    expect(text).toMatch(/clocks by status\n {2}met {3}2\n {2}late {2}1\n/);
    expect(text).toMatch(/violations by party\n {2}sales {2}1\n/);
    expect(text).toContain("not judged: 1 lead with an invalid record");
    expect(text).toContain("7 rows that could not be taken apart");
  });

  it("says so where nothing is wrong", async () => {
    expect(await report(table(80), [verdictOf("1", [met])])).toMatch(/^1 lead, no violations\n/);
  });

  it("shows control characters of data as pictures", async () => {
    const text = await report(table(160), [verdictOf("\u001b[2J\nx", [late])]);
    expect(text).not.toContain("\u001b");
  });
});

describe("writing", () => {
  it("waits for a slow stream", async () => {
    let taken = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk, _encoding, done) {
        setImmediate(() => {
          taken += chunk.length;
          done();
        });
      },
    });
    const sink = new TextSink(slow);
    for (let i = 0; i < 10; i++) {
      await sink.write("x".repeat(70_000));
      expect(taken).toBe((i + 1) * 70_000);
    }
  });

  it("stops with OutputClosed where the reader has gone away", async () => {
    const closed = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
      },
    });
    const reporter = createJsonlReporter(closed);
    await reporter.verdict(verdictOf("1", []));
    await expect(reporter.end({ unreadable: 0 })).rejects.toBeInstanceOf(OutputClosed);
  });

  it("passes other failures on", async () => {
    const full = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error("no space left"), { code: "ENOSPC" }));
      },
    });
    const sink = new TextSink(full);
    sink.write("x");
    await expect(sink.flush()).rejects.toMatchObject({ cause: { code: "ENOSPC" } });
  });
});
