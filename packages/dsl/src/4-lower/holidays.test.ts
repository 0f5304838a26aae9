import { dayNumber, weekday } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { type ResolvedHolidays, resolveHolidays } from "./holidays.ts";

function resolved(set: string, from: number, to: number): ResolvedHolidays {
  const result = resolveHolidays(set, from, to);
  if ("unknown" in result) throw new Error(`unknown set ${set}`);
  return result;
}

const datesOf = (set: string, from: number, to = from) =>
  resolved(set, from, to).dates.map(({ date }) => date);

describe("the days that are off work", () => {
  const cases: { name: string; set: string; year: number; dates: string[] }[] = [
    {
      name: "US 2020: the federal holidays, with the Friday before a Saturday 4 July",
      set: "US",
      year: 2020,
      dates: [
        "01-01",
        "01-20",
        "02-17",
        "05-25",
        "07-03",
        "07-04",
        "09-07",
        "10-12",
        "11-11",
        "11-26",
        "12-25",
      ],
    },
    {
      name: "US 2021: Juneteenth is new, three are moved, 31 December is 1 January 2022 observed",
      set: "US",
      year: 2021,
      dates: [
        ...[
          "01-01",
          "01-18",
          "02-15",
          "05-31",
          "06-18",
          "06-19",
          "07-04",
          "07-05",
          "09-06",
          "10-11",
          "11-11",
        ],
        ...["11-25", "12-24", "12-25", "12-31"],
      ],
    },
    {
      name: "US 2023: Veterans Day on a Saturday is observed on the Friday",
      set: "US",
      year: 2023,
      dates: [
        ...[
          "01-01",
          "01-02",
          "01-16",
          "02-20",
          "05-29",
          "06-19",
          "07-04",
          "09-04",
          "10-09",
          "11-10",
          "11-11",
        ],
        ...["11-23", "12-25"],
      ],
    },
    {
      name: "US 2026",
      set: "US",
      year: 2026,
      dates: [
        ...[
          "01-01",
          "01-19",
          "02-16",
          "05-25",
          "06-19",
          "07-03",
          "07-04",
          "09-07",
          "10-12",
          "11-11",
          "11-26",
        ],
        "12-25",
      ],
    },
    {
      name: "JP 2026: a substitute on 6 May, a citizens' holiday between two others",
      set: "JP",
      year: 2026,
      dates: [
        ...[
          "01-01",
          "01-12",
          "02-11",
          "02-23",
          "03-20",
          "04-29",
          "05-03",
          "05-04",
          "05-05",
          "05-06",
          "07-20",
        ],
        ...["08-11", "09-21", "09-22", "09-23", "10-12", "11-03", "11-23"],
      ],
    },
    {
      name: "PL 2022: nothing is moved",
      set: "PL",
      year: 2022,
      dates: [
        ...[
          "01-01",
          "01-06",
          "04-17",
          "04-18",
          "05-01",
          "05-03",
          "06-05",
          "06-16",
          "08-15",
          "11-01",
          "11-11",
        ],
        ...["12-25", "12-26"],
      ],
    },
    {
      name: "DE-BY 2026: a state",
      set: "DE-BY",
      year: 2026,
      dates: [
        ...[
          "01-01",
          "01-06",
          "04-03",
          "04-06",
          "05-01",
          "05-14",
          "05-25",
          "06-04",
          "10-03",
          "11-01",
          "12-25",
        ],
        "12-26",
      ],
    },
  ];
  it.each(cases)("$name", ({ set, year, dates }) => {
    expect(datesOf(set, year)).toEqual(dates.map((date) => `${year}-${date}`));
  });

  it("adds a state's own days to the country's", () => {
    const country = datesOf("US", 2026);
    const state = datesOf("US-MA", 2026);
    expect(state).toEqual(expect.arrayContaining(country));
    expect(state.filter((date) => !country.includes(date))).toEqual([
      "2026-03-17",
      "2026-04-20",
      "2026-06-17",
    ]);
  });

  it("adds a region's own days to the state's", () => {
    const added = datesOf("DE-BY-A", 2026).filter((date) => !datesOf("DE-BY", 2026).includes(date));
    expect(added).toEqual(["2026-08-08", "2026-08-15"]);
  });

  it("lists every day of a long holiday, also one that began in the year before", () => {
    expect(datesOf("VN", 2026)).toEqual(expect.arrayContaining(["2026-02-16", "2026-02-18", "2026-02-20"]));
    expect(datesOf("SZ", 2026)).toEqual(expect.arrayContaining(["2026-01-01", "2026-01-02"]));
  });

  it("leaves out a holiday that begins at noon", () => {
    expect(datesOf("GT", 2026)).not.toContain("2026-12-24");
    expect(datesOf("GT", 2026)).toContain("2026-12-25");
  });
});

describe("what comes with the dates", () => {
  it("names the data and its version", () => {
    expect(resolved("US", 2026, 2026).source).toMatch(/^date-holidays \d+\.\d+\.\d+$/);
  });

  it("names the days in the country's language", () => {
    expect(resolved("US", 2026, 2026).dates[7]).toEqual({ date: "2026-09-07", name: "Labor Day" });
    expect(resolved("JP", 2026, 2026).dates[0]).toEqual({ date: "2026-01-01", name: "元日" });
  });

  it.each(["US", "JP", "PK", "SZ", "VN"])("is in order and lists a date once: %s", (set) => {
    const dates = datesOf(set, 2020, 2030);
    expect(dates).toEqual([...dates].sort());
    expect(new Set(dates).size).toBe(dates.length);
  });

  it("covers the first and the last year", () => {
    const dates = datesOf("US", 2020, 2035);
    expect([dates.at(0), dates.at(-1)]).toEqual(["2020-01-01", "2035-12-25"]);
  });

  it("gives every federal holiday a day off in the week", () => {
    const inWeek = datesOf("US", 2021, 2035).filter((date) => weekday(dayNumber(date)) <= 5);
    expect(inWeek).toHaveLength(11 * 15);
  });
});

describe("a set that the data does not have", () => {
  it.each([
    { set: "USA", known: "US" },
    { set: "us", known: "US" },
    { set: "", known: "US" },
    { set: "constructor", known: "US" },
    { set: "US-Massachusetts", known: "US-MA" },
    { set: "US-", known: "US-MA" },
    { set: "PL-MZ", known: "PL" },
    { set: "DE-BY-Z", known: "DE-BY-A" },
  ])("$set could be $known", ({ set, known }) => {
    expect(resolveHolidays(set, 2026, 2026)).toEqual({
      unknown: set,
      known: expect.arrayContaining([known]),
    });
  });
});
