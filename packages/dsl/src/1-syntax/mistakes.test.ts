import { describe, expect, it } from "vitest";
import { parse } from "./parse.ts";

type Mistake = readonly [text: string, told: readonly string[]];

/** Each mistake, and what is told about it: `line:column id`, the id without its phase. */
const ONE_MISTAKE: readonly Mistake[] = [
  ["commitment x {\n  sales mst contact within 1 hour of handoff\n}", ["2:9 unexpected"]],
  ["commitment x {\n  sales contact within 1 hour of handoff\n}", ["2:9 missing-must"]],
  ["commitment x {\n  sales must within 1 hour of handoff\n}", ["2:14 unexpected"]],
  ["commitment x {\n  sales must contact within 1 hours handoff\n}", ["2:37 unexpected"]],
  ["commitment x {\n  sales must contact within 1 huor of handoff\n}", ["2:31 unexpected"]],
  ["commitment x {\n  sales must contact within of handoff\n}", ["2:29 unexpected"]],
  ["commitment x {\n  sales must contact within 1 hour of\n}", ["2:38 unexpected-end"]],
  ["commitment x {\n  utnil reject\n}", ["2:3 unknown-clause"]],
  ["commitment x {\n  warn at 75\n}", ["2:11 unexpected"]],
  ["commitment x {\n  pause from a too b\n}", ["2:16 unexpected"]],
  ["commitment x {\n  sales must contact 3 tims within 1 hour of a\n}", ["2:24 unexpected"]],
  ["commitment x {\n  sales must contact within 1 hour of a, restart\n}", ["2:42 unexpected"]],
  ["commitment x {\n  sales must contact within 1 hour of a restarts\n}", ["2:41 unexpected"]],
  ["commitment x {\n  sales must provide email phone by handoff\n}", ["2:28 unexpected"]],
  ["commitment x {\n  sales must folow { day 0: email } of accept\n}", ["2:14 unexpected"]],
  ["commitment x {\n  sales must follow { dy 0: email; day 1: call } of accept\n}", ["2:23 unknown-clause"]],
  ["commitment x {\n  sales must contact within by grade { A 5 minutes } of a\n}", ["2:42 unexpected"]],
  [
    "commitment x {\n  sales must contact within by grade { A -> 5 minutes B -> 1 hour } of a\n}",
    ["2:55 unexpected"],
  ],
  ["commitment x {\n  frobnicate\n}", ["2:3 unknown-clause"]],
  ["commitment x {\n  otherwise\n}", ["2:12 unexpected-end"]],
  ["commitment x {\n  because text\n}", ["2:11 unexpected"]],
  ["commitment x {\n  calendar of boss\n}", ["2:15 unexpected"]],
  ["goal x by sales {\n  mesure count of leads reaching MQL\n}", ["2:3 unknown-clause"]],
  ["goal x by sales {\n  measure cont of leads reaching MQL\n}", ["2:11 unexpected"]],
  ["goal x by sales {\n  at least 35% evry month\n}", ["2:16 unexpected"]],
  ["goal x by sales {\n  at lest 35% every month\n}", ["2:6 unexpected"]],
  ["goal x by sales {\n  tolerance 10%\n}", ["2:16 unexpected-end"]],
  ["goal x by sales {\n  tolerance % above\n}", ["2:13 percent-without-number"]],
  ["goal x by sales {\n  at least 35%\n}", ["2:15 unexpected-end"]],
  ["goal x by sales {\n  measure rate from a to b, maturing\n}", ["2:37 unexpected-end"]],
  ["goal x by sales {\n  at least $ every month\n}", ["2:12 money-without-amount"]],
  ["lead {\n  id text optionl\n}", ["2:11 unexpected"]],
  ["lead {\n  id txt\n}", ["2:6 unexpected"]],
  ["lead {\n  x one of a b\n}", ["2:14 unexpected"]],
  ["lead {\n  first text\n}", ["2:3 reserved-word"]],
  ["lead {\n  x one of present, missing\n}", ["2:12 reserved-word"]],
  ["lead {\n  x one of a, missing, last\n}", ["2:15 reserved-word"]],
  ["lead {\n  x one of\n}", ["2:11 unexpected-end"]],
  ["lead {\n  x yes/o\n}", ["2:9 unexpected"]],
  ["lead {\n  x list of\n}", ["2:12 unexpected-end"]],
  ["lead {\n  x integer 0 to\n}", ["2:17 unexpected-end"]],
  ["lead {\n  x integer 0 t 5\n}", ["2:15 unexpected"]],
  ["lead {\n  x\n}", ["2:4 unexpected-end"]],
  ["lead {\n  from from from\n}", ["2:3 unexpected"]],
  ["define x = in", ["1:12 reserved-word"]],
  ["define x = a = ", ["1:15 unexpected-end"]],
  ["define x = a == 1", ["1:14 foreign-operator"]],
  ["define x = a is web or", ["1:23 unexpected-end"]],
  ["define x = x in (100,200)", ["1:18 number-in-list"]],
  ["define x = x in 100", ["1:17 unexpected"]],
  ['define x = a ends wth "x"', ["1:19 unexpected"]],
  ["define x = a ends with 'x'", ["1:24 single-quotes"]],
  ["define x = (a and b", ["1:12 unclosed-parenthesis"]],
  ["define x = a and b)", ["1:19 unexpected"]],
  ["define x = a >= 01/02/2020", ["1:17 date-format"]],
  ["define x = a => 5", ["1:14 foreign-operator"]],
  ["define x = a ≥ 5", ["1:14 foreign-operator"]],
  ["define x = a @ b", ["1:14 unknown-character"]],
  ['define x = a is "abc', ["1:17 unclosed-text"]],
  ["define x = a b", ["1:14 unexpected"]],
  ["define x = a < b < c", ["1:18 unexpected"]],
  ["define x = x is within 9am of y", ["1:24 time-format"]],
  ["define x = count of", ["1:20 unexpected-end"]],
  ["define x = time since", ["1:22 unexpected-end"]],
  ["define x = `abc", ["1:12 unclosed-name"]],
  ["define x = a // comment", ["1:14 slash-comment"]],
  ['define x = a is "\\q"', ["1:17 unknown-escape"]],
  ["define x = a is within 3 parsecs of b", ["1:26 unexpected"]],
  ["define x = not", ["1:15 unexpected-end"]],
  ["define = 5", ["1:8 unexpected"]],
  ["define x 5", ["1:10 unexpected"]],
  ["frob x {\n a\n b\n}", ["1:1 unknown-declaration"]],
  ["}", ["1:1 stray-brace"]],
  ["goal x by y {\n measure count of leads reaching MQL\n", ["1:13 unclosed-brace"]],
  [
    "goal x by y {\n measure count of leads reaching MQL\n\ncommitment z {\n until a\n}\nevent b",
    ["1:13 unclosed-brace"],
  ],
  [
    "goal x by y\n measure count of leads reaching MQL\n at least 5 every month\n}\nevent b",
    ["1:12 missing-block"],
  ],
  ["event provide", ["1:7 reserved-event-name"]],
  ["event x, also whn y", ["1:15 unexpected"]],
  ["stage X aftr Y", ["1:9 unexpected"]],
  ["stage X when a unles b at c", ["1:16 unexpected"]],
  ["stage X at a when b", ["1:14 unexpected"]],
  ["calendar c { mon-fri 09:00 to 17:00 }", ["1:28 unexpected"]],
  ["calendar c { mondy 09:00-17:00 }", ["1:14 unknown-clause"]],
  ["meeting m every week for 1 hour attended cmo", ["1:42 unexpected"]],
  ["review 6 months", ["1:8 unexpected"]],
  ["ladder l { after 1 day { do } }", ["1:28 unexpected-end"]],
  ["ladder l { after 1 day notfy owner }", ["1:24 unexpected"]],
  ["ladder l { before 1 day notify owner }", ["1:12 unknown-clause"]],
  ["score s { 10 when a }", ["1:11 unexpected"]],
  ["score s { + when a }", ["1:13 unexpected"]],
  ["score s { +10 }", ["1:14 unexpected-end"]],
  ["score s { +10 wen a }", ["1:15 unexpected"]],
  ["classify c { a when b wort $5 }", ["1:23 unexpected"]],
  ["classify c { a b }", ["1:16 unexpected"]],
  ["classify c, frst match { a otherwise }", ["1:13 unexpected"]],
  ['test "t" { expct x is met }', ["1:12 unknown-clause"]],
  ['test "t" { lead { a: 1, b 2, c: 3 } }', ["1:27 unexpected"]],
  ['test "t" { 2020-01-01 handoff }', ["1:23 unexpected"]],
  ["test t { }", ["1:6 unexpected"]],
  ['agreement "x" { betwen a and b }', ["1:17 unknown-clause"]],
  ["agreement { }", ["1:11 unexpected"]],
  ["funnel f { MQL too SQL 5% }", ["1:16 unexpected"]],
  ["funnel f { quota 5 every month; mx 3 }", ["1:33 unknown-clause"]],
  ["reward r { when all goals met in a week give $5 to a }", ["1:36 unexpected"]],
  ["reward r { }", ["1:12 unexpected"]],
  ["import ./x", ["1:8 unexpected"]],
  ["role x of", ["1:10 unexpected-end"]],
  ["​event x", ["1:1 unknown-character"]],
  ["event x @@@ y", ["1:9 unknown-character"]],
  ["event x\n***\nevent y", ["2:1 unknown-declaration"]],
  ["commitment a { until b } event c", ["1:26 unexpected"]],
  ["lead { id text key, email text }", ["1:19 unexpected"]],
  ["define x = a is 2020-1-5", ["1:17 date-format"]],
  ["cancellation when x missed 6 times", ["1:35 unexpected-end"]],
  ["party", ["1:6 unexpected-end"]],
  ["event", ["1:6 unexpected-end"]],
  ['event "x"', ["1:7 unexpected"]],
  ["commitment x for leads wants { until a }", ["1:24 unexpected"]],
  [
    "commitment a {\n  sales must contact within by grade { A -> 5 minutes of assign\n  until x\n  warn at 3\n}\nevent b",
    ["2:38 unclosed-brace"],
  ],
  [
    'ladder l {\n  after 30 days {\n    do "x"\n  after 60 days { notfy x }\n}\n\nevent b',
    ["2:17 unclosed-brace"],
  ],
  ["commitment verdict\n  sales must a within 1 day of b\n}\nevent c", ["1:19 missing-block"]],
  ["goal x by sales { measure count of leads reaching MQL at least 5 every month }", ["1:55 unexpected"]],
  ["Goal x by y { measure count of leads reaching Z }", ["1:1 unknown-declaration"]],
  ["commitment c { Sales Must contact within 1 hour of x }", ["1:22 unexpected"]],
  ["event a,\nevent b", ["1:9 unexpected-end"]],
  ["define x = a and\ndefine y = b", ["1:17 unexpected-end"]],
  ["define x = (a and\ndefine y = b\nevent c", ["1:12 unclosed-parenthesis"]],
  ["event a { b text, c text }", ["1:17 unexpected"]],
  ["lead { a text\n b text", ["1:6 unclosed-brace"]],
  ["lead { source text } }", ["1:22 stray-brace"]],
  ["define x = {", ["1:12 unclosed-brace"]],
  ["define x = by a { b -> 1", ["1:17 unclosed-brace"]],
  ["commitment c { sales must contact within 1 hour of x, y }", ["1:55 unexpected"]],
  ["stage X after Y or when z", ["1:20 unexpected"]],
  ["reward p { when all goals met in a month\n give $5 to\n}", ["3:1 unexpected"]],
  ["define x = a >=\n", ["1:16 unexpected-end"]],
  ["goal g by s { at least 5% on 2020-01-01 }", ["1:27 unexpected"]],
  ["goal g by s { at least 10% every month, at least 30% every quarter }", ["1:41 unexpected"]],
  ["define x = a is not", ["1:20 unexpected-end"]],
  ["define x = $ 10", ["1:12 money-without-amount"]],
  ["define x = a ' b", ["1:14 unknown-character"]],
  ["agreement 'A' { currency USD }", ["1:11 single-quotes"]],
  ["commitment c { sales must contact within 1 hour after handoff }", ["1:49 unexpected"]],
  ["commitment c { sales should contact within 1 hour of handoff }", ["1:22 missing-must"]],
  ["commitment c { sales must contact in 1 hour of handoff }", ["1:35 unexpected"]],
  ["commitment c { must contact within 1 hour of x }", ["1:16 unknown-clause"]],
  ["commitment c { sales must contact twice within 1 hour of x }", ["1:41 unexpected"]],
  ["meeting m weekly for 1 hour attended by a", ["1:11 unexpected"]],
  ["event x { a text optional b text }", ["1:27 unexpected"]],
  ["define x = a = b = c", ["1:18 unexpected"]],
  ["score s { +5 when a and }", ["1:24 unexpected-end"]],
  ['test "t" { at 2020-01-01 }', ["1:25 unexpected-end"]],
  ['test "t" { expect a }', ["1:20 unexpected-end"]],
  ['test "t" { lead { at: 5 } }', ["1:19 reserved-word"]],
  ['import "x', ["1:8 unclosed-text"]],
  ["define x = 9:00", ["1:12 unexpected"]],
  ["define x = a of b", ["1:14 unexpected"]],
  ["ladder l { at brech notify owner }", ["1:15 unexpected"]],
  ["funnel f { capacity 120 MQL per rep every month }", ["1:48 unexpected-end"]],
  ["funnel f { rounding twice }", ["1:21 unexpected"]],
  ["calendar c { open 10:00-12:00 }", ["1:19 unexpected"]],
  ["dispute { hearing 15 minutes }", ["1:29 unexpected-end"]],
  ["role r off sales", ["1:8 unexpected"]],
  ["lead { a one of b; c }", ["1:21 unexpected-end"]],
  ["classify c { otherwise }", ["1:14 unexpected"]],
  ["define x = a in ()", ["1:18 unexpected"]],
  ["define x = ()", ["1:13 unexpected"]],
  ["define x = a, b", ["1:13 unexpected"]],
];

const SEVERAL_MISTAKES: readonly Mistake[] = [
  [
    "commitment c { waive for a is }\ndefine x = 1 from 2020-01-01\nevent 5",
    ["1:30 unexpected-end", "3:7 unexpected"],
  ],
  ["define x = a && b || !c", ["1:14 foreign-operator", "1:19 foreign-operator", "1:22 foreign-operator"]],
  [
    "comitment x {\n sales must contact within 1 hour of a\n until }",
    ["1:1 unknown-declaration", "3:7 unexpected-end"],
  ],
  [
    "goal x sales {\n measure count of leads reaching MQL\n mesure x\n}",
    ["1:8 unexpected", "3:2 unknown-clause"],
  ],
  ["calendar c { mon-fri 9am-5pm }", ["1:22 time-format", "1:26 time-format"]],
  ["commitment x { until a\n until\n warn at 3\n}", ["2:7 unexpected-end", "3:10 unexpected"]],
  [
    "commitment a {\n  sales must follow { day 0: email; day 1: call of accept\n  until x\n}\nevent b\nevent c x",
    ["2:21 unclosed-brace", "6:9 unexpected"],
  ],
  [
    "lead {\n  a text\n  b txt\n  c one of\n  d integer optional 0 to 5\n}\nevent 5\nstage X when (a\nstage Y when b\n}\ncomitment c { until a }",
    [
      "3:5 unexpected",
      "4:11 unexpected-end",
      "7:7 unexpected",
      "8:14 unclosed-parenthesis",
      "10:1 stray-brace",
      "11:1 unknown-declaration",
    ],
  ],
];

/** What a message suggests: the words of the message, the label or the help that matter. */
const SUGGESTIONS: readonly (readonly [text: string, part: "message" | "label" | "help", words: string])[] = [
  ["commitment x { sales mst contact within 1 hour of a }", "message", "did you mean `must`?"],
  ["commitment x { sales contact within 1 hour of a }", "label", "write `sales must …`"],
  [
    "goal x by y { mesure count of leads reaching z }",
    "message",
    "`mesure` is not a clause of a goal: did you mean `measure`?",
  ],
  ["goal x by y { mesure count of leads reaching z }", "help", "`at least`"],
  ["goal x by y { measure cont of leads reaching z }", "message", "did you mean `count`?"],
  ["commitment x { sales must contact within 1 huor of a }", "message", "did you mean `hour`?"],
  ["commitment x { sales must folow { day 0: a } of b }", "message", "did you mean `follow`?"],
  ["lead { id text optionl }", "message", "did you mean `optional`?"],
  ["classify c { a when b worht $5 }", "message", "did you mean `worth`?"],
  ["Goal x by y { measure count of leads reaching z }", "message", "did you mean `goal`?"],
  ["calendar c { mondy 09:00-17:00 }", "message", "did you mean `monday`?"],
  [
    "goal x by y { measure 5 }",
    "help",
    "here may stand `count`, `worth`, `points`, `rate`, `sum` or `share`",
  ],
  ["define x = a of b", "message", "`of` cannot stand here"],
  ["define x = a == 1", "label", "write `=`"],
  ["define x = a && b", "label", "write `and`"],
  ["define x = a => b", "help", "`->`"],
  ["define x = a in (100,200)", "label", "write `100, 200` or `100200`"],
  ["define x = a > 01/02/2020", "label", "`2020-01-02` or `2020-02-01`"],
  ["define x = a > 13.02.2020", "label", "write `2020-02-13`"],
  ["define x = a > 2020-01-02T10:00Z", "label", "write `2020-01-02 10:00`"],
  ["calendar c { mon 9am-17:00 }", "label", "write `09:00`"],
  ["calendar c { mon 09:00-12:30 pm }", "label", "write `12:30`"],
  ["calendar c { mon 12am-5:30pm }", "label", "write `00:00`"],
  ["define x = a is 'it'", "label", 'write "it"'],
  ["define x = 5 // why", "label", "`#`"],
  ["lead { first text }", "label", "backticks"],
  ["goal x by y { at least 5 }", "help", "`every`, `in`, `by` or `over`"],
  ["define x = a is", "help", "a value"],
];

const told = (text: string): string[] =>
  parse("f.sla", text).diagnostics.map(
    ({ id, span }) => `${span.line}:${span.column} ${id.replace("syntax/", "")}`,
  );

describe("one mistake is told once, where it is", () => {
  it.each(ONE_MISTAKE)("%j", (text, expected) => {
    expect(expected).toHaveLength(1);
    expect(told(text)).toEqual(expected);
  });
});

describe("several mistakes are told once each", () => {
  it.each(SEVERAL_MISTAKES)("%j", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe("a mistake is told with what to write instead", () => {
  it.each(SUGGESTIONS)("%s: %s", (text, part, words) => {
    const { diagnostics } = parse("f.sla", text);
    expect(diagnostics[0]?.[part]).toContain(words);
  });
  it("tells at most six alternatives", () => {
    const [diagnostic] = parse("f.sla", "lead { id 5 }").diagnostics;
    expect(diagnostic?.help?.split("`, `")).toHaveLength(6);
  });
  it("offers a fix that mends the text", () => {
    const text = "lead { id text optionl }";
    const edit = parse("f.sla", text).diagnostics[0]?.fixes?.[0]?.edits[0];
    const { start = 0, end = 0 } = edit?.span ?? {};
    expect(told(text.slice(0, start) + edit?.text + text.slice(end))).toEqual([]);
  });
});

describe("a mistake costs nothing but its own clause", () => {
  it("keeps the clauses around it", () => {
    const text =
      "goal x by y {\n measure count of leads reaching z\n at lest 5 every month\n otherwise l\n}\nevent a";
    const { ast, unread } = parse("f.sla", text);
    expect(ast.declarations).toMatchObject([
      { kind: "Goal", clauses: [{ kind: "MeasureClause" }, { kind: "Otherwise" }] },
      { kind: "Event" },
    ]);
    expect(unread.map(({ start, end }) => text.slice(start, end))).toEqual(["at lest 5 every month"]);
  });
  it("reads on where a `}` is missing", () => {
    const { ast } = parse("f.sla", "goal x by y {\n otherwise l\n\nevent a\nevent b");
    expect(ast.declarations.map(({ kind }) => kind)).toEqual(["Goal", "Event", "Event"]);
  });
  it("reads on where a `{` is missing", () => {
    const { ast } = parse("f.sla", "goal x by y\n otherwise l\n}\nevent a");
    expect(ast.declarations).toMatchObject([
      { kind: "Goal", clauses: [{ kind: "Otherwise" }] },
      { kind: "Event" },
    ]);
  });
  it("reads a misspelled declaration as the one that was meant", () => {
    const { ast } = parse("f.sla", "comitment x { until a }");
    expect(ast.declarations).toMatchObject([{ kind: "Commitment", clauses: [{ kind: "Until" }] }]);
  });
});

describe("hostile nesting is refused, not followed", () => {
  it.each([
    ["balanced parentheses", `${"(".repeat(100_000)}a${")".repeat(100_000)}`, ["1:112 too-deep"]],
    ["open parentheses", "(".repeat(100_000), ["1:12 unclosed-parenthesis"]],
    ["not", `${"not ".repeat(10_000)}a`, ["1:412 too-deep"]],
    ["signs", `${"- ".repeat(10_000)}a`, ["1:212 too-deep"]],
    ["sums", `a${" + a".repeat(10_000)}`, ["1:412 too-deep"]],
    ["tables", `${"by a { b -> ".repeat(10_000)}1${"}".repeat(10_000)}`, ["1:1203 too-deep"]],
    ["a long list is no nesting", `a in (1${", 1".repeat(10_000)})`, []],
    ["nor are many operands", `a${" or a and b".repeat(10_000)}`, []],
  ])("%s", (_name, condition, expected) => {
    expect(told(`define x = ${condition}`)).toEqual(expected);
  });
  it("nested braces", () => {
    const deep = 100_000;
    expect(told(`goal x by y ${"{".repeat(deep)}${"}".repeat(deep)}`)).toEqual(["1:14 unknown-clause"]);
  });
  it("a file of one megabyte, good or bad", () => {
    const good = "goal x by y { measure count of leads reaching z; at least 5 every month }\n";
    expect(told(good.repeat(14_000))).toEqual([]);
    expect(told("@".repeat(1_000_000))).toEqual(["1:1 unknown-character"]);
    expect(told('"'.repeat(1_000_000))).toHaveLength(1);
  });
});
