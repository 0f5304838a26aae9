import { htmlReport } from "@entente/report";
import { describe, expect, it } from "vitest";
import { AT, CONTRACT, LEADS, reportOn } from "./reported.ts";

const held = (event: string, at: string) => ({
  event,
  at: Date.parse(`${at}T10:00:00-05:00`),
  recordedAt: null,
});

describe("what is attested of the agreement", () => {
  it("says which meetings were held and which were not", () => {
    const attestations = ["2026-01-05", "2026-01-12", "2026-01-13", "2026-02-02"].map((date) =>
      held("weekly", date),
    );
    const { meetings } = reportOn(CONTRACT, LEADS, AT, attestations);
    // Whole weeks of the term that have ended: from Monday, 5 January to Sunday, 15 March.
    expect(meetings.find(({ meeting }) => meeting === "weekly")).toEqual({
      meeting: "weekly",
      held: 3,
      late: 0,
      missed: 7,
    });
  });

  it("is not held against anybody where nobody keeps such a record", () => {
    const report = reportOn(CONTRACT, LEADS, AT);
    expect(report.meetings).toEqual([]);
    expect(htmlReport(report)).not.toContain("Meetings that were held");
  });

  it("says when the agreement was last reviewed", () => {
    const later = Date.parse("2026-05-04T12:00:00-04:00");
    const words = (attested: readonly ReturnType<typeof held>[]): string =>
      htmlReport(reportOn(CONTRACT, [], later, attested));
    expect(words([])).toContain(
      "The one that was due on 1 Apr 2026 is overdue: nothing says that it was held.",
    );
    expect(words([held("review", "2026-04-02")])).toContain("The last one was held on 2 Apr 2026.");
  });
});
