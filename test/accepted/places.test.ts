import { compile } from "@entente/dsl";
import { createEngine, runContractTests } from "@entente/engine";
import { readPolicy } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { randomRecord } from "./random-record.ts";

const HEAD = `agreement "Places" { between marketing and sales;  effective 2026-01-01 to 2026-12-31;  time zone "Europe/London";  currency GBP }
calendar office { mon-fri 09:00-17:00 }
lead { id text key;  employees integer optional;  tags list of text optional;  budget money optional;  source one of web, b optional;  created time }
event handoff { reason one of x, y optional;  n integer optional }
event contact
score s { +1 when handoff }
classify c, first match { web when handoff worth 5 points;  z otherwise worth 1 points }
define d = handoff
define num = employees + 1
stage S when handoff
stage T after S when contact
commitment f { sales must contact within 1 hour of handoff }
funnel g { quota £5,000 every month;  deal £100;  S to T 50% }
`;
const inTest = (line: string): string =>
  `test "t" { lead { source: web };  2026-01-05 10:00 handoff;  ${line} }`;

/** Places where a value stands, as `VALUE`. */
const PLACES = [
  ...["s = VALUE", "worth = VALUE", "worth = VALUE points", "stage is VALUE", "c is VALUE", "d is VALUE"].map(
    (line) => inTest(`expect ${line}`),
  ),
  ...["num = VALUE", "f is VALUE", "s is VALUE", "f due VALUE", "g worth VALUE per S", "VALUE is met"].map(
    (line) => inTest(`expect ${line}`),
  ),
  ...["g worth £1 per S, rounded to VALUE", "g rate = VALUE", "g needs VALUE T", "f has VALUE steps"].map(
    (line) => inTest(`expect ${line}`),
  ),
  'test "t" { lead { employees: VALUE };  2026-01-05 10:00 handoff { n: VALUE };  at VALUE;  expect d is yes }',
  'test "t" { lead { tags: VALUE, created: VALUE };  2026-01-05 10:00 handoff { owner: VALUE };  expect d is yes }',
  "goal q by sales { measure sum of handoff.n;  at least VALUE every month;  baseline VALUE }",
  "goal q by sales { measure rate from S to T, maturing VALUE;  at least 5% every month }",
  "reward r { when all goals met in a month give VALUE to sales }\ngoal q by sales { measure count of leads reaching S;  at least 5 every month }",
  ...[
    "quota VALUE every month;  deal £5;  S to T 5%",
    "quota £5 every month;  deal VALUE;  S to T VALUE",
  ].map((clauses) => `funnel h { ${clauses} }`),
  "funnel h { quota £5 every month;  deal £5;  S to T 5%;  capacity VALUE S per rep every month, VALUE reps }",
  "commitment k { sales must contact VALUE times within 1 hour of handoff }",
  "commitment k { sales must contact within VALUE of handoff;  warn at VALUE }",
  "commitment k { sales must contact 2 times within 3 days of VALUE, at least VALUE apart }",
  "commitment k { sales must handoff at most VALUE times per VALUE every week }",
  "commitment k { sales must contact at least VALUE of handoff every week }",
  "commitment k { sales must contact at least every VALUE while VALUE }",
  "commitment k { sales must contact within 1 hour of handoff;  pause from handoff to contact, at most VALUE }",
  'commitment k { sales must contact within 1 hour of handoff;  waive for VALUE from 2026-01-01 because "x" }',
  "commitment k { sales must contact within by VALUE { VALUE -> 1 hour, otherwise -> 2 hours } of handoff }",
  "commitment k for leads where VALUE { sales must provide employees by handoff;  unless VALUE }",
  "ladder l { after VALUE notify sales }",
  "define u = employees in (VALUE, 5)",
  "define u = VALUE between VALUE and VALUE",
  "define u = VALUE contains VALUE or VALUE starts with VALUE",
  "define u = created is within VALUE of VALUE",
  "define u = VALUE > VALUE",
  "define u = VALUE is VALUE and VALUE is present",
  "define u = time since VALUE > VALUE",
  "define u = count of handoff (where VALUE) > VALUE",
  "define u = VALUE + VALUE > VALUE * VALUE",
  "define u = by source { web -> VALUE, otherwise -> VALUE } = VALUE",
  "score t { +1 when VALUE;  +1 per handoff once per VALUE up to 5 expires after VALUE;  resets on handoff to VALUE }",
  "score t { +1 per VALUE;  fades 5 every VALUE }",
  "classify k { a when VALUE worth VALUE;  b otherwise worth £5 }",
  "calendar n by VALUE { VALUE -> office, otherwise -> office }",
  "stage Q after S when VALUE unless VALUE at VALUE",
  "event e, also when VALUE",
];

const VALUES = [
  ...[
    "employees",
    "zzz",
    "1 + 2",
    "-5",
    "0",
    "0.5",
    "99999999999999999999",
    "£5",
    "£5 + budget",
    "34%",
    "101%",
  ],
  ...[
    "34% + 1%",
    "2 days",
    "0 days",
    "5 business days",
    "3 business weeks",
    "100000 years",
    "1000000000 days",
  ],
  ...[
    "2 days + 3 days",
    "web",
    "met",
    "S",
    "x",
    '"a"',
    '""',
    "handoff",
    "d",
    "num",
    "s",
    "c",
    "g",
    "f",
    "stage",
  ],
  ...["2026-01-01", "2026-01-05 10:00", "2026-02-30", "created", "time since handoff", "count of handoff"],
  ...[
    "first handoff",
    "handoff.n",
    "handoff.reason",
    "true",
    "yes",
    "f is met",
    "stage is S",
    "stage reached T",
  ],
  ...["tags", "not d", "5 points", "budget / employees", "by source { web -> 1, otherwise -> 2 }"],
  ...["5 from 2026-01-01, 6 from 2026-02-01", "by source { web -> 2 days, otherwise -> 1 business hour }"],
];

describe("every value in every place", () => {
  it.each(PLACES)("%s: is refused with a finding, or judged", (place) => {
    const failed = VALUES.flatMap((value) => {
      const text = `${HEAD}${place.replaceAll("VALUE", value)}\n`;
      try {
        judge(text);
        return [];
      } catch (error) {
        return [`${place.replaceAll("VALUE", value)}: ${error}`];
      }
    });
    expect(failed).toEqual([]);
  });
});

function judge(text: string): void {
  const { policy } = compile({ entry: "places.sla", text, lint: {} });
  if (policy === null) return;
  const engine = createEngine(readPolicy(JSON.parse(JSON.stringify(policy))));
  const lead = {
    id: "1",
    employees: 5,
    source: "web",
    created: "2026-01-02T10:00:00Z",
    events: [{ event: "handoff", at: "2026-01-05T10:00:00Z", n: 3 }],
  };
  engine.explain(lead, { at: Date.UTC(2026, 0, 6) });
  engine.evaluate({ id: "2", created: "2026-01-02T10:00:00Z", events: [] }, { at: Date.UTC(2026, 0, 6) });
  engine.evaluate(randomRecord(1), { at: Date.UTC(2026, 0, 6) });
  runContractTests(engine);
}
