import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "@entente/dsl";
import { Policy } from "@entente/ir";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { HANDOFF } from "./support/contracts.ts";
import { casesOf } from "./support/folders.ts";

const SCHEMAS = fileURLToPath(new URL("../docs/schemas", import.meta.url));

describe("the schema of a policy", () => {
  const generated = `${JSON.stringify(z.toJSONSchema(Policy, { reused: "ref" }), null, 2)}\n`;

  it("stands in docs as the code has it, so that a change shows in review", async () => {
    await expect(generated).toMatchFileSnapshot(join(SCHEMAS, "policy.schema.json"));
  });

  it("accepts a compiled contract and refuses a damaged one", () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(generated) as object);
    const { policy } = compile({ entry: "c.sla", text: HANDOFF });
    expect(validate(JSON.parse(JSON.stringify(policy)))).toBe(true);
    expect(validate({ ...policy, stages: [{ name: 5 }] })).toBe(false);
  });
});

describe("the schema of a verdict", () => {
  const schema = JSON.parse(readFileSync(join(SCHEMAS, "verdict.schema.json"), "utf8")) as object;
  const validate = new Ajv2020({ strict: false }).compile(schema);

  it.each(casesOf("run"))("accepts every line of $name", ({ folder }) => {
    const lines = readFileSync(join(folder, "expected.jsonl"), "utf8").trim().split("\n");
    for (const line of lines) expect([validate(JSON.parse(line)), validate.errors]).toEqual([true, null]);
    const [first = "{}"] = lines;
    expect(validate({ ...(JSON.parse(first) as object), stage: 5 })).toBe(false);
  });
});
