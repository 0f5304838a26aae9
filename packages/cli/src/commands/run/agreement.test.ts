import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "../testing/desk.ts";

const desk = new Desk();
afterAll(() => desk.clear());

desk.file(
  "contract.sla",
  `agreement "Plans" {
  between marketing and sales;  effective 2026-01-01 to 2026-12-31
  time zone "America/New_York";  currency USD
}
lead { id text key;  created time }
event handoff
event contact
event plan_handed_in of agreement { pages integer optional }
commitment first_contact { sales must contact within 4 hours of handoff }
commitment planning      { marketing must plan_handed_in at least every month }
meeting huddle every week for 30 minutes attended by marketing, sales
meeting close every month for 1 hour attended by sales
review every 2 months
`,
);
desk.file("leads.csv", "id,created\n1,2026-01-05 09:00\n");
desk.file(
  "attested.csv",
  `event,at,recorded,pages,by
huddle,2026-01-07 10:00,,,cso
huddle,2026-01-14 10:00,2026-01-26 10:00,,cso
plan_handed_in,2026-01-15 12:00,,4,cmo
hudle,2026-01-21 10:00,,,cso
`,
);
desk.file("empty.csv", "");
const run = (...options: string[]) =>
  desk.sla(["run", "contract.sla", "--leads", "leads.csv", "--at", "2026-03-02 00:00", ...options]);
const attested = ["--attestations", "attested.csv"];

describe("sla run with attestations", () => {
  it("ends its table with the agreement itself, and reports rows that cannot be read", async () => {
    const { code, out, err } = await run(...attested);
    expect(code).toBe(0);
    expect(out).toMatchSnapshot("stdout");
    expect(err).toMatchSnapshot("stderr");
  });

  it("says without them what is not judged", async () => {
    const { out, err } = await run();
    expect(out).not.toContain("the agreement itself");
    expect(err).toContain(
      "not judged without --attestations: 1 promise about the agreement, 2 meetings and 1 review",
    );
  });

  it("writes all of it to a file", async () => {
    const { code } = await run(...attested, "--agreement", "agreement.jsonl", "--format", "jsonl", "-q");
    expect(code).toBe(0);
    expect(readFileSync(join(desk.folder, "agreement.jsonl"), "utf8")).toMatchSnapshot();
  });

  it.each([
    ["violations", 1],
    ["breached", 1],
    ["late", 0],
    ["none", 0],
  ])("makes the exit code with --fail-on %s: %i", async (failOn, code) => {
    expect((await run(...attested, "--fail-on", failOn)).code).toBe(code);
  });

  it.each([
    [["--agreement", "x.jsonl"], "--agreement goes with --attestations"],
    [["--attestations", "absent.csv"], "absent.csv: there is no such file"],
    [["--attestations", "empty.csv"], "empty.csv"],
    [[...attested, "--agreement", "attested.csv"], "--agreement would overwrite --attestations"],
  ])("refuses %j", async (options, message) => {
    const { code, err } = await run(...options);
    expect([code, err]).toEqual([3, expect.stringContaining(message)]);
  });

  it.each([
    ["a header alone", "event,at\n"],
    ["hostile cells", "event,at\n\u001b[31mhuddle,2026-01-07 10:00\n"],
  ])("goes on with %s", async (_what, content) => {
    desk.file("odd.csv", content);
    const { code, out, err } = await run("--attestations", "odd.csv");
    expect(code).toBe(0);
    expect(out + err).not.toContain("\u001b");
  });
});
