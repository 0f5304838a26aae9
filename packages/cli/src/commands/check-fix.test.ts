import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "./testing/desk.ts";
import { handoffContract } from "./testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());

const typos = handoffContract
  .replace("employees >= 50", "employes == 50")
  .replace("at least $10,000", "at least 10,000")
  .replace("stage is MQL", "stage is MLQ");

function text(name: string): string {
  return readFileSync(join(desk.folder, name), "utf8");
}

describe("sla check --fix", () => {
  it("mends what is certain, leaves the rest, and says both", async () => {
    desk.file("draft.sla", typos);
    const { code, out, err } = await desk.sla(["check", "--fix", "draft.sla"]);
    expect(text("draft.sla")).toBe(
      handoffContract.replace("employees >= 50", "employees = 50").replace("stage is MQL", "stage is MLQ"),
    );
    expect(err).toBe(
      [
        "fixed draft.sla:24:14: write employees (resolve/unknown-name)",
        "fixed draft.sla:24:23: write = (syntax/foreign-operator)",
        "fixed draft.sla:48:62: write $10,000 (check/wrong-type)",
        "",
      ].join("\n"),
    );
    expect(out).toContain("error[resolve/unknown-case]");
    expect(out).toContain("1 error in draft.sla");
    expect(code).toBe(2);
  });

  it("goes on in rounds: what a mend brings to light is mended too", async () => {
    desk.file("rounds.sla", handoffContract.replace("sales must contact", "sales mst contct"));
    const { code, out } = await desk.sla(["check", "--fix", "rounds.sla"]);
    expect({ code, out }).toEqual({ code: 0, out: "No problems in rounds.sla\n" });
    expect(text("rounds.sla")).toBe(handoffContract);
  });

  it("mends imported files as well", async () => {
    desk.file("times.sla", "calendar office { mon-fri 9am-17:00 }\n");
    desk.file("importing.sla", handoffContract.replace(/calendar office .*\n/, 'import "./times.sla"\n'));
    const { code, err } = await desk.sla(["check", "--fix", "importing.sla"]);
    expect({ code, err }).toEqual({
      code: 0,
      err: "fixed times.sla:1:27: write 09:00 (syntax/time-format)\n",
    });
    expect(text("times.sla")).toBe("calendar office { mon-fri 09:00-17:00 }\n");
  });

  it("writes nothing where nothing is certain", async () => {
    const ambiguous = handoffContract.replace("2026-12-31", "03/04/2026");
    desk.file("date.sla", ambiguous);
    const { code, err } = await desk.sla(["check", "--fix", "date.sla"]);
    expect({ code, err }).toEqual({ code: 2, err: "" });
    expect(text("date.sla")).toBe(ambiguous);
  });

  it("says the findings that remain as JSON", async () => {
    desk.file("draft.sla", typos);
    const { out } = await desk.sla(["check", "--fix", "--format", "json", "draft.sla"]);
    expect(JSON.parse(out)).toMatchObject({ errors: 1 });
  });

  it.skipIf(process.getuid?.() === 0)("fails where a file may not be written", async () => {
    desk.file("locked.sla", typos);
    chmodSync(join(desk.folder, "locked.sla"), 0o444);
    const { code, err } = await desk.sla(["check", "--fix", "locked.sla"]);
    expect({ code, err }).toEqual({
      code: 3,
      err: "error: locked.sla: this file may not be written; check its permissions\n",
    });
  });
});

describe("sla check --fix --dry-run", () => {
  it("shows the changes as a diff, and writes nothing", async () => {
    desk.file("draft.sla", typos);
    const { code, out, err } = await desk.sla(["check", "--fix", "--dry-run", "draft.sla"]);
    expect(out).toMatchSnapshot();
    expect({ code, err }).toEqual({ code: 2, err: "3 problems of draft.sla would be mended\n" });
    expect(text("draft.sla")).toBe(typos);
  });

  it("shows nothing where nothing is wrong", async () => {
    desk.file("good.sla", handoffContract);
    expect(await desk.sla(["check", "--fix", "--dry-run", "good.sla"])).toEqual({
      code: 0,
      out: "",
      err: "0 problems of good.sla would be mended\n",
    });
  });

  const refused: readonly (readonly [readonly string[], string])[] = [
    [["--dry-run", "good.sla"], "--dry-run goes with --fix"],
    [["--fix", "--dry-run", "--format", "json", "good.sla"], "--dry-run shows a diff"],
  ];
  it.each(refused)("refuses %j", async (argv, message) => {
    const { code, err } = await desk.sla(["check", ...argv]);
    expect(code).toBe(3);
    expect(err).toContain(message);
  });
});

describe("at a terminal", () => {
  it("says what can be done next, and only there", async () => {
    desk.file("draft.sla", typos);
    const { err } = await desk.sla(["check", "draft.sla"], { stderrIsTTY: true });
    expect(err).toBe(
      "3 problems can be mended with --fix\nsla check --explain resolve/unknown-name says more about it\n",
    );
    expect((await desk.sla(["check", "draft.sla"])).err).toBe("");
  });
});
