import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "./testing/desk.ts";
import { handoffContract } from "./testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());
for (const folder of ["plain", "strict", "broken"]) mkdirSync(join(desk.folder, folder));

const contract = `${handoffContract}event reject\n`;
for (const name of ["plain/a.sla", "strict/a.sla", "broken/a.sla", "broken/b.sla"]) desk.file(name, contract);

async function checked(folder: string, config?: string): Promise<{ code: number; ids: string[] }> {
  if (config !== undefined) desk.file(`${folder}/sla.config.json`, config);
  const { code, out } = await desk.sla(["check", `${folder}/a.sla`]);
  return { code, ids: [...out.matchAll(/^(\w+)\[(.+?)\]/gm)].map(([, level, id]) => `${level} ${id}`) };
}

describe("sla.config.json", () => {
  it("need not be there", async () => {
    expect(await checked("plain")).toEqual({ code: 0, ids: ["warning lint/unused-event"] });
  });

  const levels: readonly (readonly [string, { readonly code: number; readonly ids: readonly string[] }])[] = [
    ['{ "lint": { "unused-event": "error" } }', { code: 2, ids: ["error lint/unused-event"] }],
    ['{ "lint": { "unused-event": "off" } }', { code: 0, ids: [] }],
    [
      '{ "lint": { "unused-event": "off", "commitment-without-ladder": "warning" } }',
      { code: 0, ids: ["warning lint/commitment-without-ladder"] },
    ],
    ["{}", { code: 0, ids: ["warning lint/unused-event"] }],
  ];
  it.each(levels)("sets levels: %s", async (config, expected) => {
    expect(await checked("strict", config)).toEqual(expected);
  });

  it("holds for the contracts of its own folder", async () => {
    await checked("strict", '{ "lint": { "unused-event": "error" } }');
    expect((await desk.sla(["check", "strict/a.sla", "plain/a.sla"])).out).toContain("1 error, 1 warning");
  });

  const wrong: readonly (readonly [string, string])[] = [
    ["{ lint: 5 }", "this is not JSON"],
    ["[]", 'expected an object such as { "lint": { "unused-event": "off" } }'],
    ['{ "lints": {} }', 'there is no setting "lints"; there are "lint" and "changes"'],
    [
      '{ "lint": { "unused-event": "warn" } }',
      'lint.unused-event: expected "error", "warning" or "off", found "warn"',
    ],
    ['{ "lint": { "unused-evnt": "off" } }', 'there is no rule "unused-evnt"; did you mean "unused-event"?'],
    ['{ "lint": { "x": "off" } }', 'there is no rule "x"; the rules are undated-agreement, '],
    ['{ "lint": [] }', "lint: "],
  ];
  it.each(wrong)("is refused where it says %s", async (config, message) => {
    desk.file("broken/sla.config.json", config);
    const { code, out, err } = await desk.sla(["check", "broken/a.sla"]);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain(`error: broken/sla.config.json: `);
    expect(err).toContain(message);
  });

  it("is told once, however many contracts it stands beside", async () => {
    desk.file("broken/sla.config.json", "{");
    const { err } = await desk.sla(["check", "broken"]);
    expect(err.match(/sla\.config\.json/g)).toHaveLength(1);
  });
});
