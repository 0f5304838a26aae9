import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "./testing/desk.ts";
import { eventsCsv, handoffContract, leadsCsv } from "./testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());
desk.file("contract.sla", handoffContract);
desk.file("leads.csv", leadsCsv);
desk.file("events.csv", eventsCsv);
const explain = (lead: string, ...more: string[]) =>
  desk.sla([
    ...["explain", "contract.sla", "--leads", "leads.csv", "--events", "events.csv"],
    ...["--at", "2026-03-31 24:00", "--lead", lead, ...more],
  ]);

describe("sla explain", () => {
  it.each([["1"], ["2"], ["3"]])("says why lead %s is where it is", async (lead) => {
    const { code, out } = await explain(lead);
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
  });

  it("writes JSON", async () => {
    const { out } = await explain("3", "--format", "json");
    const { version, verdict, stages, nearestMisses, clocks } = JSON.parse(out);
    expect({ version, lead: verdict.lead, stage: verdict.stage }).toEqual({
      version: 1,
      lead: "3",
      stage: "Lead",
    });
    expect(stages.map((stage: { stage: string; holds: string }) => [stage.stage, stage.holds])).toEqual([
      ["Lead", "true"],
      ["MQL", "unknown"],
      ["Customer", "false"],
    ]);
    expect(nearestMisses[0].missing).toEqual(["employees"]);
    expect(clocks[0]).toMatchObject({ commitment: "first_contact", clause: "1" });
  });

  it("tells of unreadable events only", async () => {
    const { err } = await explain("1");
    expect(err).toBe(
      'events.csv:9: event: expected one of the events handoff, contact, won, found "contct"; did you mean "contact"?\n1 row with problems in all\n',
    );
  });

  it("fails for a lead that is not there", async () => {
    const { code, out, err } = await explain("42");
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain("error: leads.csv: there is no lead 42 among the 5 read; check --lead\n");
  });

  it("fails for a lead whose record is invalid", async () => {
    const { code, out, err } = await explain("4");
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain("error: leads.csv: line 5, lead 4 cannot be read: employees: expected");
  });
});
