import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, describe, expect, it } from "vitest";
import { sla } from "../support/sla.ts";
import { CONTRACT, randomLeads } from "./world.ts";

const SCHEMA = fileURLToPath(new URL("../../docs/schemas/attainment.schema.json", import.meta.url));
const validate = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  formats: { date: true, "date-time": true },
}).compile(JSON.parse(readFileSync(SCHEMA, "utf8")) as object);

const folder = mkdtempSync(join(tmpdir(), "sla-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(
  join(folder, "goals.sla"),
  `${CONTRACT}
goal late by sales { measure mean time from handoff to won;  baseline 30 days;  at most 10 days by 2026-02-28;  tolerance 5% above;  otherwise chase }
ladder chase { after 10 days { do "Look into it";  notify sales } }
funnel web_leads for leads where source is web { quota $1,000 every month;  deal $100;  MQL to Customer 30% }
reward pool { when all goals met in a month give $5 to sales }
reward dinner { when made met in a month give "A dinner" to marketing and sales }
cancellation when made missed 2 times in a row
review every 2 months
`,
);
writeFileSync(
  join(folder, "leads.jsonl"),
  randomLeads(300, 4)
    .map((lead) => JSON.stringify(lead))
    .join("\n"),
);

describe("the schema of what sla attain prints", () => {
  it.each(["2025-12-01 12:00", "2026-01-01 00:00", "2026-05-17 12:00", "2027-06-30 24:00"])(
    "accepts it as of %s",
    async (at) => {
      const { code, stdout } = await sla(folder, [
        "attain",
        "goals.sla",
        "--leads",
        "leads.jsonl",
        "--at",
        at,
        "--format",
        "json",
      ]);
      const printed = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
      expect([code, validate(printed), validate.errors]).toEqual([0, true, null]);
      expect(validate({ ...printed, at: 5 })).toBe(false);
      expect(validate({ ...printed, more: 5 })).toBe(false);
    },
  );
});
