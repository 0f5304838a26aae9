import { describe, expect, it } from "vitest";
import type { CiFinding, CiReport } from "./ci-findings.ts";
import { type CiFormat, ciReport } from "./ci-report.ts";
import { markdownCode, markdownText } from "./markdown-text.ts";
import { projectRoot, regionOf } from "./region.ts";
import { ruleText } from "./sarif-rules.ts";

const place = { file: "a.sla", line: 3, column: 5, endLine: 3, endColumn: 9 };

function finding(parts: Partial<CiFinding> = {}): CiFinding {
  return { level: "error", id: "a/b", message: "m", help: null, region: place, fix: null, ...parts };
}

function report(...findings: readonly CiFinding[]): CiReport {
  return { command: "check", summary: "so it is", groups: [{ file: "a.sla", findings }], notes: [] };
}

const lines = (format: CiFormat, ...findings: readonly CiFinding[]) =>
  ciReport(report(...findings), format, "1.2.3").split("\n");

describe("regions", () => {
  const text = "one\r\ntwo three\nfour";
  const sources = new Map([["sub/a.sla", text]]);
  const span = { file: "sub/a.sla", start: 9, end: 12, line: 2, column: 5 };
  const io = { cwd: "/project/contracts" } as never;

  it.each([
    ["on one line", {}, { line: 2, column: 5, endLine: 2, endColumn: 8 }],
    ["over two", { end: 16 }, { line: 2, column: 5, endLine: 3, endColumn: 2 }],
    ["empty", { end: 9 }, { line: 2, column: 5, endLine: 2, endColumn: 5 }],
    ["of an unknown file", { file: "b.sla", end: 13 }, { line: 2, column: 5, endLine: 2, endColumn: 9 }],
  ])("%s", (_, parts, region) => {
    expect(regionOf({ ...span, ...parts }, sources, projectRoot(io))).toMatchObject(region);
  });

  it.each([
    ["the current folder", {}, "sub/a.sla", "sub/a.sla"],
    ["the workspace around it", { GITHUB_WORKSPACE: "/project" }, "./sub/a.sla", "contracts/sub/a.sla"],
    ["no workspace elsewhere", { GITHUB_WORKSPACE: "/projects" }, "sub/a.sla", "sub/a.sla"],
    ["absolute paths", { GITHUB_WORKSPACE: "/project" }, "/project/b.sla", "b.sla"],
  ])("counts paths from %s", (_, environment, file, shown) => {
    expect(projectRoot({ cwd: "/project/contracts", environment } as never).pathOf(file)).toBe(shown);
  });
});

describe("workflow commands of GitHub", () => {
  it("say where, and what to do", () => {
    expect(lines("github", finding({ help: "do\nthat" }))).toEqual([
      "::error file=a.sla,line=3,endLine=3,col=5,endColumn=8,title=a/b::m%0Ado%0Athat",
      "so it is",
      "",
    ]);
  });

  it.each([
    ["a line break", { message: "a\n::error::b" }, "::a%0A::error::b"],
    ["a percent sign", { message: "50%0A" }, "::50%250A"],
    ["a carriage return", { message: "a\rb" }, "::a␍b"],
    [
      "what ends a property",
      { region: { ...place, file: "a,title=x::y.sla" } },
      "file=a%2Ctitle=x%3A%3Ay.sla,line",
    ],
    ["an escape sequence", { message: "\u001b[31mred\u202e" }, "::␛[31mred\ufffd"],
  ])("keep %s from meaning anything", (_, parts, written) => {
    const [line] = lines("github", finding(parts));
    expect(line).toContain(written);
    expect([...(line ?? "")].filter((character) => character < " ")).toEqual([]);
  });

  it("leave columns out where the stretch has several lines", () => {
    const [line] = lines("github", finding({ region: { ...place, endLine: 4 } }));
    expect(line).toBe("::error file=a.sla,line=3,endLine=4,title=a/b::m");
  });

  it("put errors first, and tell in the log what GitHub would drop", () => {
    const warning = finding({ level: "warning" });
    const errors = Array.from({ length: 12 }, (_, index) => finding({ message: `##[error] ${index}` }));
    const written = lines("github", warning, ...errors, finding({ level: "note" }));
    expect(written.map((line) => line.split(" ")[0])).toEqual([
      ...Array.from({ length: 10 }, () => "::error"),
      ...["::warning", "::notice", "::notice", "error[a/b]", "error[a/b]", "so", ""],
    ]);
    expect(written[12]).toContain("::2 more findings are in the log");
    expect(written[13]).toBe("error[a/b] a.sla:3:5: # #[error] 10");
  });

  it("have no line that a runner takes for a command of its own", () => {
    const wild = {
      ...report(),
      summary: " ::add-mask::x\n::stop-commands::y",
      notes: ["::set-env name=a::b"],
    };
    expect(ciReport(wild, "github", "1").split("\n")).toEqual([
      ": :set-env name=a::b",
      ": :add-mask::x ::stop-commands::y",
      "",
    ]);
  });

  it("are cut where GitHub would cut them", () => {
    const [line = ""] = lines("github", finding({ message: "x".repeat(10_000) }));
    expect(line.length).toBeLessThan(4200);
    expect(line.endsWith("…")).toBe(true);
  });
});

describe("Markdown", () => {
  it("is a heading and a table", () => {
    expect(ciReport(report(finding({ help: "write `x`" })), "markdown", "1")).toBe(
      `### sla check

so it is

| | where | what | what to do, or why |
| - | - | - | - |
| **error** | \`a.sla:3\` | m <br>\`a/b\` | write \`x\` |
`,
    );
  });

  it("has no table where nothing was found", () => {
    expect(ciReport(report(), "markdown", "1")).toBe("### sla check\n\nso it is\n");
  });

  it.each([
    ["mentions", "@team #12", "@\u200bteam #\u200b12"],
    ["cells", "a|b", "a&#124;b"],
    ["tags and entities", "<b>&amp;", "&lt;b&gt;&amp;amp;"],
    ["links", "[a](https://x.y) www.z", "\\[a\\](https:\u200b//x.y) www\u200b.z"],
    ["emphasis", "*a* _b_ c_d ~e~", "\\*a\\* \\_b\\_ c_d \\~e\\~"],
    ["lines", "a\nb", "a<br>b"],
    ["code", "is `a_b`, not `c", "is `a_b`, not \\`c"],
    ["code that ends a cell", "`a|@b`", "<code>a&#124;@\u200bb</code>"],
    ["directions", "a\u202eb", "a\ufffdb"],
  ])("shows %s as they are written", (_, text, written) => {
    expect(markdownText(text)).toBe(written);
  });

  it("shows names of files as code", () => {
    expect(markdownCode("a`b|c.sla")).toBe("<code>a\\`b&#124;c.sla</code>");
  });

  it("has room in a comment, and says what was left out", () => {
    const many = Array.from({ length: 2000 }, () => finding({ message: "word ".repeat(20) }));
    const text = ciReport(report(...many), "markdown", "1");
    expect(text.length).toBeLessThan(65_536);
    const shown = text.match(/\*\*error\*\*/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(300);
    expect(text).toContain(`and ${(2000 - shown).toLocaleString("en-US")} findings more`);
  });
});

describe("JUnit XML", () => {
  it("fails for errors only", () => {
    const written = lines("junit", finding({ level: "warning", message: "<w>" })).join("\n");
    expect(written).toContain('tests="1" failures="0"');
    expect(written).toContain('<testcase name="no errors, 1 other finding" classname="a.sla" file="a.sla"/>');
    expect(written).toContain("<system-out>warning[a/b]: &lt;w&gt;\n  a.sla:3:5</system-out>");
  });

  it("keeps what XML does not allow out of it", () => {
    const wild = finding({
      message: '\u0000\u0008\ud800\uffff"&]]>',
      region: { ...place, file: '<\n".sla' },
    });
    const written = lines("junit", wild).join("\n");
    expect(written).toContain('message="␀␈\ufffd\ufffd&quot;&amp;]]&gt;"');
    expect(written).toContain('file="&lt;&#10;&quot;.sla"');
  });
});

describe("SARIF", () => {
  const log = (...findings: readonly CiFinding[]) =>
    JSON.parse(ciReport(report(...findings), "sarif", "1.2.3"));

  it("has what the standard requires of a log", () => {
    const { version, $schema, runs } = log(finding({ id: "check/unit-mismatch", help: "write $10" }));
    expect({ version, $schema }).toEqual({
      version: "2.1.0",
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    });
    const [run] = runs;
    expect(run.tool.driver).toMatchObject({ name: "sla", version: "1.2.3" });
    const [result] = run.results;
    expect(result).toMatchObject({ level: "error", ruleId: "check/unit-mismatch", ruleIndex: 0 });
    expect(result.message.text).toBe("m\nwrite $10");
    const [rule] = run.tool.driver.rules;
    expect(rule.shortDescription.text).toMatch(/^Two values are compared or added/);
    expect(rule.fullDescription.text).toContain("10,000 may be dollars or yen");
    expect(rule.help.markdown).toMatch(/^## What\n/);
    expect(rule.help.markdown).toContain("```sla");
  });

  it("names each rule and each file once, without gaps", () => {
    const other = { ...place, file: "sub/b.sla" };
    const { artifacts, results, tool } = log(finding(), finding({ region: other }), finding({ id: "c/d" }))
      .runs[0];
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(["a/b", "c/d"]);
    expect(artifacts.map(({ location }: { location: { uri: string } }) => location.uri)).toEqual([
      "a.sla",
      "sub/b.sla",
    ]);
    expect(results.map(({ ruleIndex }: { ruleIndex: number }) => ruleIndex)).toEqual([0, 0, 1]);
  });

  it("is a log without results where nothing was found", () => {
    expect(log().runs[0]).toMatchObject({ results: [], artifacts: [], tool: { driver: { rules: [] } } });
  });

  it.each([
    ["sla/契約 1.sla", "sla/%E5%A5%91%E7%B4%84%201.sla"],
    ["a#b?c%.sla", "a%23b%3Fc%25.sla"],
    ["../b:c.sla", "../b%3Ac.sla"],
  ])("writes the path %j as a relative URI", (file, uri) => {
    const [result] = log(finding({ region: { ...place, file } })).runs[0].results;
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  it("has a fix where there is one, file by file", () => {
    const other = { ...place, file: "b.sla", line: 1, endLine: 1 };
    const edits = [
      { region: place, text: "x" },
      { region: other, text: "y" },
    ];
    const [result] = log(finding({ fix: { title: "write x", edits } })).runs[0].results;
    expect(result.fixes).toEqual([
      {
        description: { text: "write x" },
        artifactChanges: [
          {
            artifactLocation: { uri: "a.sla" },
            replacements: [
              {
                deletedRegion: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
                insertedContent: { text: "x" },
              },
            ],
          },
          {
            artifactLocation: { uri: "b.sla" },
            replacements: [
              {
                deletedRegion: { startLine: 1, startColumn: 5, endLine: 1, endColumn: 9 },
                insertedContent: { text: "y" },
              },
            ],
          },
        ],
      },
    ]);
    expect(log(finding()).runs[0].results[0].fixes).toBeUndefined();
  });

  it("has words for findings without a page", () => {
    expect(ruleText("analysis/overlap").short).toMatch(/^Two cases/);
    expect(ruleText("test/failed").long).toMatch(/^A test/);
    expect(ruleText("no/such").short).toBe("no/such");
  });
});
