import type { FieldType, ZoneTable } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { buildPolicy, choiceOf, eventOf, fieldOf, fieldType } from "../testing/policy-builder.ts";
import type { Value } from "./facts.ts";
import { createLeadReader } from "./lead-reader.ts";

/** New York from 2020-03-08 02:00 (clock forward) to 2020-11-01 02:00 (clock back). */
const newYork: ZoneTable = {
  initial: -5 * 3_600_000,
  changes: [
    { at: Date.UTC(2020, 2, 8, 7), offset: -4 * 3_600_000 },
    { at: Date.UTC(2020, 10, 1, 6), offset: -5 * 3_600_000 },
  ],
};
const source: FieldType = {
  kind: "choice",
  values: [
    { name: "web", labels: ["Website"] },
    { name: "webinar", labels: [] },
  ],
};
const bounded: FieldType = { kind: "integer", minimum: "0", maximum: "3000000" };

function readerOf(type: FieldType, parts = {}, currency = "USD") {
  return createLeadReader(
    buildPolicy({
      agreement: { timeZone: "America/New_York", currency },
      zones: { "America/New_York": newYork },
      lead: { fields: [fieldOf("id", fieldType.text, { key: true }), fieldOf("x", type, parts)] },
    }),
  );
}

function read(type: FieldType, x: unknown, currency = "USD"): Value | undefined | string[] {
  const reading = readerOf(type, {}, currency).readObject({ id: "1", x });
  return reading.ok ? reading.facts.values.get("x") : reading.issues.map(({ message }) => message);
}

const utc = (text: string) => Date.parse(text);

describe("values that are read", () => {
  it.each<[string, FieldType, unknown, Value]>([
    ["Yes", fieldType.boolean, "Yes", true],
    ["TRUE", fieldType.boolean, " TRUE ", true],
    ["1 in text", fieldType.boolean, "1", true],
    ["0 in JSON", fieldType.boolean, 0, false],
    ["thousands", fieldType.integer, "1,200", 1200],
    ["a whole number with empty decimals", fieldType.integer, "12.0", 12],
    ["a minus", fieldType.integer, "-7", -7],
    ["minus nothing", fieldType.integer, "-0", 0],
    ["the upper bound", bounded, "3,000,000", 3_000_000],
    ["a decimal", fieldType.number, "1,200.5", 1200.5],
    ["a percentage", fieldType.percent, "34%", 34],
    ["a percentage as a number", fieldType.percent, 34, 34],
    ["dollars", fieldType.money, "$1,200.50", 120_050],
    ["one decimal", fieldType.money, "1200.5", 120_050],
    ["a code before", fieldType.money, "USD 1,200", 120_000],
    ["negative dollars", fieldType.money, "-$5", -500],
    ["dollars in JSON", fieldType.money, 19.99, 1999],
    ["dollars beyond the cents", fieldType.money, "5.1000", 510],
    ["a date", fieldType.date, "2020-02-29", "2020-02-29"],
    ["a time in the agreement's zone", fieldType.time, "2020-03-06 18:30", utc("2020-03-06T23:30:00Z")],
    ["a time in its summer", fieldType.time, "2020-07-01T12:00:05.123", utc("2020-07-01T16:00:05.123Z")],
    ["a time that the clock skips", fieldType.time, "2020-03-08 02:30", utc("2020-03-08T07:30:00Z")],
    ["a time that occurs twice", fieldType.time, "2020-11-01 01:30", utc("2020-11-01T05:30:00Z")],
    ["a time with an offset", fieldType.time, "2020-03-06T18:30+0900", utc("2020-03-06T09:30:00Z")],
    [
      "a time with a negative offset",
      fieldType.time,
      "2020-03-06T18:30:15-03:30",
      utc("2020-03-06T22:00:15Z"),
    ],
    ["microseconds", fieldType.time, "2020-03-06 18:30:05.123999 UTC", utc("2020-03-06T18:30:05.123Z")],
    ["a case", source, "web", "web"],
    ["a label", source, "Website", "web"],
    ["a label in another case", source, "WEBSITE", "web"],
    ["text, composed", fieldType.text, " Cafe\u0301 ", "Café"],
    ["a number for text", fieldType.text, 42, "42"],
    ["a list in JSON", fieldType.textList, ["a", null, "b"], ["a", "b"]],
    ["a list between semicolons", fieldType.textList, "a; b, c;", ["a", "b, c"]],
    ["a list between commas", fieldType.textList, "a, b", ["a", "b"]],
    ["an empty list", fieldType.textList, [], []],
    ["a list of amounts", { kind: "list", of: { kind: "money" } }, "$1,200; 5", [120_000, 500]],
  ])("%s", (_, type, raw, value) => {
    expect(read(type, raw)).toEqual(value);
  });

  it.each<[string, unknown, number]>([
    ["JPY", "1,200 円", 1200],
    ["JPY", "￥1200", 1200],
    ["KWD", "1.234", 1234],
    ["EUR", "€5", 500],
  ])("amounts in %s: %s", (currency, raw, minor) => {
    expect(read(fieldType.money, raw, currency)).toBe(minor);
  });

  it.each(["", "  ", "\u00a0", null, undefined])("%j is missing", (x) => {
    expect(read(source, x)).toBeUndefined();
  });
});

describe("values that are refused, and what is said", () => {
  it.each<[FieldType, unknown, string]>([
    [bounded, "lots", 'x: expected a whole number from 0 to 3000000, found "lots"'],
    [bounded, 3_000_001, "x: expected a whole number from 0 to 3000000, found 3000001"],
    [
      bounded,
      "0,5",
      'x: expected a whole number from 0 to 3000000, found "0,5"; use a point for decimals and commas only between thousands',
    ],
    [
      fieldType.integer,
      "12.5",
      'x: expected a whole number, found "12.5"; remove the decimals, or declare the field as number',
    ],
    [fieldType.integer, "12345678901234567", "more than 15 digits"],
    [fieldType.boolean, "maybe", "write yes, no, true, false, 1 or 0"],
    [fieldType.money, "1200.555", "USD has 2 decimals"],
    [fieldType.money, 0.1 + 0.2, "USD has 2 decimals"],
    [fieldType.money, "EUR 5", "the agreement is in USD; convert it first"],
    [fieldType.money, "1.200,50", "use a point for decimals"],
    [fieldType.date, "2020-03-06 00:00", "remove the time"],
    [fieldType.date, "2021-02-29", "there is no such day"],
    [fieldType.date, "03/04/2020", "can be read in two ways"],
    [fieldType.time, "2020-03-06", "a date alone does not say when in the day"],
    [fieldType.time, 1_583_519_400_000, "write the time as text"],
    [fieldType.time, "1583519400000", "may be seconds or milliseconds"],
    [fieldType.time, "2020-03-06 24:00", "expected a time"],
    [source, "webb", 'x: expected one of web ("Website"), webinar, found "webb"; did you mean "web"?'],
    [source, "fax", 'x: expected one of web ("Website"), webinar, found "fax"'],
    [fieldType.text, true, "write it in quotes"],
    [{ kind: "list", of: { kind: "date" } }, "2020-01-01; soon", "item 2 is not that"],
    [fieldType.text, { a: 1 }, "found an object"],
  ])("%j %j", (type, raw, message) => {
    expect(read(type, raw)).toEqual([expect.stringContaining(message)]);
  });

  it("shortens what is long", () => {
    expect(read(fieldType.boolean, "x".repeat(100_000))).toEqual([expect.stringMatching(/^.{1,250}$/)]);
  });
});

describe("records", () => {
  const reader = readerOf(fieldType.integer, { column: "Employee Count", required: true });

  it("finds a field under its column and under its name, in objects and in rows", () => {
    const rows = [
      { id: "1", "Employee Count": "5" },
      { id: "1", x: "5" },
    ];
    for (const row of rows) {
      const cells = new Map(Object.entries(row));
      for (const reading of [reader.readObject(row), reader.readRow(row), reader.readRow(cells)]) {
        expect(reading).toMatchObject({ ok: true, facts: { id: "1" } });
        expect(reading.ok && reading.facts.values.get("x")).toBe(5);
      }
    }
  });

  it("reports a missing required field with its column, and still knows the id", () => {
    expect(reader.readObject({ id: "7", x: " " })).toEqual({
      ok: false,
      id: "7",
      issues: [
        {
          field: "x",
          column: "Employee Count",
          message:
            'x: expected a whole number, found nothing under "Employee Count" or "x"; fill it in, or declare it optional',
        },
      ],
    });
  });

  it("reports every issue at once", () => {
    const reading = reader.readObject({ x: "lots" });
    expect(!reading.ok && reading.issues.map(({ field }) => field)).toEqual(["id", "x"]);
  });

  it("refuses a field that is given twice", () => {
    const reading = reader.readObject({ id: "1", x: 1, "Employee Count": 1 });
    expect(!reading.ok && reading.issues[0]?.message).toBe(
      'x: given twice, under "Employee Count" and "x"; keep one',
    );
  });

  it.each([null, 5, "x", [], undefined])("%j is no record", (raw) => {
    expect(reader.readObject(raw)).toMatchObject({ ok: false, id: null, issues: [{ field: null }] });
  });

  it("takes inherited names for what they are: absent", () => {
    const names = ["constructor", "toString", "hasOwnProperty"];
    const fields = names.map((name) => fieldOf(name, fieldType.text));
    const hostile = createLeadReader(
      buildPolicy({ lead: { fields: [fieldOf("id", fieldType.text), ...fields] } }),
    );
    const absent = hostile.readObject(JSON.parse('{"id":"1","__proto__":{"toString":"x"}}'));
    expect(absent.ok && [...absent.facts.values]).toEqual([["id", "1"]]);
    const given = hostile.readObject({ id: "1", constructor: "c", toString: "t" });
    expect(given.ok && [...given.facts.values.keys()]).toEqual(["id", "constructor", "toString"]);
  });

  it("needs a field that identifies the lead", () => {
    const keyless = createLeadReader(buildPolicy({ lead: { fields: [fieldOf("name", fieldType.text)] } }));
    expect(keyless.readObject({ name: "a" })).toMatchObject({ ok: false, id: null });
  });
});

describe("events", () => {
  const reader = createLeadReader(
    buildPolicy({
      lead: { fields: [fieldOf("id", fieldType.integer, { key: true })] },
      events: [
        eventOf("handoff", [], { column: "MQL Date" }),
        eventOf("reject", [fieldOf("reason", choiceOf("no_fit", "duplicate"), { required: true })]),
      ],
    }),
  );

  it("come nested, from timestamp columns, in order and once", () => {
    const reading = reader.readObject({
      id: "1,200",
      "MQL Date": "2020-03-06 09:00",
      events: [
        { event: "reject", at: "2020-03-07 09:00", reason: "NO_FIT", recorded: "2020-03-08 09:00" },
        { event: "Handoff", at: "2020-03-06T09:00Z", extra: 1 },
        { event: "handoff", at: "2020-03-05 09:00", owner: "rep-1" },
      ],
    });
    expect(reading.ok && reading.facts.id).toBe("1200");
    expect(reading.ok && reading.facts.events.map(({ event, at, owner }) => [event, at, owner])).toEqual([
      ["handoff", utc("2020-03-05T09:00Z"), "rep-1"],
      ["handoff", utc("2020-03-06T09:00Z"), null],
      ["reject", utc("2020-03-07T09:00Z"), null],
    ]);
    expect(reading.ok && reading.facts.events[2]).toMatchObject({
      recorded: utc("2020-03-08T09:00Z"),
      attributes: new Map([["reason", "no_fit"]]),
    });
  });

  it.each<[string, unknown, string]>([
    ["an unknown event", [{ event: "rejct", at: "2020-03-07 09:00" }], 'did you mean "reject"?'],
    [
      "a missing attribute",
      [{ event: "reject", at: "2020-03-07 09:00" }],
      "events[0].reason: expected one of no_fit, duplicate, found nothing",
    ],
    ["no instant", [{ event: "handoff" }], "events[0].at: expected a time"],
    ["a date alone", [{ event: "handoff", at: "2020-03-07" }], "a date alone"],
    ["no object", [5], "events[0]: expected an event (a JSON object), found 5"],
    ["no list", "handoff", "events: expected a list of events"],
  ])("%s is an issue of the lead", (_, events, message) => {
    const reading = reader.readObject({ id: "1", events });
    expect(!reading.ok && reading.issues.map((issue) => issue.message)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it("ignores a column named events in a table", () => {
    expect(reader.readRow({ id: "1", events: "3" })).toMatchObject({ ok: true });
  });

  it("reads event rows, with the lead's id spelled as in the leads", () => {
    expect(
      reader.readEventRow({ lead: "1,200", event: "handoff", at: "2020-03-06 09:00", owner: " b " }),
    ).toEqual({
      ok: true,
      lead: "1200",
      occurrence: {
        event: "handoff",
        at: utc("2020-03-06T09:00Z"),
        recorded: null,
        owner: "b",
        attributes: new Map(),
      },
    });
    const bad = reader.readEventRow(
      new Map([
        ["lead", "5"],
        ["event", "nap"],
      ]),
    );
    expect(bad).toMatchObject({ ok: false, lead: "5", issues: [{ field: "event" }, { field: "at" }] });
    expect(reader.readEventRow([])).toMatchObject({ ok: false, lead: null });
  });
});
