import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { contractFiles } from "./contract-files.ts";
import { readContractText } from "./contract-text.ts";
import { Desk } from "./testing/desk.ts";

const desk = new Desk();
afterAll(() => desk.clear());
mkdirSync(join(desk.folder, "contracts/calendars"), { recursive: true });
mkdirSync(join(desk.folder, "empty"));
for (const name of ["b.sla", "a.sla", "notes.txt", "calendars/us.sla"]) desk.file(`contracts/${name}`, "");

describe("the contracts that arguments name", () => {
  const cases: readonly (readonly [string, string[], string[]])[] = [
    ["a file", ["contracts/b.sla"], ["contracts/b.sla"]],
    ["a file with another ending", ["contracts/notes.txt"], ["contracts/notes.txt"]],
    ["a folder", ["contracts"], ["contracts/a.sla", "contracts/b.sla"]],
    [
      "a folder and a file of it",
      ["./contracts/b.sla", "contracts/"],
      ["./contracts/b.sla", "contracts/a.sla"],
    ],
  ];
  it.each(cases)("%s", (_, paths, files) => {
    expect(contractFiles(paths, desk.folder)).toEqual(files);
  });

  const refused: readonly (readonly [string, string, string])[] = [
    ["a file that is not there", "none.sla", "none.sla: there is no such file"],
    ["a path through a file", "contracts/a.sla/b.sla", "contracts/a.sla/b.sla: there is no such file"],
    ["a folder without contracts", "empty", "empty: there is no .sla file in this folder"],
    ["stdin", "-", "a contract is read from a file, not from stdin"],
  ];
  it.each(refused)("refuses %s", (_, path, message) => {
    expect(() => contractFiles([path], desk.folder)).toThrow(message);
  });
});

describe("the text of a contract", () => {
  const texts: readonly (readonly [string, string | Uint8Array, object])[] = [
    ["plain", "stage Lead\n", { text: "stage Lead\n" }],
    ["empty", "", { text: "" }],
    ["with a mark at its start", "\ufeffstage", { text: "stage" }],
    ["in any script", "stage 見込み", { text: "stage 見込み" }],
    ["with a zero byte", "stage\u0000", { problem: "this is not a text file (a zero byte at offset 5)" }],
    [
      "in UTF-16",
      Buffer.from("\ufeffstage", "utf16le"),
      { problem: "this is UTF-16 text; save it as UTF-8" },
    ],
    [
      "in Latin-1",
      Buffer.from("stage Lead\nstage Käufer", "latin1"),
      { problem: "this is not UTF-8 text (line 2); save it as UTF-8" },
    ],
    [
      "too long",
      Buffer.alloc(10_000_001, 32),
      { problem: "this file has 10000001 bytes, more than any contract needs" },
    ],
  ];
  it.each(texts)("%s", (_, content, expected) => {
    desk.file("text.sla", content);
    expect(readContractText(join(desk.folder, "text.sla"))).toEqual(expected);
  });

  it("is no folder", () => {
    expect(readContractText(desk.folder)).toEqual({ problem: "this is a folder; name a file in it" });
  });
});
