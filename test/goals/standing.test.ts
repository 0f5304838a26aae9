import { isBehind } from "@entente/engine";
import { describe, expect, it } from "vitest";
import { attained, type LeadSketch, only } from "./figures.ts";

const goalWith = (clauses: string, measure = "count of leads reaching Lead"): string =>
  `goal g by marketing and sales { measure ${measure};  ${clauses} }`;
const many = (count: number, created: string): LeadSketch[] =>
  Array.from({ length: count }, () => ({ created }));

async function statusOf(clauses: string, count: number): Promise<string | undefined> {
  return only(await attained(goalWith(clauses), many(count, "2026-01-05"), "2026-02-01")).windows[0]?.status;
}

describe("a tolerance", () => {
  const target = "at least 20 every month";
  const most = "at most 20 every month";
  it.each([
    [target, 19, "missed"],
    [target, 20, "met"],
    [target, 99, "met"],
    [`${target};  tolerance 10% below`, 17, "missed"],
    [`${target};  tolerance 10% below`, 18, "met"],
    [`${target};  tolerance 10% below`, 99, "met"],
    [`${target};  tolerance 10% above`, 19, "missed"],
    [`${target};  tolerance 10% above`, 22, "met"],
    [`${target};  tolerance 10% above`, 23, "over"],
    [`${target};  tolerance 10% either way`, 17, "missed"],
    [`${target};  tolerance 10% either way`, 18, "met"],
    [`${target};  tolerance 10% either way`, 23, "over"],
    [most, 20, "met"],
    [most, 21, "missed"],
    [`${most};  tolerance 10% above`, 22, "met"],
    [`${most};  tolerance 10% above`, 23, "missed"],
    [`${most};  tolerance 10% below`, 21, "missed"],
    [`${most};  tolerance 10% either way`, 0, "met"],
  ])("%s: %d is %s", async (clauses, count, status) => {
    expect(await statusOf(clauses, count)).toBe(status);
  });
});

describe("the pace", () => {
  const goal = goalWith("at least 22 every month"); // January 2026 has 22 working days
  const leads = [...many(3, "2026-01-05"), ...many(1, "2026-01-06T13:00:00Z")];

  it("spreads the target over the working days; a day is over at midnight", async () => {
    const [window] = only(await attained(goal, leads, "2026-01-06T13:30:00Z")).windows;
    expect([window?.pace, window?.gap, window?.projected].map((value) => value?.toFraction())).toEqual([
      "3",
      "1",
      "22",
    ]);
    expect([window?.remaining?.days, window?.remaining?.needed?.toFraction()]).toEqual([19, "18/19"]);
    const shown = window?.days
      .slice(0, 7)
      .map(({ date, working, pace, actual }) =>
        [date.slice(8), working, pace.toFraction(), actual?.toFraction() ?? null].join(" "),
      );
    expect(shown).toEqual([
      "01 true 1 0",
      "02 true 2 0",
      "03 false 2 0",
      "04 false 2 0",
      "05 true 3 3",
      "06 true 4 4",
      "07 true 5 ",
    ]);
  });

  it("projects no less than is there already", async () => {
    const rush = [...leads, ...many(40, "2026-01-06T13:00:00Z")];
    const [window] = only(await attained(goal, rush, "2026-01-06T13:30:00Z")).windows;
    expect(window?.projected?.toFraction()).toBe("44");
  });

  it("goes by calendar days without a calendar", async () => {
    const [window] = only(
      await attained(goalWith("at least 31 every month"), leads, "2026-01-11", { calendar: false }),
    ).windows;
    expect([window?.pace?.toFraction(), window?.remaining?.days]).toEqual(["10", 21]);
  });

  it("goes by calendar days in a window without working days", async () => {
    const windows = only(await attained(goalWith("at least 1 every day"), [], "2026-01-04")).windows;
    expect(windows.map(({ days }) => days.map(({ working, pace }) => [working, pace.toFraction()]))).toEqual(
      windows.map(() => [[true, "1"]]),
    );
  });

  it("tells how far a year is behind, and what each remaining day has to bring", async () => {
    const year = only(await attained(goalWith("at least 261 in 2026"), leads, "2026-12-30")).windows[0];
    expect([year?.gap?.toFraction(), year?.remaining?.days, year?.remaining?.needed?.toFraction()]).toEqual([
      "-255",
      2,
      "257/2",
    ]);
  });

  it("is the whole target once the window has ended", async () => {
    const [window] = only(await attained(goal, leads, "2026-02-01")).windows;
    expect([
      window?.pace?.toFraction(),
      window?.gap?.toFraction(),
      window?.projected?.toFraction(),
      window?.remaining,
    ]).toEqual(["22", "-18", "4", null]);
  });

  it.each([
    ["at least 22 every month", 2, true],
    ["at least 22 every month", 3, false],
    ["at least 22 every month;  tolerance 50% below", 2, false],
    ["at most 22 every month", 4, true],
    ["at most 22 every month", 3, false],
  ])("%s with %d leads after three working days is behind: %s", async (clauses, count, behind) => {
    const standing = only(await attained(goalWith(clauses), many(count, "2026-01-05"), "2026-01-06"));
    expect(standing.windows.map((window) => isBehind(standing, window))).toEqual([behind]);
  });

  it("of a rate that is running is the target itself", async () => {
    const rate = goalWith("at least 50% every month", "rate from handoff to won, snapshot");
    const running = [{ events: [["handoff", "2026-01-05"]] }] as const;
    const standing = only(await attained(rate, running, "2026-01-06"));
    expect(standing.windows.map((window) => [isBehind(standing, window), window.pace])).toEqual([
      [true, null],
    ]);
  });
});

describe("a cohort that is running", () => {
  it("is not behind for leads whose time is not over", async () => {
    const rate = goalWith("at least 50% every month", "rate from handoff to won, maturing 10 days");
    const young = [{ events: [["handoff", "2026-01-05"]] }] as const;
    const behind = async (at: string) => {
      const standing = only(await attained(rate, young, at));
      return standing.windows.map((window) => isBehind(standing, window));
    };
    expect(await behind("2026-01-14")).toEqual([false]);
    expect(await behind("2026-01-15")).toEqual([true]);
  });
});

describe("the attainment", () => {
  it.each([
    ["at least 20 every month", 5, "1/4"],
    ["at most 20 every month", 80, "1/4"],
    ["at most 20 every month", 0, null],
    ["at least 0 every month", 5, null],
  ])("of %s with %d is %s", async (clauses, count, expected) => {
    const [window] = only(await attained(goalWith(clauses), many(count, "2026-01-05"), "2026-02-01")).windows;
    expect(window?.attainment?.toFraction() ?? null).toBe(expected);
  });
});
