import { compile } from "@entente/dsl";
import { createEngine } from "@entente/engine";
import { expect, it } from "vitest";
import { createDecimalAmount } from "./money.ts";
import { verdictJson } from "./verdict-json.ts";

const CONTRACT = `agreement "Reasons" { between marketing and sales;  effective 2026-01-01 to 2026-12-31;  time zone "UTC";  currency USD }
lead { id text key;  employees integer optional;  created time }
event handoff
event contact
commitment first_contact for leads where employees >= 50 { sales must contact within 1 hour of handoff }
`;

it("a clock that is unknown says why", () => {
  const { policy } = compile({ entry: "c.sla", text: CONTRACT });
  if (policy === null) throw new Error("not accepted");
  const lead = {
    id: "1",
    created: "2026-02-02T10:00:00Z",
    events: [{ event: "handoff", at: "2026-02-02T10:00:00Z" }],
  };
  const verdict = createEngine(policy).evaluate(lead, { at: Date.UTC(2026, 1, 3) });
  expect(verdictJson(verdict, createDecimalAmount()).clocks).toMatchObject([
    { status: "unknown", reason: expect.stringContaining("employees") },
  ]);
});
