import { resolveZone, Zone } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { periodOf } from "./period-of.ts";

const years: [number, number] = [Date.parse("2019-01-01T00:00Z"), Date.parse("2031-01-01T00:00Z")];
const newYork = new Zone("America/New_York", resolveZone("America/New_York", ...years));
type Unit = Parameters<typeof periodOf>[1]["unit"];

describe("periodOf", () => {
  it.each<[Unit, number, string | null, string, string, string]>([
    ["week", 1, null, "2026-03-08T12:00Z", "2026-03-02T05:00Z", "2026-03-09T04:00Z"],
    ["week", 1, null, "2026-03-09T04:00Z", "2026-03-09T04:00Z", "2026-03-16T04:00Z"],
    ["week", 1, null, "2026-03-09T03:59:59.999Z", "2026-03-02T05:00Z", "2026-03-09T04:00Z"],
    ["week", 2, "2026-01-01", "2026-01-12T12:00Z", "2026-01-12T05:00Z", "2026-01-26T05:00Z"],
    ["day", 1, null, "2026-03-08T12:00Z", "2026-03-08T05:00Z", "2026-03-09T04:00Z"],
    ["hour", 1, null, "2026-03-08T12:30Z", "2026-03-08T12:00Z", "2026-03-08T13:00Z"],
    ["month", 1, null, "2026-03-31T12:00Z", "2026-03-01T05:00Z", "2026-04-01T04:00Z"],
    ["month", 6, "2026-04-01", "2026-12-01T12:00Z", "2026-10-01T04:00Z", "2027-04-01T04:00Z"],
    ["quarter", 1, null, "2026-06-30T12:00Z", "2026-04-01T04:00Z", "2026-07-01T04:00Z"],
    ["year", 1, null, "2026-06-30T12:00Z", "2026-01-01T05:00Z", "2027-01-01T05:00Z"],
  ])("%s x %d from %s holds %s", (unit, count, anchor, at, from, to) => {
    const period = periodOf(newYork, { unit, count, business: false }, anchor, Date.parse(at));
    expect([period.from, period.to].map((end) => new Date(end).toISOString())).toEqual(
      [from, to].map((text) => new Date(text).toISOString()),
    );
  });
});
