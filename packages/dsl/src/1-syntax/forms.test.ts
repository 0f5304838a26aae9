import { describe, expect, it } from "vitest";
import { parse } from "./parse.ts";

/** Clauses by the declaration that holds them: each must be read without a word. */
const CLAUSES: readonly (readonly [head: string, clauses: readonly string[]])[] = [
  [
    'agreement "A"',
    [
      "between marketing and sales",
      "effective 2020-01-01 to 2020-12-31",
      "effective 2020-01-01",
      'time zone "Europe/Warsaw"',
      "currency USD",
      "in flight keeps",
      "in flight moves",
      "calendar office",
      "calendar of owner",
      'because "growth"',
    ],
  ],
  [
    "calendar c",
    [
      "mon-fri 09:00-12:00, 13:00-17:00",
      "mon, wed, fri 9:00-24:00",
      "sat-sun 22:00-06:00",
      "mon–thu, saturday 09:00–17:00",
      "holidays US",
      "holidays US-MA",
      'closed 2020-12-24 to 2020-12-26 "Winter break"',
      "closed 2020-12-24",
      "open 2020-12-28 10:00-14:00, 15:00-16:00",
      'time zone "Asia/Tokyo"',
    ],
  ],
  [
    "lead",
    [
      "id text key",
      'company text optional from "Company Name"',
      "employees integer optional 0 to 3,000,000",
      "delta number -5 to 5.5",
      "budget money $0 to $10,000",
      "born date 1900-01-01 to 2020-12-31",
      "rate percent 0% to 100%",
      "wants_contact yes/no",
      'source one of web "Website" "Web site", referral, outbound optional from "Source"',
      "tags list of text",
      "kinds list of one of a, b optional",
      "created time",
      "review text",
      "owner text",
      "stage text",
      "`first` text",
      "会社名 text optional",
    ],
  ],
  [
    "score s",
    [
      "+10 when demo",
      "-15 when role is student",
      "+2 per contact up to 10",
      "+2 per contact (where channel is call) once per 30 days up to 35",
      "+25 when visited_pricing once per week",
      "+10 per download expires after 30 days",
      "+0.5 per visits up to 20",
      "fades 5 every week",
      "fades 1 every 2 days",
      "expires after 30 days",
      "never below 0",
      "never above 100",
      "never below -10",
      "resets on recycle to fit",
      "resets on recycle where reason is x to 0",
    ],
  ],
  [
    "classify c, first match",
    [
      "referral when source is referral worth $5,000",
      "content otherwise worth $1,000",
      "small when a worth 10 points",
      "large when a or b worth by market { us -> $5, otherwise -> $4 }",
      "dated when a worth $1 from 2020-01-01, $2 from 2020-07-01",
      "cold otherwise",
    ],
  ],
  [
    "commitment c for leads where a is b and not c",
    [
      "sales must contact within 1 hour of handoff",
      "early: sales must contact 3 times within 2 weeks of accept",
      "late: sales must contact 8 times within 7 weeks of accept, at least 1 business day apart",
      "sales must contact where channel in (call, meeting) within 1 business hour of handoff",
      "sales must contact where channel is call 3 times within 1 hour of first handoff",
      "sales must contact (where channel is call) within 1 hour of last handoff",
      "セールス must 接触 where 手段 is 電話 within 4 business hours of 引き渡し",
      "sales must accept or reject within 24 hours of handoff",
      "sales must contact within by grade { A -> 5 minutes, B or C -> 1 hour, otherwise -> 1 day } of assign, restarts",
      "sales must contact by tier { a -> 3, otherwise -> 2 } times within 1 week of accept",
      "sales must contact within 1 hour from 2020-01-01, 2 hours from 2020-07-01 of handoff, at least 1 day apart",
      "sales must contact within 30 minutes of first contact, on another channel",
      "sales must contact by close of business day 2 of handoff",
      "sales must contact by 17:00 on the same business day of handoff",
      "sales must contact by 10:00 on business day 1 of handoff",
      "sales must contact by 09:00 on day 3 of accept or reopen",
      "marketing must provide email, company, phone by handoff",
      "marketing must provide email and phone by handoff",
      "marketing must handoff at most 40 times per owner every week",
      "marketing must handoff at least by tier { a -> 3, otherwise -> 2 } times every 2 weeks",
      "sales must enroll at least 70% of handoff every month",
      "sales must enroll at least 70% of handoff per owner every month",
      "sales must contact at least every 90 days while owned",
      "sales must contact at least every by tier { a -> 30 days, otherwise -> 90 days }",
      "sales must leave Opportunity within 7 days of reaching Opportunity",
      "sales must follow { day 0: email and social; day 1: call } of accept, in business days",
      "sales must follow { day 0: email (where a is b) } of accept, restarts",
      "pause from on_hold to resume, at most 5 business days",
      "pause from a or b to c or d",
      "until reply or reject or won",
      "until reject where reason is no_fit",
      "unless phone is missing",
      "excused when complete_handoff is breached",
      'waive for owner in ("anna", "bart") from 2026-07-01 to 2026-07-14 because "Consulted"',
      "waive for size > 5 from 2026-07-01 to 2026-07-14",
      "waive from 2026-07-01",
      "warn at 75%",
      "otherwise slow_response",
      'because "why"',
      "calendar office",
      "calendar of owner",
      "calendar of lead",
    ],
  ],
  [
    "ladder l",
    [
      "at breach notify owner",
      "after 2 business hours notify sales_manager, owner",
      "after 1 business day reassign to backup_queue",
      "after 1 day return to marketing",
      'after 30 days { do "x"; assign "a" to "b"; meet a, b; report every week to executives; escalate to c }',
    ],
  ],
  [
    "goal g by marketing and sales",
    [
      "measure worth of leads reaching Lead",
      "measure count of leads reaching MQL where source is web per owner",
      "measure points of leads reaching MQL",
      "measure rate from proposal to won, maturing 45 days",
      "measure rate from proposal to won snapshot",
      "measure rate from a to b, snapshot where c per d",
      "measure median time from a to b",
      "measure p90 time from a to b per owner",
      "measure mean time from a to b",
      "measure sum of won.amount where amount > $5",
      "measure share of first_contact met",
      "measure share of follow_up.early met per owner",
      "baseline 25%",
      "baseline 45 days",
      "baseline 20% from 2020-01-01, 25% from 2020-07-01",
      "at least $550,000 every month",
      "at least 35% by 2020-06-30, 50% by 2020-12-31",
      "at most 40 days by 2020-06-30, 35 days by 2020-12-31",
      "at least $1,250,000 every month from 2020-06-01",
      "at least $15,000,000 in 2020",
      "at least 25% over the last 30 days",
      "at least 2,000 points every month",
      "at least 25% from 2020-01-01, 35% from 2020-07-01 every month",
      "at least by market { us -> 10, otherwise -> 5 } every quarter",
      "at least 500 EUR every month",
      "at least ¥10,000 every month",
      "at least 10,000円 every month",
      "tolerance 10% either way",
      "tolerance 10% above",
      "tolerance 10% below",
      "otherwise shared_goals",
      'because "x"',
    ],
  ],
  [
    "funnel f for leads where source is web as alternative to other",
    [
      "quota $500,000 every month",
      "quota 20 Customer every month",
      "quota 20 MQL every month",
      "deal $2,000",
      "deal 2,000 EUR",
      "MQL to SQL 34%",
      "cycle to deal 5%",
      "SQL to Opportunity by source { web -> 30%, otherwise -> 20% }",
      "MQL to SQL 30% from 2020-01-01, 34% from 2020-07-01",
      "cycle 1 month",
      "capacity 120 MQL per rep every month, 40 reps",
      "mix 25% demo_request at 10%, 75% other at 1%",
      "rounding once",
      "rounding every stage",
      'because "x"',
    ],
  ],
  ["dispute", ["panel cmo, cso, ceo", "hearing 15 minutes per party", "decision binding", "arbiter cro"]],
  ['responsibility "R"', ["responsible marketing", "accountable cmo", "consulted a, b", "informed sales"]],
  [
    'test "t"',
    [
      'lead { email: "a@example.com", source: web, wants_contact: yes, n: -5, seen: 2020-03-06 18:20:30 }',
      "2020-03-08 18:30 handoff",
      '2020-03-09 9:45 contact { channel: call; rep: "x" }',
      "at 2020-04-01 12:00",
      "at 2020-04-01 12:00:30",
      "expect first_contact is met",
      "expect follow_up.early is not breached",
      "expect first_contact is excused",
      "expect first_contact due 2020-03-09 10:00",
      "expect stage is Lead",
      "expect stage reached SQL",
      "expect stage not reached SQL",
      "expect worth = $4,000",
      "expect worth = 10 points",
      "expect interest = -30",
      "expect mixed rate = 3.25%",
      "expect website worth = $128",
      "expect a due = 5",
      "expect a has = 5",
      "expect first_contact has 2 steps",
      "expect first_contact has 1 step",
      "expect website needs 3,900 MQL",
      "expect flat needs 400 Lead 2 months earlier",
      "expect website worth $128 per MQL, rounded to $1",
      "expect website worth $128 per MQL",
    ],
  ],
];

const DECLARATIONS = [
  'import "./calendars/us.sla"',
  "party marketing",
  'party marketing "Marketing"',
  "role ceo",
  'role cro "Chief revenue officer" of sales optional',
  "role cro optional of sales",
  "calendar local by region { EMEA -> london, APAC or LATAM -> tokyo, otherwise -> office }",
  "calendar local by region {\n EMEA -> london\n APAC -> tokyo\n}",
  "people { id text key; team text; hours one of office, london; time_zone text }",
  "event handoff",
  'event handoff from "MQL Date"',
  "event accept, also when verdict is breached",
  "event contact { channel one of call, email; rep text optional }",
  "event contact {}",
  "stage Lead",
  'stage Lead "New lead"',
  "stage MQL after Lead when good_fit and engagement >= 20 unless junk at mql_date",
  "stage SQL after SAL or SGL when bant",
  "stage SQL after SAL, SGL when bant",
  "stage SAL after MQL when accept unless last reject > last accept at last accept",
  "meeting standup every business day for 15 minutes attended by marketing, sales",
  'meeting m every 2 weeks for 1 hour attended by a and b { agenda "x", "y"; agenda "z" }',
  "review every 6 months",
  "review every quarter",
  "cancellation when revenue missed 6 times in a row",
  'signature "Jane Roe" as cmo on 2020-01-02',
  "reward pool { when lead_value and revenue met in a month give $5,000 to marketing and sales }",
  'reward trip {\n when all goals met in a year\n give "A trip" to a, b\n}',
  "reward r { when a met in a quarter; give 5 to a }",
];

const CONDITIONS = [
  'employees >= 50 and country in ("US", "CA") and not competitor',
  'email ends with "@rival.com" ignoring case',
  'email starts with "x" or email contains "y"',
  "budget >= $10,000 and has_authority and timeline is within 90 days of created",
  "timeline is not within 2 business days of created",
  "count of contact (where channel is call) >= 3",
  "count of contact >= 3",
  "first contact < last contact (where channel is call or channel is email)",
  "time since last contact > 30 days",
  "stage is MQL or stage is not SQL",
  "stage reached SQL and not stage reached Customer",
  "lead_type is referral",
  "a between 1 and 5 and b not between 2 and 3",
  "a is between 1 and 5",
  "a not in (1, 2) and b is not in (x, y) and c is in (z)",
  "a is present and b is missing and c is not missing",
  "won.amount * 2 + 3 - 4 / 5 > -(a + b)",
  "follow_up.early is met",
  "first_contact is excused",
  "a = true and b != false and c is yes",
  "created > 2020-01-01 and created < 2020-06-01 12:30",
  "x >= by tier { a -> 5, b -> 6 }",
  "x >= 5 from 2020-01-01, 6 from 2020-07-01 and y",
  "count > 3 and time < 5 and stage = x and no_fit",
  "`and` is `or`",
  "to会社 >= 1",
  "（a） ＝ 5",
  "a is “quoted”",
  'a is "say \\"x\\" \\\\ \\n"',
  "a in (x、y，z)",
  "a in (1, 2, 3 from 2020-01-01)",
];

describe("every form of the language is read", () => {
  for (const [head, clauses] of CLAUSES) {
    it.each(clauses)(`${head}: %s`, (clause) => {
      const { ast, diagnostics } = parse("f.sla", `${head} {\n  ${clause}\n}\n`);
      expect(diagnostics).toEqual([]);
      expect(ast.declarations).toHaveLength(1);
      const [declaration] = ast.declarations;
      const held = Object.values(declaration ?? {}).filter(Array.isArray);
      expect(held.map((list) => list.length)).toContain(1);
    });
    it(`${head}: all of them on one line`, () => {
      const { diagnostics } = parse("f.sla", `${head} { ${clauses.join("; ")}; }`);
      expect(diagnostics).toEqual([]);
    });
  }
  it.each(DECLARATIONS)("%s", (text) => {
    const { ast, diagnostics } = parse("f.sla", text);
    expect(diagnostics).toEqual([]);
    expect(ast.declarations).toHaveLength(1);
  });
  it.each(CONDITIONS)("define x = %s", (text) => {
    const { ast, diagnostics } = parse("f.sla", `define x = ${text}`);
    expect(diagnostics).toEqual([]);
    expect(ast.declarations).toHaveLength(1);
  });
});

describe("lines", () => {
  it.each([
    ["inside parentheses", "define x = a in (\n  1,\n  2\n)"],
    ["after a comma", "event x,\n  also when y"],
    ["after a binary operator", "define x = a and\n b or\n c +\n d >\n e"],
    ["before of, within, and, or", "define x = a\n and b\n or c is\n within 1 day\n of d"],
    ["before within and of", "commitment c { s must a\n within 1 hour\n of b }"],
    ["before a brace", "goal x by y\n{\n measure count of leads reaching M\n}"],
    ["before a comma", "event x\n, also when y"],
    ["over blank lines and comments", "define x = a\n\n# why\n\n  and b"],
    ["in a value table", "define x = 1 > by a {\n b -> 1\n\n c -> 2; d -> 3,\n otherwise -> 4,\n}"],
  ])("a clause goes on %s", (_name, text) => {
    const { ast, diagnostics } = parse("f.sla", text);
    expect(diagnostics).toEqual([]);
    expect(ast.declarations).toHaveLength(1);
  });
  it.each([
    ["nothing", "", 0],
    ["white space", " \t\n\u3000\n", 0],
    ["a comment", "# nothing", 0],
    ["semicolons", ";;\n;", 0],
    ["two on a line", "event a; event b;", 2],
    ["a byte order mark", "\uFEFFevent a", 1],
    ["tabs and carriage returns", "\tevent a\r\n\tevent b\revent c", 3],
    [
      "fields named like declarations",
      "lead {\nid text key\nevent text\nrole text optional\nstage text\n}",
      1,
    ],
    ["a test without indentation", 'test "t" {\nlead { a: 1 }\n2020-01-01 10:00 x\n}\nevent y', 2],
    ["a sign that begins a line", "score s {\n +1 when a\n -1 when b\n}", 1],
  ])("%s", (_name, text, count) => {
    const { ast, diagnostics } = parse("f.sla", text);
    expect(diagnostics).toEqual([]);
    expect(ast.declarations).toHaveLength(count);
  });
});
