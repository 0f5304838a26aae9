import { type ContractHistory, createHistory, HistoryError } from "@entente/engine";
import { describe, expect, it } from "vitest";
import { policyOf } from "./policy-of.ts";

interface Terms {
  readonly effective: string;
  readonly within: string;
  readonly inFlight?: "keeps" | "moves";
  readonly more?: string;
}

const versionOf = ({ effective, within, inFlight = "keeps", more = "" }: Terms) =>
  policyOf(
    `agreement "Handoff" {
      between marketing and sales;  effective ${effective};  in flight ${inFlight}
      time zone "UTC";  currency USD
    }
    calendar office { mon-fri 09:00-17:00 }
    lead { id text key;  created time }
    event handoff
    event contact
    event reject
    stage MQL when handoff
    commitment first_contact { call: sales must contact within ${within} of handoff;  until reject }
    ${more}`,
    `${effective}.sla`,
  );

const FIRST = "2026-01-01 to 2026-12-31";
const SECOND = "2026-07-01 to 2026-12-31";

type Event = readonly [event: string, at: string];

function clocksAt(history: ContractHistory, events: readonly Event[], at: string) {
  const lead = {
    id: "1",
    created: "2026-01-01T00:00Z",
    events: events.map(([event, when]) => ({ event, at: when })),
  };
  return history
    .evaluate(lead, { at: Date.parse(at) })
    .clocks.map(({ commitment, status, due, version }) => ({
      commitment,
      status,
      due: due === null ? null : new Date(due).toISOString().slice(0, 16),
      version,
    }));
}

const handedOver = (at: string): readonly Event[] => [["handoff", at]];

describe("which version judges a clock", () => {
  const earlier = versionOf({ effective: FIRST, within: "72 hours" });
  const later = { effective: SECOND, within: "24 hours" };
  const keeps = createHistory([earlier, versionOf(later)]);
  const moves = createHistory([earlier, versionOf({ ...later, inFlight: "moves" })]);
  const day = "2026-06-29T12:00Z";
  const eve = "2026-06-30T12:00Z";

  it.each([
    ["before the change", keeps, eve, "2026-06-30T23:59Z", "running", "2026-07-03T12:00", "2026-01-01"],
    ["kept after the change", keeps, eve, "2026-07-02T12:00Z", "running", "2026-07-03T12:00", "2026-01-01"],
    ["not yet moved", moves, eve, "2026-06-30T23:59Z", "running", "2026-07-03T12:00", "2026-01-01"],
    [
      "moved, counted from its own start",
      moves,
      eve,
      "2026-07-01T00:00Z",
      "running",
      "2026-07-01T12:00",
      "2026-07-01",
    ],
    [
      "moved, and never due before the change",
      moves,
      day,
      "2026-07-01T00:00Z",
      "running",
      "2026-07-01T00:00",
      "2026-07-01",
    ],
    ["moved, and then missed", moves, day, "2026-07-01T00:01Z", "breached", "2026-07-01T00:00", "2026-07-01"],
    [
      "over before the change",
      moves,
      "2026-06-20T12:00Z",
      "2026-07-02T12:00Z",
      "breached",
      "2026-06-23T12:00",
      "2026-01-01",
    ],
    [
      "started at the change",
      keeps,
      "2026-07-01T00:00Z",
      "2026-07-01T12:00Z",
      "running",
      "2026-07-02T00:00",
      "2026-07-01",
    ],
    [
      "started in the last minute before",
      keeps,
      "2026-06-30T23:59Z",
      "2026-07-01T12:00Z",
      "running",
      "2026-07-03T23:59",
      "2026-01-01",
    ],
  ])("%s", (_what, history, start, at, status, due, version) => {
    expect(clocksAt(history, handedOver(start), at)).toEqual([
      { commitment: "first_contact", status, due, version },
    ]);
  });

  it("lets a clock that was done under the old terms stay done", () => {
    const events: Event[] = [
      ["handoff", day],
      ["contact", "2026-06-30T20:00Z"],
    ];
    expect(clocksAt(moves, events, "2026-07-05T00:00Z")).toMatchObject([
      { status: "met", version: "2026-01-01" },
    ]);
  });

  it("counts an answer after the change for a clock that was kept", () => {
    const events: Event[] = [
      ["handoff", eve],
      ["contact", "2026-07-03T12:00Z"],
    ];
    expect(clocksAt(keeps, events, "2026-07-05T00:00Z")).toMatchObject([{ status: "met" }]);
    expect(clocksAt(moves, events, "2026-07-05T00:00Z")).toMatchObject([{ status: "late" }]);
  });

  it("lets a promise that was dropped run to its end, and starts no new clocks for it", () => {
    const dropped = "commitment verdict { sales must reject within 96 hours of handoff }";
    const history = createHistory([
      versionOf({ effective: FIRST, within: "72 hours", more: dropped }),
      versionOf({ ...later, inFlight: "moves" }),
    ]);
    const events: Event[] = [
      ["handoff", eve],
      ["handoff", "2026-07-10T12:00Z"],
    ];
    const verdicts = clocksAt(history, events, "2026-07-20T00:00Z").filter(
      (one) => one.commitment === "verdict",
    );
    expect(verdicts).toEqual([
      { commitment: "verdict", status: "breached", due: "2026-07-04T12:00", version: "2026-01-01" },
    ]);
  });

  it("keeps a recurring promise going over the change, and begins a new one with its version", () => {
    const recurring = "commitment warm { sales must contact at least every 60 days }";
    const old = versionOf({ effective: FIRST, within: "72 hours" });
    const both = createHistory([
      versionOf({ effective: FIRST, within: "72 hours", more: recurring }),
      versionOf({ ...later, more: recurring }),
    ]);
    const begun = createHistory([old, versionOf({ ...later, more: recurring })]);
    const warm = (history: ContractHistory) =>
      clocksAt(history, [["contact", "2026-06-20T00:00Z"]], "2026-07-10T00:00Z")
        .filter((one) => one.commitment === "warm")
        .map(({ status, due, version }) => [status, due, version]);
    expect(warm(both)).toEqual([
      ["late", "2026-03-02T00:00", "2026-01-01"],
      ["running", "2026-08-19T00:00", "2026-01-01"],
    ]);
    expect(warm(begun)).toEqual([["running", "2026-08-30T00:00", "2026-07-01"]]);
  });
});

describe("what is not about clocks", () => {
  const old = versionOf({ effective: FIRST, within: "72 hours" });
  const now = versionOf({ effective: SECOND, within: "24 hours", more: "stage SQL after MQL when contact" });
  const history = createHistory([now, old]);
  const lead = {
    id: "1",
    created: "2026-01-01T00:00Z",
    events: [
      ["handoff", "2026-06-01T00:00Z"],
      ["contact", "2026-06-02T00:00Z"],
    ].map(([event, at]) => ({ event, at })),
  };
  const at = (text: string) => history.evaluate(lead, { at: Date.parse(text) });

  it("follows the version in force at the instant that is asked for", () => {
    expect(at("2026-06-30T23:59Z").stage).toBe("MQL");
    expect(at("2026-07-01T00:00Z").stage).toBe("SQL");
    expect(at("2025-06-01T00:00Z").stage).toBe(null);
  });

  it("wakes a service when the next version comes into force", () => {
    expect(at("2026-06-30T00:00Z").next).toBe(Date.parse("2026-07-01T00:00Z"));
  });

  it("says which version is in force", () => {
    const from = (text: string) => history.inForce(Date.parse(text)).agreement.effective?.from;
    expect([from("2020-01-01T00:00Z"), from("2026-06-30T23:59Z"), from("2026-07-01T00:00Z")]).toEqual([
      "2026-01-01",
      "2026-01-01",
      "2026-07-01",
    ]);
  });
});

describe("caps and minimums over the change", () => {
  const cap = (times: number, every: string) =>
    `commitment load { marketing must handoff at most ${times} times every ${every} }`;
  const history = (first: string, second: string) =>
    createHistory([
      versionOf({ effective: FIRST, within: "72 hours", more: first }),
      versionOf({ effective: "2026-07-15 to 2026-12-31", within: "24 hours", more: second }),
    ]);
  const counted = (of: ContractHistory) => {
    const tally = of.createTally();
    const at = Date.parse("2026-09-01T00:00Z");
    const days = ["2026-07-02", "2026-07-20", "2026-07-28", "2026-08-03", "2026-08-04"];
    days.forEach((day, id) => {
      const events = [{ event: "handoff", at: `${day}T12:00Z` }];
      const reading = of.reader.readObject({ id: String(id), created: `${day}T00:00Z`, events });
      if (reading.ok) tally.add(reading.facts, at);
    });
    return tally
      .finish(at)
      .map(({ period, count, limit, status }) => [
        new Date(period.from).toISOString().slice(0, 10),
        count,
        limit,
        status,
      ]);
  };

  it("a period keeps the terms in force when it began", () => {
    expect(counted(history(cap(2, "month"), cap(1, "month")))).toEqual([
      ["2026-07-01", 3, 2, "breached"],
      ["2026-08-01", 2, 1, "breached"],
    ]);
  });

  it("is cut where the rhythm changes", () => {
    expect(counted(history(cap(2, "month"), cap(5, "quarter")))).toEqual([
      ["2026-07-01", 1, 2, "met"],
      ["2026-07-01", 4, 5, "running"],
    ]);
  });
});

describe("versions that are no history", () => {
  const old = versionOf({ effective: FIRST, within: "72 hours" });
  it.each([
    [
      "begin on the same day",
      versionOf({ effective: "2026-01-01 to 2026-03-31", within: "24 hours" }),
      /another version/,
    ],
    [
      "have another currency",
      policyOf(
        `agreement "Handoff" { between marketing and sales; effective ${SECOND}; time zone "UTC"; currency EUR }
        lead { id text key; created time }`,
      ),
      /currency of contract.sla:1 is EUR, and was USD/,
    ],
  ])("%s", (_what, later, message) => {
    expect(() => createHistory([old, later])).toThrow(HistoryError);
    expect(() => createHistory([old, later])).toThrow(message);
  });
});
