import { type Attestation, createAttestationReader, createEngine, createHistory } from "@entente/engine";
import { describe, expect, it } from "vitest";
import { policyOf } from "./policy-of.ts";

const contract = (more: string, effective = "2026-01-01 to 2026-12-31") => `agreement "Handoff" {
  between marketing and sales;  effective ${effective}
  time zone "UTC";  currency USD
}
calendar office { mon-fri 09:00-17:00;  closed 2026-01-06 }
lead { id text key;  created time }
event handoff
event contact
event plan_requested of agreement
event plan_handed_in of agreement { pages integer optional }
commitment first_contact { sales must contact within 1 business hour of handoff }
${more}`;

const said = (event: string, at: string, more: Partial<Attestation> = {}): Attestation => ({
  event,
  at: Date.parse(at),
  ...more,
});
const agreementAt = (more: string, attestations: readonly Attestation[], at: string) =>
  createEngine(policyOf(contract(more)), { attestations }).agreement({ at: Date.parse(at) });
const day = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 10));

describe("promises about the agreement", () => {
  const onRequest =
    "commitment planning { marketing must plan_handed_in where pages >= 3 within 5 business days of plan_requested }";
  const monthly = "commitment planning { marketing must plan_handed_in at least every month }";
  const weekly = "commitment planning { marketing must plan_handed_in at least 1 times every month }";

  const requested = said("plan_requested", "2026-01-05T10:00Z");
  const handedIn = (at: string, pages: number, more: Partial<Attestation> = {}) =>
    said("plan_handed_in", at, { attributes: { pages }, ...more });

  it.each([
    ["nothing is attested", [], ["waiting"]],
    ["done in time", [requested, handedIn("2026-01-12T10:00Z", 3)], ["met"]],
    ["what does not count does not answer", [requested, handedIn("2026-01-12T10:00Z", 2)], ["breached"]],
    ["done too late", [requested, handedIn("2026-01-20T10:00Z", 3)], ["late"]],
    [
      "written down too late",
      [requested, handedIn("2026-01-12T10:00Z", 3, { recordedAt: Date.parse("2026-01-20T10:00Z") })],
      ["late"],
    ],
    ["the order of the rows is irrelevant", [handedIn("2026-01-12T10:00Z", 3), requested], ["met"]],
    ["told twice counts once", [requested, requested], ["breached"]],
    ["what was not known yet", [said("plan_requested", "2026-03-05T10:00Z")], ["waiting"]],
  ])("%s", (_what, attestations, statuses) => {
    const { clocks } = agreementAt(onRequest, attestations, "2026-02-01T00:00Z");
    expect(clocks.map(({ status }) => status)).toEqual(statuses);
  });

  it("a rhythm begins with the agreement and goes on from each time", () => {
    const { clocks, violations, next } = agreementAt(
      monthly,
      [handedIn("2026-01-20T10:00Z", 3)],
      "2026-03-01T00:00Z",
    );
    expect(clocks.map(({ status, start, due }) => [status, day(start), day(due)])).toEqual([
      ["met", "2026-01-01", "2026-02-01"],
      ["breached", "2026-01-20", "2026-02-20"],
    ]);
    expect([violations.length, next]).toEqual([1, null]);
    expect(agreementAt(monthly, [], "2026-01-15T00:00Z").next).toBe(Date.parse("2026-02-01T00:00Z") + 1);
  });

  it("a minimum by the calendar shows every period in which it was missed", () => {
    const { limits } = agreementAt(weekly, [handedIn("2026-02-20T10:00Z", 3)], "2026-03-15T00:00Z");
    expect(limits.map(({ period, status }) => [day(period.from), status])).toEqual([
      ["2026-01-01", "breached"],
      ["2026-02-01", "met"],
      ["2026-03-01", "running"],
    ]);
  });

  it("are no promises to leads", () => {
    const engine = createEngine(policyOf(contract(monthly)));
    const lead = { id: "1", created: "2026-01-01T00:00Z", events: [] };
    const { clocks } = engine.evaluate(lead, { at: Date.parse("2026-03-01T00:00Z") });
    expect(clocks.map(({ commitment }) => commitment)).toEqual(["first_contact"]);
    const events = [{ event: "plan_handed_in", at: "2026-01-05T10:00Z" }];
    expect(engine.evaluate({ ...lead, events }, { at: 0 }).judged).toBe(false);
  });
});

describe("meetings", () => {
  const statuses = (every: string, attestations: readonly Attestation[], at: string) =>
    agreementAt(
      `meeting huddle every ${every} for 30 minutes attended by marketing, sales`,
      attestations,
      at,
    ).meetings.map(({ period, status }) => `${day(period.from)} ${status}`);
  const held = (at: string, recorded?: string) =>
    said("huddle", at, recorded === undefined ? {} : { recordedAt: Date.parse(recorded) });

  it.each([
    [
      "week",
      [held("2026-01-07T10:00Z")],
      "2026-01-19T00:00Z",
      ["2026-01-05 held", "2026-01-12 missed", "2026-01-19 open"],
    ],
    [
      "week",
      [held("2026-01-07T10:00Z", "2026-01-12T00:00Z")],
      "2026-01-12T00:00Z",
      ["2026-01-05 late", "2026-01-12 open"],
    ],
    [
      "week",
      [held("2026-01-07T10:00Z", "2026-01-11T23:59Z")],
      "2026-01-12T00:00Z",
      ["2026-01-05 held", "2026-01-12 open"],
    ],
    [
      "week",
      [held("2026-01-07T10:00Z", "2026-01-20T00:00Z")],
      "2026-01-19T00:00Z",
      ["2026-01-05 missed", "2026-01-12 missed", "2026-01-19 open"],
    ],
    [
      "business day",
      [held("2026-01-05T10:00Z")],
      "2026-01-08T10:00Z",
      ["2026-01-01 missed", "2026-01-02 missed", "2026-01-05 held", "2026-01-07 missed", "2026-01-08 open"],
    ],
    ["2 weeks", [], "2026-01-27T00:00Z", ["2026-01-12 missed", "2026-01-26 open"]],
    ["month", [held("2026-01-31T23:59Z")], "2026-02-01T00:00Z", ["2026-01-01 held", "2026-02-01 open"]],
    [
      "quarter",
      [held("2026-12-31T10:00Z")],
      "2027-03-01T00:00Z",
      ["2026-01-01 missed", "2026-04-01 missed", "2026-07-01 missed", "2026-10-01 held"],
    ],
  ])("every %s: %j at %s", (every, attestations, at, expected) => {
    expect(statuses(every, attestations, at)).toEqual(expected);
  });
});

describe("reviews", () => {
  it.each([
    ["2026-07-01T00:00Z", [], "not due", "2026-07-01"],
    ["2026-07-01T00:01Z", [], "overdue", "2026-07-01"],
    ["2026-07-02T00:00Z", [said("review", "2026-06-10T12:00Z")], "not due", "2026-12-10"],
    ["2026-12-20T00:00Z", [said("review", "2026-06-10T12:00Z")], "overdue", "2026-12-10"],
    ["2027-06-01T00:00Z", [said("review", "2026-08-10T12:00Z")], "not due", null],
  ])("at %s after %j: %s", (at, attestations, status, due) => {
    const [review] = agreementAt("review every 6 months", attestations, at).reviews;
    expect([review?.status, day(review?.due ?? null)]).toEqual([status, due]);
  });
});

describe("reading attestations", () => {
  const reader = createAttestationReader(
    policyOf(contract("meeting huddle every week for 30 minutes attended by marketing, sales")),
  );
  it("takes events of the agreement, meetings and reviews", () => {
    expect(reader.events).toEqual(["plan_requested", "plan_handed_in", "huddle", "review"]);
    const row = {
      event: "plan_handed_in",
      at: "2026-01-05 10:00",
      recorded: "2026-01-06 10:00",
      pages: "4",
      by: " cmo ",
    };
    expect(reader.read(row)).toEqual({
      ok: true,
      attestation: {
        event: "plan_handed_in",
        at: Date.parse("2026-01-05T10:00Z"),
        recordedAt: Date.parse("2026-01-06T10:00Z"),
        attributes: { pages: 4 },
        by: "cmo",
      },
    });
  });

  it.each([
    ["another event", { event: "handoff", at: "2026-01-05 10:00" }, /one of the events plan_requested/],
    ["no instant", { event: "review" }, /at/],
    ["a day alone", { event: "review", at: "2026-01-05" }, /give the time too/],
    ["no record at all", 5, /JSON object/],
    ["a list", [], /JSON object/],
    ["nothing", null, /JSON object/],
  ])("says what is wrong with %s", (_what, raw, message) => {
    const reading = reader.read(raw);
    const words = reading.ok ? "" : reading.issues.map((issue) => issue.message).join(" ");
    expect(words).toMatch(message);
  });
});

describe("the agreement over its versions", () => {
  const weekly = "meeting huddle every week for 30 minutes attended by marketing, sales";
  const monthly = weekly.replace("week", "month");
  const rhythm =
    "commitment planning { marketing must plan_handed_in at least every month }\nreview every 6 months";
  const over = (first: string, second: string, attestations: readonly Attestation[], at: string) =>
    createHistory(
      [
        policyOf(contract(`${first}\n${rhythm}`), "first.sla"),
        policyOf(contract(`${second}\n${rhythm}`, "2026-07-01 to 2026-12-31"), "second.sla"),
      ],
      { attestations },
    ).agreement({ at: Date.parse(at) });

  it("a meeting whose rhythm stays goes on in the week of the change", () => {
    const weeks = (second: string) =>
      over(weekly, second, [said("huddle", "2026-06-29T10:00Z")], "2026-07-14T00:00Z")
        .meetings.map(({ period, status }) => `${day(period.from)} ${status}`)
        .slice(-4);
    expect(weeks(weekly)).toEqual([
      "2026-06-22 missed",
      "2026-06-29 held",
      "2026-07-06 missed",
      "2026-07-13 open",
    ]);
    expect(weeks(monthly)).toEqual([
      "2026-06-08 missed",
      "2026-06-15 missed",
      "2026-06-22 missed",
      "2026-07-01 open",
    ]);
  });

  it("a rhythm goes on over the change, and reviews count from the version in force", () => {
    const { clocks, reviews } = over(
      weekly,
      weekly,
      [said("plan_handed_in", "2026-06-20T10:00Z")],
      "2026-07-25T00:00Z",
    );
    expect(clocks.map(({ status, start }) => [status, day(start)])).toEqual([
      ["late", "2026-01-01"],
      ["breached", "2026-06-20"],
    ]);
    expect(reviews.map(({ status, due }) => [status, day(due)])).toEqual([["not due", null]]);
  });
});
