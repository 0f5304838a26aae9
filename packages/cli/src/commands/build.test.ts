import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPolicy } from "@entente/ir";
import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "./testing/desk.ts";
import { handoffContract } from "./testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());
desk.file("contract.sla", handoffContract);
desk.file("broken.sla", handoffContract.replace("employees >= 50", "employes >= 50"));

describe("sla build", () => {
  it("writes the policy to a file, which it reads again", async () => {
    expect(await desk.sla(["build", "contract.sla", "-o", "policy.json"])).toEqual({
      code: 0,
      out: "",
      err: "",
    });
    const text = readFileSync(join(desk.folder, "policy.json"), "utf8");
    expect(readPolicy(JSON.parse(text)).agreement.title).toBe("Lead handoff");
    expect((await desk.sla(["build", "policy.json"])).out).toBe(text);
  });

  it("writes the JSON Schema of a lead", async () => {
    const { code, out } = await desk.sla(["build", "contract.sla", "--target", "schema", "--pretty"]);
    expect(code).toBe(0);
    const schema = JSON.parse(out);
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(["id", "employees", "events"]));
    expect(out).toContain('\n  "properties": {');
  });

  it("writes conditions as JSON Logic", async () => {
    const { code, out } = await desk.sla(["build", "contract.sla", "--target", "json-logic"]);
    expect(code).toBe(0);
    const { version, defines, stages, notPortable } = JSON.parse(out);
    expect({ version, notPortable }).toEqual({ version: 1, notPortable: [] });
    expect([Object.keys(defines), Object.keys(stages)]).toEqual([["big"], ["Lead", "MQL", "Customer"]]);
  });

  it("writes what keeps a lead from a stage into the stage's rule", async () => {
    desk.file(
      "unless.sla",
      handoffContract.replace("stage Customer  after MQL   when won", "$&  unless wants_contact"),
    );
    const { out } = await desk.sla(["build", "unless.sla", "--target", "json-logic"]);
    const { Customer, MQL } = JSON.parse(out).stages;
    expect(JSON.stringify(Customer)).toContain('"fields.wants_contact"');
    expect(JSON.stringify(MQL)).not.toContain('"fields.wants_contact"');
  });

  it("lists conditions that JSON Logic cannot say", async () => {
    desk.file("arithmetic.sla", handoffContract.replace("employees >= 50", "employees * 2 >= 100"));
    const { out } = await desk.sla(["build", "arithmetic.sla", "--target", "json-logic"]);
    const { defines, notPortable } = JSON.parse(out);
    expect(defines).toEqual({});
    expect(notPortable.map(({ kind, name }: { kind: string; name: string }) => [kind, name])).toEqual([
      ["define", "big"],
      ["stage", "MQL"],
    ]);
  });

  it("reports a contract with errors on stderr, and writes nothing", async () => {
    const { code, out, err } = await desk.sla(["build", "broken.sla"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("1 error in broken.sla");
  });

  const refused: readonly (readonly [string, string[], string])[] = [
    [
      "a target that does not exist",
      ["contract.sla", "--target", "sql"],
      "Allowed choices are policy, schema, json-logic.",
    ],
    [
      "a folder that is not there",
      ["contract.sla", "-o", "no/policy.json"],
      "no/policy.json: there is no such folder",
    ],
    ["a folder as the output", ["contract.sla", "-o", "."], ".: this is a folder"],
    ["a folder as the contract", ["."], ".: this is a folder; name a file in it"],
    ["stdin as the contract", ["-"], "a contract is read from a file, not from stdin"],
    ["JSON that is none", ["no.json"], "no.json: this is not JSON"],
    ["JSON that is no policy", ["other.json"], "This is not a compiled policy"],
    ["a policy of another version", ["future.json"], "irVersion 99"],
  ];
  desk.file("no.json", "{");
  desk.file("other.json", "[]");
  desk.file("future.json", '{"irVersion":99}');
  it.each(refused)("refuses %s", async (_, argv, message) => {
    const { code, out, err } = await desk.sla(["build", ...argv]);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain(message);
  });
});
