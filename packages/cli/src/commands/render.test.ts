import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "./testing/desk.ts";
import { handoffContract } from "./testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());
desk.file("contract.sla", handoffContract);
desk.file("broken.sla", handoffContract.replace("employees >= 50", "employes >= 50"));
desk.file("empty.sla", "");

describe("sla render", () => {
  it("writes Markdown in English on stdout", async () => {
    const { code, out, err } = await desk.sla(["render", "contract.sla"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("# Lead handoff\n");
    expect(out).toContain(
      "**sales** must `contact` within 1 business hour of each `handoff`. _contract.sla:",
    );
  });

  it.each([
    ["ja", "毎回の`handoff`から1営業時間以内に、`contact`を行わなければならない。"],
    ["zh", "应在每次 `handoff` 后 1 个工作小时内完成 `contact`。"],
    [
      "pl",
      "ma obowiązek wykonać czynność `contact` w ciągu 1 godziny roboczej od każdego zdarzenia `handoff`.",
    ],
  ])("writes in %s", async (language, sentence) => {
    const { code, out } = await desk.sla(["render", "contract.sla", "-l", language]);
    expect(code).toBe(0);
    expect(out).toContain(sentence);
  });

  it("writes a page of its own to a file", async () => {
    expect(
      await desk.sla(["render", "contract.sla", "--format", "html", "-l", "zh", "-o", "contract.html"]),
    ).toEqual({ code: 0, out: "", err: "" });
    const page = readFileSync(join(desk.folder, "contract.html"), "utf8");
    expect(page).toMatch(/^<!doctype html><html lang="zh-Hans">/);
    expect(page).not.toMatch(/<script|<link|src=|url\(|https?:/);
  });

  it("writes the same of a compiled policy", async () => {
    await desk.sla(["build", "contract.sla", "-o", "policy.json"]);
    const { out } = await desk.sla(["render", "contract.sla"]);
    expect(await desk.sla(["render", "policy.json"])).toEqual({ code: 0, out, err: "" });
  });

  it.each(["broken.sla", "empty.sla"])("reports what is wrong with %s, and writes nothing", async (file) => {
    const { code, out, err } = await desk.sla(["render", file, "-o", "never.md"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/errors? in /);
    expect(() => readFileSync(join(desk.folder, "never.md"))).toThrow("ENOENT");
  });

  const refused: readonly (readonly [string, string[], string])[] = [
    ["a language that it does not know", ["contract.sla", "-l", "de"], "Allowed choices are en, ja, zh, pl."],
    [
      "a format that does not exist",
      ["contract.sla", "--format", "pdf"],
      "Allowed choices are markdown, html.",
    ],
    ["to overwrite the contract", ["contract.sla", "-o", "./contract.sla"], "would overwrite the contract"],
    ["a folder that is not there", ["contract.sla", "-o", "no/a.md"], "no/a.md: there is no such folder"],
    ["stdin as the contract", ["-"], "a contract is read from a file, not from stdin"],
    ["a file that is not there", ["none.sla"], "none.sla: there is no such file"],
  ];
  it.each(refused)("refuses %s", async (_, argv, message) => {
    const { code, out, err } = await desk.sla(["render", ...argv]);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain(message);
  });
});
