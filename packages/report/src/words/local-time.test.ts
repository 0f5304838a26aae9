import { resolveZone, Zone } from "@entente/ir";
import { expect, it } from "vitest";
import { dayAndTime, stretchWords } from "./local-time.ts";

const zone = new Zone(
  "America/New_York",
  resolveZone("America/New_York", Date.UTC(2019, 0), Date.UTC(2022, 0)),
);
const stretch = (from: string, to: string) => ({ from: zone.instantOf(from, 0), to: zone.instantOf(to, 0) });

it.each([
  ["2020-09-01", "2020-10-01", "Sep 2020"],
  ["2020-07-01", "2020-10-01", "Q3 2020"],
  ["2020-06-01", "2020-09-01", "1 Jun – 31 Aug 2020"],
  ["2020-01-01", "2021-01-01", "2020"],
  ["2020-09-18", "2020-09-19", "18 Sep 2020"],
  ["2020-09-14", "2020-09-21", "14 Sep – 20 Sep 2020"],
  ["2020-12-28", "2021-01-04", "28 Dec 2020 – 3 Jan 2021"],
  ["2020-03-01", "2020-04-01", "Mar 2020"],
])("from %s until %s is %s", (from, to, words) => {
  expect(stretchWords(zone, stretch(from, to))).toBe(words);
});

it("shows instants on the wall clock of the zone", () => {
  expect(dayAndTime(zone, Date.parse("2020-09-18T16:00:00Z"))).toBe("Fri 18 Sep 2020, 12:00");
  expect(dayAndTime(zone, Date.parse("2020-12-31T23:30:00Z"))).toBe("Thu 31 Dec 2020, 18:30");
});
