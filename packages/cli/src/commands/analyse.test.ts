import { afterAll, describe, expect, it } from "vitest";
import { witnessWords } from "./analyse-report.ts";
import { Desk } from "./testing/desk.ts";
import { handoffContract } from "./testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());

const configured = { lint: { "no-tests": "off", "unused-define": "off" } };
desk.file("sla.config.json", JSON.stringify(configured));
desk.file(
  "overlap.sla",
  `${handoffContract}classify size {\n  small when employees < 500\n  large when employees >= 400 and source is web\n}\n`,
);
desk.file(
  "warned.sla",
  `${handoffContract}classify order, first match {\n  big   when employees >= 50\n  huge  when employees >= 500\n  small otherwise\n}\n`,
);
desk.file("broken.sla", `${handoffContract}classify size { small when employes < 500 }\n`);
const open = Array.from({ length: 4 }, (_, index) => `define same${index} = employees * ${index + 3} = 7\n`);
desk.file("open.sla", handoffContract + open.join(""));
desk.file("open-one.sla", handoffContract + open[0]);

describe("sla check, on what can be proved", () => {
  it("shows a lead that falls into two cases, or into none, and fails", async () => {
    const { code, out, err } = await desk.sla(["check", "overlap.sla"]);
    expect({ code, err }).toEqual({ code: 2, err: "" });
    expect(out).toMatchSnapshot();
  });

  it("warns of a case that is never reached, and does not fail", async () => {
    const { code, out } = await desk.sla(["check", "warned.sla"]);
    expect(code).toBe(0);
    expect(out).toContain("warning[analysis/shadowed]: no lead falls into `huge` of `order`");
    expect(out).toMatch(/1 warning in warned\.sla\n$/);
  });

  it("says nothing of a contract with errors", async () => {
    const { code, out } = await desk.sla(["check", "broken.sla"]);
    expect(code).toBe(2);
    expect(out).not.toContain("analysis/");
  });

  it("writes the witness as a record that `sla run` reads", async () => {
    const { code, out } = await desk.sla(["check", "--format", "json", "overlap.sla"]);
    expect(code).toBe(2);
    const { errors, contracts } = JSON.parse(out);
    expect(errors).toBe(2);
    const [gap, overlap] = contracts[0].diagnostics;
    expect([gap.id, overlap.id]).toEqual(["analysis/gap", "analysis/overlap"]);
    expect(overlap.witness.shows).toEqual({ employees: 400, source: "web" });
    expect(contracts[0].notProved).toEqual([]);
    desk.file("lead.jsonl", `${JSON.stringify(overlap.witness.lead)}\n`);
    desk.file("run.sla", handoffContract);
    const ran = await desk.sla(["run", "run.sla", "--leads", "lead.jsonl", "--format", "jsonl"]);
    expect(JSON.parse(ran.out).issues).toEqual([]);
  });

  it("tells few open questions, and counts many", async () => {
    const few = await desk.sla(["check", "open-one.sla"]);
    expect(few).toMatchObject({ code: 0, err: "" });
    expect(few.out).toContain(
      "not proved: that `same0` can hold: it depends on `employees * 3 = 7` (open-one.sla:",
    );
    const many = await desk.sla(["check", "open.sla"]);
    expect(many.out).toContain("not proved: 4 questions; --verbose lists them\n");
    const all = await desk.sla(["check", "--verbose", "open.sla"]);
    expect(all.out.match(/^not proved: that `same\d` can hold/gm)).toHaveLength(4);
  });
});

describe("a witness in words", () => {
  const words: readonly (readonly [string, Parameters<typeof witnessWords>[0], string])[] = [
    [
      "fields",
      { lead: {}, events: [], at: 0, shows: { source: "web", asked: true, size: 3 } },
      "source = web, asked = yes, size = 3",
    ],
    ["a missing field", { lead: {}, events: [], at: 0, shows: { email: null } }, "email is missing"],
    ["a text with blanks", { lead: {}, events: [], at: 0, shows: { city: "New York" } }, 'city = "New York"'],
    [
      "events with attributes",
      {
        lead: {},
        events: [
          { event: "contact", at: "2026-01-01T17:00:00.000Z", channel: "call" },
          { event: "contact", at: "2026-01-02T17:00:00.000Z", channel: "call" },
          { event: "won", at: "2026-01-03T17:00:00.000Z" },
        ],
        at: 0,
        shows: { a: 1 },
      },
      "a = 1; contact (channel = call) 2 times, then won",
    ],
    ["nothing that decides", { lead: {}, events: [], at: 0, shows: {} }, "any"],
  ];
  it.each(words)("%s", (_, witness, said) => {
    expect(witnessWords(witness)).toBe(said);
  });
});
