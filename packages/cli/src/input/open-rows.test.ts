import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkedText } from "./checked-text.ts";
import { csvRows } from "./csv-rows.ts";
import { InputError } from "./input-error.ts";
import { type InputRow, LONGEST_ROW } from "./input-row.ts";
import { jsonValues } from "./json-values.ts";
import { openRows } from "./open-rows.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rows-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function rowsOfFile(name: string, content: string | Buffer): Promise<InputRow[]> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return collect(openRows(path));
}

/** What the rows say, briefly: the record, or "bad" with the line and the message. */
const brief = (rows: readonly InputRow[]) =>
  rows.map((row) => (row.kind === "row" ? row.record : `bad ${row.line}: ${row.message}`));
const lines = (rows: readonly InputRow[]) => rows.map((row) => row.line);

describe("tables", () => {
  it.each<[string, string, unknown[]]>([
    [
      "plain",
      "id,name\n1,a\n2,b\n",
      [
        { id: "1", name: "a" },
        { id: "2", name: "b" },
      ],
    ],
    ["a byte order mark", "\ufeffid,name\n1,a", [{ id: "1", name: "a" }]],
    [
      "CRLF",
      'id,name\r\n1,"a\r\nb"\r\n2,c\r\n',
      [
        { id: "1", name: "a\r\nb" },
        { id: "2", name: "c" },
      ],
    ],
    ["quotes", 'id,name\n1,"a ""b"", c"\n', [{ id: "1", name: 'a "b", c' }]],
    [
      "a quote in the middle of a cell",
      'id,name\n1,5" pipe\n2,b\n',
      [
        { id: "1", name: '5" pipe' },
        { id: "2", name: "b" },
      ],
    ],
    ["header only", "id,name\n", []],
    ["header only, no newline", "id,name", []],
    ["semicolons", "id;name\n1;a,b\n", [{ id: "1", name: "a,b" }]],
    ["tabs", "id\tname\n1\ta\n", [{ id: "1", name: "a" }]],
    ["commas in a quoted header", '"a,b,c";d\n1;2\n', [{ "a,b,c": "1", d: "2" }]],
    ["blank lines", "id\n\n1\n\n\n2\n", [{ id: "1" }, { id: "2" }]],
    ["spaces around headers, and NFD", " id , Cafe\u0301\n1,2\n", [{ id: "1", Café: "2" }]],
    ["a column without a name", "id,\n1,x\n", [{ id: "1" }]],
    [
      "too few and too many cells",
      "id,name\n1\n2,b\n3,c,d\n",
      [
        "bad 2: expected 2 cells as in the header, found 1",
        { id: "2", name: "b" },
        "bad 4: expected 2 cells as in the header, found 3",
      ],
    ],
  ])("%s", async (_, content, expected) => {
    expect(brief(await rowsOfFile("t.csv", content))).toEqual(expected);
  });

  it("counts lines through quoted line ends and blank lines", async () => {
    const rows = await rowsOfFile("t.csv", 'id,n\r\n1,"a\r\nb"\r\n\r\n2,c\r\n3,d\r\n');
    expect(lines(rows)).toEqual([2, 5, 6]);
  });

  it("gives the text of a bad row back", async () => {
    const [row] = await rowsOfFile("t.csv", 'id,n\n1,"a ""b""\n",3\n');
    expect(row).toMatchObject({ kind: "bad", line: 2, raw: '1,"a ""b""\n",3' });
  });

  it("reports a column that stands twice and reads neither", async () => {
    const rows = await rowsOfFile("t.csv", "id,mail,mail\n1,a,b\n");
    expect(brief(rows)).toEqual([
      'bad 1: expected each column once, found "mail" as columns 2 and 3; none of them is read: rename or remove one',
      { id: "1" },
    ]);
  });

  it("takes any header for a plain name", async () => {
    const [row] = await rowsOfFile("t.csv", "__proto__,constructor,toString\na,b,c\n");
    const record = (row?.kind === "row" ? row.record : null) as Record<string, unknown>;
    expect(Object.entries(record)).toEqual([
      ["__proto__", "a"],
      ["constructor", "b"],
      ["toString", "c"],
    ]);
  });

  it("reads 200 columns", async () => {
    const header = Array.from({ length: 200 }, (_, i) => `c${i}`);
    const [row] = await rowsOfFile("t.csv", `${header.join(",")}\n${header.map((_, i) => i).join(",")}\n`);
    expect(Object.keys((row?.kind === "row" ? row.record : {}) as object)).toHaveLength(200);
  });

  it("keeps the rows before a quote that is never closed, and says where reading ended", async () => {
    const rows = await rowsOfFile("t.csv", 'id,n\n1,a\n2,b\n3,"c\n4,d\n');
    expect(brief(rows)).toEqual([
      { id: "1", n: "a" },
      { id: "2", n: "b" },
      expect.stringMatching(/^bad 4: found a quote that is never closed.*rest of the file was not read$/),
    ]);
  });

  it("gives up on a row beyond all measure, with flat memory", async () => {
    const cell = Buffer.alloc(1024 * 1024, 0x61);
    async function* text() {
      yield Buffer.from('id,n\n1,a\n2,"');
      for (let i = 0; i < LONGEST_ROW / cell.length + 2; i++) yield cell;
    }
    const rows = (await collect(csvRows(text()))).flat();
    expect(brief(rows)).toEqual([
      { id: "1", n: "a" },
      expect.stringContaining("bad 3: found more than 16777216 bytes"),
    ]);
  });
});

describe("JSON Lines", () => {
  it.each<[string, string, unknown[]]>([
    ["plain", '{"id":1}\n{"id":2}\n', [{ id: 1 }, { id: 2 }]],
    ["no last newline, CRLF, a byte order mark", '\ufeff{"id":1}\r\n{"id":2}', [{ id: 1 }, { id: 2 }]],
    ["blank lines", '{"id":1}\n\n  \n{"id":2}\n', [{ id: 1 }, { id: 2 }]],
    [
      "a broken line",
      '{"id":1}\n{"id":\n{"id":3}\n',
      [{ id: 1 }, expect.stringMatching(/^bad 2: expected JSON: /), { id: 3 }],
    ],
    ["values that are no objects", "5\nnull\n", [5, null]],
  ])("%s", async (_, content, expected) => {
    expect(brief(await rowsOfFile("t.jsonl", content))).toEqual(expected);
  });

  it("counts lines", async () => {
    expect(lines(await rowsOfFile("t.jsonl", '{"a":1}\n\n{"a":2}\nx\n'))).toEqual([1, 3, 4]);
  });

  it("skips a line beyond all measure and goes on", async () => {
    const rows = await rowsOfFile("t.jsonl", `{"a":1}\n"${"x".repeat(LONGEST_ROW)}"\n{"a":3}\n`);
    expect(brief(rows)).toEqual([
      { a: 1 },
      expect.stringContaining("bad 2: expected at most 16777216 bytes"),
      { a: 3 },
    ]);
    expect(rows.every((row) => row.kind === "row" || row.raw.length <= 10_001)).toBe(true);
  });

  it("keeps a key named __proto__ as an own key", async () => {
    const [row] = await rowsOfFile("t.jsonl", '{"__proto__":{"x":1}}\n');
    expect(row?.kind === "row" && Object.hasOwn(row.record as object, "__proto__")).toBe(true);
    expect("x" in {}).toBe(false);
  });
});

describe("JSON", () => {
  it.each<[string, string, unknown[]]>([
    ["a list", '[{"id":1},\n {"id":2}]', [{ id: 1 }, { id: 2 }]],
    ["an empty list", "[ ]", []],
    ["brackets and quotes in text", '[{"a":"]}\\"["},{"b":"\\\\"}]', [{ a: ']}"[' }, { b: "\\" }]],
    ["one object over lines", '{\n "id": 1\n}\n', [{ id: 1 }]],
    ["objects one after the other", '{"id":1} {"id":2}\n{"id":3}', [{ id: 1 }, { id: 2 }, { id: 3 }]],
    ["values that are no objects", '[1, null, [2], "x"]', [1, null, [2], "x"]],
    [
      "a broken value",
      '[{"id":1},\n{"id":},\n{"id":3}]',
      [{ id: 1 }, expect.stringMatching(/^bad 2: expected JSON/), { id: 3 }],
    ],
    ["an unclosed text", '[{"id":1},\n{"id":"x},\n{"id":3}]', [{ id: 1 }, expect.stringMatching(/^bad 2/)]],
    [
      "an unclosed text, closed bracket",
      '[{"id":"x\n},\n{"id":3}]',
      [expect.stringMatching(/^bad 1/), { id: 3 }],
    ],
    ["a comma at the end", '[{"id":1},]', [{ id: 1 }, "bad 1: expected a value after the last comma"]],
    [
      "two commas",
      '[{"id":1},,{"id":2}]',
      [{ id: 1 }, "bad 1: expected a value before this comma", { id: 2 }],
    ],
    ["no comma", '[{"id":1} {"id":2}]', [expect.stringMatching(/^bad 1: expected JSON/)]],
    [
      "a list cut off between values",
      '[{"id":1},',
      [{ id: 1 }, "bad 1: the file ends before the list is closed; the file may be cut off"],
    ],
    [
      "a list cut off in a value",
      '[{"id":1},\n{"id"',
      [{ id: 1 }, expect.stringMatching(/^bad 2: the file ends inside/)],
    ],
    ["something after the list", '[{"id":1}]\nx', [{ id: 1 }, "bad 2: expected nothing after the list"]],
  ])("%s", async (_, content, expected) => {
    expect(brief(await rowsOfFile("t.json", content))).toEqual(expected);
  });

  it("reads what JSON.stringify writes, however it is cut into pieces", async () => {
    const sizes = fc.integer({ min: 1, max: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), sizes, fc.boolean(), async (values, size, pretty) => {
        const text = Buffer.from(JSON.stringify(values, null, pretty ? 1 : undefined));
        async function* pieces() {
          for (let at = 0; at < text.length; at += size) yield text.subarray(at, at + size);
        }
        const rows = (await collect(jsonValues(checkedText("t", pieces())))).flat();
        expect(brief(rows)).toEqual(JSON.parse(text.toString()));
      }),
      { numRuns: 300 },
    );
  });

  it("stops at a value beyond all measure", async () => {
    const rows = await rowsOfFile("t.json", `[{"a":1},"${"x".repeat(LONGEST_ROW + 300_000)}",{"a":3}]`);
    expect(brief(rows)).toEqual([{ a: 1 }, expect.stringContaining("the rest of the file was not read")]);
  });
});

describe("files that cannot be read at all", () => {
  it.each<[string, string | Buffer, RegExp]>([
    ["an empty file", "", /empty; it needs a header row/],
    ["a blank file", "\ufeff \n\n", /empty/],
    [
      "two bytes that are half a character",
      Buffer.from([0xe3, 0x83]),
      /not UTF-8 text \(byte 0xe3 on line 1, byte 0\)/,
    ],
    ["a zero byte", "id,n\n1,a\0b\n", /not a text file \(a zero byte on line 2, byte 8\)/],
    [
      "Shift_JIS",
      Buffer.concat([Buffer.from("id,n\n1,"), Buffer.from([0x83, 0x8a]), Buffer.from("\n")]),
      /not UTF-8 text \(byte 0x83 on line 2, byte 7\)/,
    ],
    [
      "a cut-off character at the end",
      Buffer.concat([Buffer.from("id\n1"), Buffer.from([0xe3, 0x83])]),
      /byte 0xe3 on line 2, byte 4/,
    ],
    ["UTF-16", Buffer.from("\ufeffid,n\n", "utf16le"), /UTF-16 text; save it as UTF-8/],
    [
      "a spreadsheet",
      Buffer.from([0x50, 0x4b, 3, 4, 20, 0]),
      /spreadsheet or a zip archive; export it as CSV/,
    ],
    ["gzip", Buffer.from([0x1f, 0x8b, 8, 0]), /compressed with gzip/],
  ])("%s", async (_, content, message) => {
    const error = await rowsOfFile("t.csv", content).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ message: expect.stringMatching(message), file: join(folder, "t.csv") });
  });

  it("a missing file, a directory, a file as a directory", async () => {
    mkdirSync(join(folder, "d.csv"), { recursive: true });
    writeFileSync(join(folder, "f"), "x");
    const messageOf = (path: string) =>
      collect(openRows(path)).then(
        () => "read",
        (error: unknown) => (error instanceof InputError ? error.message : "another error"),
      );
    expect(await messageOf(join(folder, "none.csv"))).toMatch(/none\.csv: there is no such file/);
    expect(await messageOf(join(folder, "d.csv"))).toMatch(/d\.csv: this is a directory/);
    expect(await messageOf(join(folder, "f", "x.csv"))).toMatch(/not a directory/);
  });

  it("finds the fault wherever pieces are cut", async () => {
    const text = Buffer.concat([Buffer.from("展示会\nリード"), Buffer.from([0xff]), Buffer.from("é")]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: text.length }), async (size) => {
        async function* pieces() {
          for (let at = 0; at < text.length; at += size) yield text.subarray(at, at + size);
        }
        await expect(collect(checkedText("t", pieces()))).rejects.toThrow("byte 0xff on line 2, byte 19");
      }),
    );
  });
});

describe("standard input and unknown names", () => {
  it.each<[string, unknown[]]>([
    [' [{"a":1}]', [{ a: 1 }]],
    ['{"a":1}\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
    ["a,b\n1,2\n", [{ a: "1", b: "2" }]],
  ])("tells the format of %j", async (text, expected) => {
    const rows = await collect(openRows("-", { stdin: Readable.from([Buffer.from(text)]) }));
    expect(brief(rows)).toEqual(expected);
  });

  it("takes the format that is asked for", async () => {
    const stdin = Readable.from([Buffer.from("[1]\n[2]\n")]);
    expect(brief(await collect(openRows("-", { stdin, format: "jsonl" })))).toEqual([[1], [2]]);
  });

  it("names standard input in errors", async () => {
    await expect(collect(openRows("-", { stdin: Readable.from([]) }))).rejects.toThrow(
      "standard input: this file is empty",
    );
  });
});
