import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "./testing/desk.ts";
import { handoffContract } from "./testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());
desk.file("good.sla", handoffContract);
desk.file("bad.sla", handoffContract.replace("employees >= 50", "employes >= 50"));

describe("sla check", () => {
  it("says that a contract has no problems", async () => {
    expect(await desk.sla(["check", "good.sla"])).toEqual({
      code: 0,
      out: "No problems in good.sla\n",
      err: "",
    });
  });

  it("shows each problem with its place", async () => {
    const { code, out, err } = await desk.sla(["check", "bad.sla"]);
    expect({ code, err }).toEqual({ code: 2, err: "" });
    expect(out).toMatchSnapshot();
  });

  it("writes JSON", async () => {
    const { code, out, err } = await desk.sla(["check", "--format", "json", "bad.sla", "good.sla"]);
    expect({ code, err }).toEqual({ code: 2, err: "" });
    const report = JSON.parse(out);
    expect(report).toMatchObject({ version: 1, errors: 1, warnings: 0, notes: 0 });
    expect(report.contracts.map((each: { file: string; ok: boolean }) => [each.file, each.ok])).toEqual([
      ["bad.sla", false],
      ["good.sla", true],
    ]);
  });

  it("checks the contracts of a folder, each on its own", async () => {
    mkdirSync(join(desk.folder, "contracts"), { recursive: true });
    desk.file("contracts/a.sla", handoffContract);
    desk.file("contracts/b.sla", handoffContract.replace("Lead handoff", "Other leads"));
    const { code, out } = await desk.sla(["check", "contracts"]);
    expect({ code, out }).toEqual({ code: 0, out: "No problems in contracts/a.sla and contracts/b.sla\n" });
  });

  it("reads imported files, and reports one that is not there", async () => {
    desk.file("calendars.sla", "calendar office { mon-fri 09:00-17:00 }\n");
    const importing = handoffContract.replace(/calendar office .*\n/, 'import "./calendars.sla"\n');
    desk.file("importing.sla", importing);
    expect((await desk.sla(["check", "importing.sla"])).out).toBe("No problems in importing.sla\n");
    desk.file("importing.sla", importing.replace("calendars.sla", "calendar.sla"));
    const { code, out } = await desk.sla(["check", "importing.sla"]);
    expect(code).toBe(2);
    expect(out).toContain("`./calendar.sla` cannot be imported: there is no such file");
  });

  const unreadable: readonly (readonly [string, string, string | Uint8Array | null, string])[] = [
    ["a file that is not there", "none.sla", null, "error: none.sla: there is no such file\n"],
    [
      "a binary file",
      "binary.sla",
      "a\u0000b",
      "error: binary.sla: this is not a text file (a zero byte at offset 1)\n",
    ],
    [
      "a file in Latin-1",
      "latin.sla",
      Buffer.from("ä", "latin1"),
      "error: latin.sla: this is not UTF-8 text (line 1); save it as UTF-8\n",
    ],
  ];
  it.each(unreadable)("fails for %s", async (_, name, content, err) => {
    if (content !== null) desk.file(name, content);
    expect(await desk.sla(["check", name])).toEqual({ code: 3, out: "", err });
  });

  it("checks the others when one cannot be read", async () => {
    desk.file("zero.sla", "\u0000");
    const { code, out, err } = await desk.sla(["check", "zero.sla", "good.sla"]);
    expect({ code, out }).toEqual({ code: 3, out: "No problems in good.sla\n" });
    expect(err).toContain("zero.sla: this is not a text file");
  });

  it("finds an empty file incomplete", async () => {
    desk.file("empty.sla", "");
    const { code, out } = await desk.sla(["check", "empty.sla"]);
    expect(code).toBe(2);
    expect(out).toMatchSnapshot();
  });

  it("colours on a terminal only, and not when told so", async () => {
    const coloured = (io: object, ...more: string[]) =>
      desk.sla(["check", "bad.sla", ...more], io).then(({ out }) => out.includes("\u001b["));
    expect(await coloured({ isTTY: true })).toBe(true);
    expect(await coloured({ isTTY: true }, "--no-color")).toBe(false);
    expect(await coloured({ isTTY: true, environment: { NO_COLOR: "1" } })).toBe(false);
    expect(await coloured({ isTTY: false })).toBe(false);
  });
});
