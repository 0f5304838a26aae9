import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { Desk } from "./testing/desk.ts";

const desk = new Desk();
afterAll(() => desk.clear());
const untidy = "event   handoff\nevent won { amount   money }\n";
const tidy = "event handoff\nevent won { amount money }\n";
const broken = "event handoff\nevent 5\n";
const textOf = (name: string): string => readFileSync(join(desk.folder, name), "utf8");

beforeEach(() => {
  desk.file("untidy.sla", untidy);
  desk.file("tidy.sla", tidy);
  desk.file("broken.sla", broken);
});

describe("sla fmt", () => {
  it("rewrites contracts, and leaves no other file behind", async () => {
    const files = readdirSync(desk.folder);
    expect(await desk.sla(["fmt", "untidy.sla", "tidy.sla"])).toEqual({
      code: 0,
      out: "Laid out untidy.sla\n",
      err: "",
    });
    expect([textOf("untidy.sla"), textOf("tidy.sla")]).toEqual([tidy, tidy]);
    expect(readdirSync(desk.folder)).toEqual(files);
  });

  it("does not touch a contract that is laid out already", async () => {
    const { mtimeMs, ino } = statSync(join(desk.folder, "tidy.sla"));
    const outcome = await desk.sla(["fmt", "tidy.sla"]);
    expect(outcome).toEqual({ code: 0, out: "Nothing to change in tidy.sla\n", err: "" });
    expect(statSync(join(desk.folder, "tidy.sla"))).toMatchObject({ mtimeMs, ino });
  });

  it("leaves a contract with syntax errors as it is, tells them, and lays out the others", async () => {
    const { code, out, err } = await desk.sla(["fmt", "broken.sla", "untidy.sla"]);
    expect({ code, out }).toEqual({ code: 2, out: "Laid out untidy.sla\n" });
    expect(err).toContain("error[syntax/unexpected]: `5` cannot stand here\n  broken.sla:2:7");
    expect([textOf("broken.sla"), textOf("untidy.sla")]).toEqual([broken, tidy]);
  });

  it("needs no more than syntax: names may mean nothing", async () => {
    desk.file("loose.sla", "define x   = nobody_knows\n");
    expect((await desk.sla(["fmt", "loose.sla"])).code).toBe(0);
    expect(textOf("loose.sla")).toBe("define x = nobody_knows\n");
  });

  it("lays out the contracts of a folder", async () => {
    mkdirSync(join(desk.folder, "contracts"), { recursive: true });
    for (const name of ["a", "b", "c", "d"]) desk.file(`contracts/${name}.sla`, untidy);
    expect((await desk.sla(["fmt", "contracts"])).out).toBe("Laid out 4 contracts\n");
    expect(textOf("contracts/d.sla")).toBe(tidy);
  });

  it("keeps the permissions of a file", async () => {
    chmodSync(join(desk.folder, "untidy.sla"), 0o640);
    await desk.sla(["fmt", "untidy.sla"]);
    expect(statSync(join(desk.folder, "untidy.sla")).mode & 0o777).toBe(0o640);
  });

  it("writes through a link and keeps it", async () => {
    desk.file("target.sla", untidy);
    symlinkSync("target.sla", join(desk.folder, "link.sla"));
    expect((await desk.sla(["fmt", "link.sla"])).code).toBe(0);
    expect(lstatSync(join(desk.folder, "link.sla")).isSymbolicLink()).toBe(true);
    expect(textOf("target.sla")).toBe(tidy);
  });

  it("fails for a file that cannot be read, after the others", async () => {
    desk.file("binary.sla", "\u0000");
    const outcome = await desk.sla(["fmt", "binary.sla", "untidy.sla"]);
    expect(outcome).toEqual({
      code: 3,
      out: "Laid out untidy.sla\n",
      err: "error: binary.sla: this is not a text file (a zero byte at offset 0)\n",
    });
  });
});

describe("sla fmt --check", () => {
  it("names a contract that is not laid out, shows what would change, and changes nothing", async () => {
    const { code, out, err } = await desk.sla(["fmt", "--check", "untidy.sla", "tidy.sla"]);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toBe(
      [
        "--- untidy.sla",
        "+++ untidy.sla",
        "@@ -1,2 +1,2 @@",
        "-event   handoff",
        "-event won { amount   money }",
        "+event handoff",
        "+event won { amount money }",
        "",
        "untidy.sla is not laid out; `sla fmt` without --check does it",
        "",
      ].join("\n"),
    );
    expect(textOf("untidy.sla")).toBe(untidy);
  });

  it("is content with contracts that are laid out", async () => {
    const outcome = await desk.sla(["fmt", "--check", "tidy.sla"]);
    expect(outcome).toEqual({ code: 0, out: "Nothing to change in tidy.sla\n", err: "" });
  });

  it("shows the beginning of a long difference", async () => {
    desk.file("long.sla", "event   a\n".repeat(40));
    const { out } = await desk.sla(["fmt", "--check", "long.sla"]);
    expect(out).toContain("\n… and 51 more lines\n");
  });

  it("says what cannot be seen", async () => {
    desk.file("ends.sla", tidy.replaceAll("\n", "\r\n"));
    const { code, out } = await desk.sla(["fmt", "--check", "ends.sla"]);
    expect(code).toBe(1);
    expect(out).toContain("only the ends of lines");
  });

  it("lets syntax errors outrank layout", async () => {
    expect((await desk.sla(["fmt", "--check", "untidy.sla", "broken.sla"])).code).toBe(2);
  });
});

describe("sla fmt -", () => {
  it("reads stdin and writes stdout", async () => {
    expect(await desk.sla(["fmt", "-"], { input: untidy })).toEqual({ code: 0, out: tidy, err: "" });
  });

  it("writes nothing on stdout where there are syntax errors", async () => {
    const { code, out, err } = await desk.sla(["fmt", "-"], { input: broken });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("standard input:2:7");
  });

  it("checks what stands on stdin", async () => {
    const { code, out } = await desk.sla(["fmt", "--check", "-"], { input: untidy });
    expect(code).toBe(1);
    expect(out).toContain("--- standard input\n");
    expect(await desk.sla(["fmt", "--check", "-"], { input: tidy })).toEqual({ code: 0, out: "", err: "" });
  });

  it("goes with no other file", async () => {
    const { code, err } = await desk.sla(["fmt", "-", "tidy.sla"]);
    expect(code).toBe(3);
    expect(err).toBe("error: `-` stands for stdin and goes with no other file\n");
  });

  it("refuses what is not UTF-8", async () => {
    const stdin = Readable.from([Buffer.from("ä", "latin1")]);
    const { code, out, err } = await desk.sla(["fmt", "-"], { stdin });
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toBe("error: standard input: this is not UTF-8 text; save it as UTF-8\n");
  });
});
