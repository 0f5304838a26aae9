import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EventStore } from "./event-store.ts";
import { loadEvents } from "./load-events.ts";
import { type Reject, RejectsWriter } from "./rejects-writer.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "events-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads `lead`, `event` and a numeric `at`. */
const reader: Parameters<typeof loadEvents>[1] = {
  readEventRow(raw) {
    const { lead, event, at } = raw as Record<string, string>;
    const issue = { field: "at", column: "at", message: "at: expected a number" };
    if (lead === undefined || event === undefined || !/^\d+$/.test(at ?? ""))
      return { ok: false, lead: null, issues: [issue] };
    const attributes = new Map(event === "won" ? [["amount", 5]] : []);
    return { ok: true, lead, occurrence: { event, at: Number(at), recorded: null, owner: null, attributes } };
  },
};

describe("loading events", () => {
  it("groups events by lead and collects what cannot be read", async () => {
    const path = join(folder, "events.csv");
    writeFileSync(
      path,
      "lead,event,at\n1,handoff,5\n2,won,6\n1,accept,3\n1,accept,soon\n1,x\n__proto__,won,9\n",
    );
    const rejects: Reject[] = [];
    const { events, rejected } = await loadEvents(path, reader, (reject) => void rejects.push(reject));
    expect(events.of("1").map(({ event, at }) => [event, at])).toEqual([
      ["handoff", 5],
      ["accept", 3],
    ]);
    expect(events.of("2")[0]?.attributes).toEqual(new Map([["amount", 5]]));
    expect(events.of("__proto__")).toHaveLength(1);
    expect(events.of("toString")).toEqual([]);
    expect([...events.leads()]).toEqual(["1", "2", "__proto__"]);
    expect(rejected).toBe(2);
    expect(rejects.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [5, "at", "at: expected a number"],
      [6, null, "expected 3 cells as in the header, found 2"],
    ]);
  });
});

describe("the event store", () => {
  it("gives back what was added, beyond its first capacity", () => {
    const store = new EventStore();
    const added = Array.from({ length: 5000 }, (_, i) => ({
      event: `e${i % 3}`,
      at: i,
      recorded: i % 2 === 0 ? null : i + 1,
      owner: i % 5 === 0 ? null : `o${i % 7}`,
      attributes: new Map(i % 11 === 0 ? [["n", i]] : []),
    }));
    for (const [i, occurrence] of added.entries()) store.add(String(i % 4), occurrence);
    expect(store.size).toBe(5000);
    for (const lead of [0, 1, 2, 3]) {
      expect(store.of(String(lead))).toEqual(added.filter((_, i) => i % 4 === lead));
    }
  });
});

describe("the rejects file", () => {
  it("holds one issue a line", async () => {
    const path = join(folder, "rejects.jsonl");
    const stream = createWriteStream(path);
    const writer = new RejectsWriter(stream);
    const reject = {
      file: "leads.csv",
      line: 3,
      field: "employees",
      reason: 'found "lots"',
      raw: { id: "1" },
    };
    await writer.write(reject);
    await writer.write({ ...reject, field: null, raw: "a\nb" });
    await writer.end();
    const lines = readFileSync(path, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual([reject, { ...reject, field: null, raw: "a\nb" }]);
    expect(writer.count).toBe(2);
    stream.end();
  });
});
