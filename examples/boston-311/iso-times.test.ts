import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { compile } from "@entente/dsl";
import { createEngine, runContractTests } from "@entente/engine";
import { describe, expect, it } from "vitest";
import { isoLocal } from "./iso-local.ts";
import { isoTimes } from "./iso-times.ts";

const rewrite = async (csv: string) => {
  const lines = await Readable.from(isoTimes(Readable.from([Buffer.from(csv)]))).toArray();
  return lines.join("");
};

describe("a time of the export", () => {
  it.each([
    ["01/02/2015 01:30:55 PM", "2015-01-02T13:30:55"],
    ["12/31/2015 12:00:00 PM", "2015-12-31T12:00:00"],
    ["12/31/2015 12:00:01 AM", "2015-12-31T00:00:01"],
    ["01/02/2015 13:30:55 PM", null],
    ["01/02/2015 00:30:55 AM", null],
    ["2015-01-02 13:30:55", null],
    ["", null],
  ])("%s is %s", (text, iso) => {
    expect(isoLocal(text)).toBe(iso);
  });
});

describe("the export", () => {
  it("keeps every other cell, and a time that cannot be read", async () => {
    const csv = 'CASE_ENQUIRY_ID,OPEN_DT,CLOSED_DT,QUEUE\n1,01/02/2015 01:30:55 PM,,"a, ""b"""\n2,soon,,c\n';
    expect(await rewrite(csv)).toBe(csv.replace("01/02/2015 01:30:55 PM", "2015-01-02T13:30:55"));
  });

  it("is given up at a row that cannot be taken apart", async () => {
    await expect(rewrite("OPEN_DT,QUEUE\n01/02/2015 01:30:55 PM\n")).rejects.toThrow(
      /expect 2, got 1 on line 2/,
    );
  });
});

describe("the contract", () => {
  const text = readFileSync(join(import.meta.dirname, "boston-311.sla"), "utf8");
  const { policy, diagnostics } = compile({ entry: "boston-311.sla", text });

  it("has no errors", () => {
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("passes its own tests", () => {
    const results = policy === null ? [] : runContractTests(createEngine(policy));
    expect(results.map(({ name, status }) => `${name}: ${status}`)).toEqual([
      "opened at lunch on a Friday, three business days on: passed",
      "opened on New Year's Day, it counts from the next morning: passed",
    ]);
  });
});
