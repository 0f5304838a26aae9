import { describe, expect, it } from "vitest";
import { format } from "./format.ts";

const lines = (...each: readonly string[]): string => each.map((line) => `${line}\n`).join("");

type Case = readonly [what: string, written: string, laidOut: string];

function laysOut(cases: readonly Case[]): void {
  it.each(cases)("%s", (_what, written, laidOut) => {
    expect(format(written)).toEqual({ text: laidOut, diagnostics: [] });
    expect(format(laidOut).text).toBe(laidOut);
  });
}

describe("lines", () => {
  laysOut([
    ["nothing", " \n\n", ""],
    ["an end of the last line", "event a", "event a\n"],
    ["line feeds", "event a\r\nevent b\rstage c", lines("event a", "event b", "stage c")],
    ["no byte order mark", "\uFEFFevent a\n", "event a\n"],
    ["one clause on each", "event a; event b;;", lines("event a", "event b")],
    ["one blank line for several", "\n\nevent a\n\n\n\nevent b\n\n", lines("event a", "", "event b")],
    [
      "none at the ends of a block",
      "score s {\n\n  +1 when a\n\n  never below 0\n\n}",
      lines("score s {", "  +1 when a", "", "  never below 0", "}"),
    ],
    ["names as they are written", "event `stage`\nevent e\u0301", lines("event `stage`", "event \u00e9")],
  ]);
});

describe("spaces", () => {
  laysOut([
    ["between words", "define   x=a>=- 5+b*-(c- 1)", "define x = a >= -5 + b * -(c - 1)\n"],
    ["around marks", "define x = a in(1,2 , 3)and not( b . c )", "define x = a in (1, 2, 3) and not (b.c)\n"],
    [
      "in stretches",
      "calendar c { mon - fri 9:00 – 17:00;holidays US - MA }",
      "calendar c { mon-fri 9:00–17:00;  holidays US-MA }\n",
    ],
    [
      "in scores",
      "score s { + 10 when a;- 5 when b;never below - 3 }",
      "score s { +10 when a;  -5 when b;  never below -3 }\n",
    ],
    ["in types", "lead { a yes / no;n number - 5 to 5 }", "lead { a yes/no;  n number -5 to 5 }\n"],
    ["full-width marks bring their own", "define x = a in（x、 y）", "define x = a in （x、y）\n"],
  ]);
});

describe("blocks", () => {
  const long = "a_rather_long_name_of_a_stage";
  laysOut([
    [
      "written on one line stay there",
      'ladder l {at breach notify a;after 1 day { do "x" ; meet b } }',
      'ladder l { at breach notify a;  after 1 day { do "x";  meet b } }\n',
    ],
    [
      "written on lines stay there",
      "ladder l { at breach notify a\n }",
      lines("ladder l {", "  at breach notify a", "}"),
    ],
    ["that are empty stay empty", "event a {\n}", "event a {}\n"],
    [
      "begin on the line of their head",
      "goal x by y\n{ measure count of leads reaching z }",
      lines("goal x by y { measure count of leads reaching z }"),
    ],
    [
      "that are too wide go on lines of their own",
      `goal x by y { measure count of leads reaching ${long}; at least 5 every month; otherwise z }`,
      lines(
        "goal x by y {",
        `  measure    count of leads reaching ${long}`,
        "  at least   5 every month",
        "  otherwise  z",
        "}",
      ),
    ],
    [
      "of a plan to follow",
      "commitment c {\n s must follow {\n day 0: a\n day 10: b and c }\n of x, restarts\n}",
      lines(
        "commitment c {",
        "  s must follow {",
        "    day 0:  a",
        "    day 10: b and c",
        "  } of x, restarts",
        "}",
      ),
    ],
    [
      "of a reward",
      "reward r {\n when a met in a month; give $5 to b\n}\nreward ss { when a met in a year;give $5 to b}\nreward t { when a met in a month give $5 to b }",
      lines(
        "reward r {",
        "  when a met in a month",
        "  give $5 to b",
        "}",
        "reward ss { when a met in a year   give $5 to b }",
        "reward t  { when a met in a month  give $5 to b }",
      ),
    ],
    [
      "of values are wrapped",
      `test "t" {\n  lead { id: "${"1".repeat(60)}", source: web; wants_contact: yes, country: x }\n}`,
      lines(
        'test "t" {',
        `  lead { id: "${"1".repeat(60)}", source: web,`,
        "         wants_contact: yes, country: x }",
        "}",
      ),
    ],
    [
      "of values on lines stay there",
      'test "t" {\nlead {\na: 1,\nid: 2 }\n}',
      lines('test "t" {', "  lead {", "    a:  1", "    id: 2", "  }", "}"),
    ],
  ]);
});

describe("clauses on several lines", () => {
  laysOut([
    ["go on further in", "define x = a and\nb\nor c", lines("define x = a and", "    b", "    or c")],
    [
      "go on in brackets",
      "define x = a in (\n1,\n2\n)\nand b > by c {\nd -> 1\notherwise -> 2 }",
      lines("define x = a in (", "  1,", "  2", ") and b > by c {", "  d -> 1", "  otherwise -> 2 }"),
    ],
    [
      "go on behind brackets",
      "define x = a in (\n1\n) and\nb",
      lines("define x = a in (", "  1", ") and", "    b"),
    ],
    [
      "keep the line ends between the entries of tables",
      "define x = by a {\nb -> by c {\nd -> 1\n}\notherwise -> 2\n} > 3",
      lines("define x = by a {", "  b -> by c {", "    d -> 1", "  }", "  otherwise -> 2", "} > 3"),
    ],
    [
      "go on under their value",
      'lead {\nkind one of a,\nb from "x"\nk text }\ndispute {\npanel a,\nb\n}',
      lines(
        "lead {",
        "  kind  one of a,",
        '               b from "x"',
        "  k     text",
        "}",
        "dispute {",
        "  panel a,",
        "        b",
        "}",
      ),
    ],
  ]);
});

describe("comments", () => {
  laysOut([
    ["of their own line", "# a\n\n   # b  \nevent x\n# c", lines("# a", "", "# b", "event x", "# c")],
    [
      "behind code",
      "event x # a\nevent longer_than_that_one_by_far_and_then_some # b",
      lines(`event x${" ".repeat(48)}# a`, "event longer_than_that_one_by_far_and_then_some        # b"),
    ],
    [
      "in blocks",
      "score s { # a\n# b\n+1 when x # c\n\n# d\n} # e",
      lines(
        `score s {${" ".repeat(30)}# a`,
        "  # b",
        `  +1 when x${" ".repeat(28)}# c`,
        "",
        "  # d",
        `}${" ".repeat(38)}# e`,
      ),
    ],
    [
      "in clauses",
      "define x = a # one\n# two\nand b",
      lines(`define x = a${" ".repeat(27)}# one`, "    # two", "    and b"),
    ],
    [
      "before a brace",
      "goal x by y # a\n{ otherwise z }",
      lines(`goal x by y${" ".repeat(28)}# a`, "{", "  otherwise z", "}"),
    ],
    ["that keep a block open", "event x {\n# nothing\n}", lines("event x {", "  # nothing", "}")],
    [
      "with two spaces before them at least",
      `event ${"a".repeat(31)} # a\n\nevent ${"a".repeat(32)} # b`,
      lines(`event ${"a".repeat(31)}  # a`, "", `event ${"a".repeat(32)}         # b`),
    ],
    [
      "in lists of values",
      'test "t" {\nlead { a: 1, # a\nb: 2 }\n}',
      lines('test "t" {', "  lead {", `    a: 1${" ".repeat(31)}# a`, "    b: 2", "  }", "}"),
    ],
    [
      "behind separators",
      "score s {\n+1 when a; # a\n; # b\n}",
      lines("score s {", `  +1 when a${" ".repeat(28)}# a`, "  # b", "}"),
    ],
  ]);
});

describe("columns", () => {
  laysOut([
    [
      "of declarations of one kind",
      'event a { x text }\nevent bbb { x text }\n\nevent c { x text }\nrole d "D" of e\nrole ff "FFF" optional',
      lines(
        "event a   { x text }",
        "event bbb { x text }",
        "",
        "event c { x text }",
        'role d  "D"   of e',
        'role ff "FFF" optional',
      ),
    ],
    [
      "of commitments, by whether they are for some leads only",
      "commitment a { until b }\ncommitment c for leads where d { until b }\ncommitment ef { until b }",
      lines(
        "commitment a  { until b }",
        "commitment c for leads where d { until b }",
        "commitment ef { until b }",
      ),
    ],
    [
      "of meetings, but not of other blocks that stand on several lines",
      'goal a by x {\notherwise y\n}\ngoal bbb by x {\notherwise y\n}\nmeeting a every day for 1 hour attended by c {\nagenda "d"\n}\nmeeting bb every month for 2 hours attended by c',
      lines(
        "goal a by x {",
        "  otherwise y",
        "}",
        "goal bbb by x {",
        "  otherwise y",
        "}",
        "meeting a   every day   for 1 hour   attended by c {",
        '  agenda "d"',
        "}",
        "meeting bb  every month for 2 hours  attended by c",
      ),
    ],
    [
      "of stages",
      "stage A when x at y\nstage BBB after A when xx unless z at y\nstage C after BBB",
      lines(
        "stage A             when x             at y",
        "stage BBB  after A  when xx  unless z  at y",
        "stage C    after BBB",
      ),
    ],
    [
      "of a record",
      'lead {\nid text key from "X"\nlonger yes/no optional from "Y"\n}',
      lines("lead {", '  id      text key         from "X"', '  longer  yes/no optional  from "Y"', "}"),
    ],
    [
      "of wide characters",
      "lead {\n会社 text\nab text\n}",
      lines("lead {", "  会社  text", "  ab    text", "}"),
    ],
    [
      "of classes",
      "classify c {\na when x worth $5\nbb otherwise worth $1\n}",
      lines("classify c {", "  a   when x     worth $5", "  bb  otherwise  worth $1", "}"),
    ],
    [
      "of clauses with labels",
      "commitment c {\na: s must x within 1 hour of y\nlong: s must x within 1 hour of y\nuntil z\n}",
      lines(
        "commitment c {",
        "  a:    s must x within 1 hour of y",
        "  long: s must x within 1 hour of y",
        "  until z",
        "}",
      ),
    ],
    [
      "but not of clauses without",
      "commitment c {\ns must x within 1 hour of y\nuntil z\notherwise l\n}",
      lines("commitment c {", "  s must x within 1 hour of y", "  until z", "  otherwise l", "}"),
    ],
    [
      "end at blank lines",
      "score s {\n+1 when a\n+10 when b\n\n+100 when c\n}",
      lines("score s {", "  +1   when a", "  +10  when b", "", "  +100 when c", "}"),
    ],
    [
      "are not pushed away by a single cell",
      'role a "A"\nrole b "B"\nrole c "C"\nrole executives "E"',
      lines('role a "A"', 'role b "B"', 'role c "C"', 'role executives "E"'),
    ],
  ]);
});

describe("a text with syntax errors", () => {
  it("is left as it is, and told", () => {
    const text = "event   a\n\n\ncomitment x {}";
    const { text: left, diagnostics } = format(text, "f.sla");
    expect(left).toBe(text);
    expect(diagnostics).toMatchObject([
      { id: "syntax/unknown-declaration", span: { file: "f.sla", line: 4 } },
    ]);
  });
});
