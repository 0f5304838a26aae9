import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "./testing/desk.ts";

const contract = `agreement "Lead demand" { between marketing and sales;  effective 2026-01-01 to 2026-03-31;  time zone "UTC";  currency USD }
lead { id text key;  source one of web, fair;  created time }
event accept
event won
stage MQL when id is present at created
stage SQL after MQL when accept
stage Customer after SQL when won
funnel website for leads where source is web {
  quota            $500,000 every month
  deal             $2,000
  MQL to SQL       34%
  SQL to Customer  20%
  cycle            1 month
  capacity         120 MQL per rep every month, 20 reps
}
funnel fairs for leads where source is fair {
  quota            10 Customer every quarter
  MQL to SQL       30%
  SQL to Customer  15%
  rounding         once
}
funnel flat as alternative to website {
  quota            by source { web -> $100,000, fair -> $50,000 } every month
  deal             $2,000
  MQL to Customer  by source { web -> 5%, fair -> 4% }
}
`;

const desk = new Desk();
afterAll(() => desk.clear());
desk.file("demand.sla", contract);
desk.file("none.sla", contract.slice(0, contract.indexOf("funnel")));
desk.file("broken.sla", contract.replace("MQL to SQL       34%", "MQL to SAL       34%"));
desk.file("empty.sla", "");
desk.file(
  "no-deal.sla",
  contract.replace("  deal             $2,000\n  MQL to SQL       34%", "  MQL to SQL       34%"),
);

const plan = (...options: string[]) => desk.sla(["plan", "demand.sla", ...options]);

describe("sla plan", () => {
  it("shows what each funnel needs", async () => {
    const { code, out, err } = await plan();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatchSnapshot();
  });

  it("shows the months of the term, and what all streams need", async () => {
    expect((await plan("--year")).out).toMatchSnapshot();
  });

  it.each(["csv", "markdown"])("writes %s", async (format) => {
    expect((await plan("--format", format)).out).toMatchSnapshot("one date");
    expect((await plan("--format", format, "--year")).out).toMatchSnapshot("months");
  });

  it("writes JSON", async () => {
    const { out } = await plan("--format", "json", "--funnel", "fairs");
    expect(JSON.parse(out)).toMatchSnapshot();
  });

  it("takes the values of another date", async () => {
    expect((await plan("--on", "2026-02-01", "--funnel", "website")).out).toContain("(values of 2026-02-01)");
  });

  it("reads a compiled policy, with the same result", async () => {
    await desk.sla(["build", "demand.sla", "-o", "demand.json"]);
    expect(await desk.sla(["plan", "demand.json", "--year"])).toEqual(await plan("--year"));
  });
});

describe("the schema of a plan", () => {
  const path = new URL("../../../../docs/schemas/plan.schema.json", import.meta.url);
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(path, "utf8")) as object);

  it.each([
    [[]],
    [["--funnel", "website", "--leads", "3000", "MQL"]],
    [["--funnel", "website", "--leads", "3000", "--solve", "rate:MQL-SQL"]],
    [["--funnel", "website", "--leads", "3000", "--solve", "deal"]],
    [["--funnel", "website", "--solve", "leads"]],
  ])("accepts what %j gives, and refuses it damaged", async (options) => {
    const json: unknown = JSON.parse((await plan("--format", "json", ...options)).out);
    expect([validate(json), validate.errors]).toEqual([true, null]);
    const damaged = structuredClone(json) as { funnels: { needs: Record<string, unknown> }[] };
    for (const funnel of damaged.funnels) funnel.needs.MQL = 0.5;
    expect(validate(damaged)).toBe(false);
  });
});

describe("sla plan with what is given", () => {
  const website = (...options: string[]) => plan("--funnel", "website", ...options);

  it.each<readonly [string, string[], string]>([
    [
      "leads",
      ["--leads", "3000", "MQL"],
      "204 Customer × $2,000 = $408,000\n  81.6% of the quota of $500,000: $92,000 short",
    ],
    ["leads in one word", ["--leads", "3,000 MQL"], "204 Customer × $2,000"],
    ["leads of the first stage", ["--leads", "3000"], "204 Customer × $2,000"],
    ["leads further on", ["--leads", "1250", "SQL"], "100% of the quota of $500,000\n"],
    [
      "a rate to find",
      ["--leads", "3000", "--solve", "rate:MQL-SQL"],
      "rate needed from MQL to SQL: 41.6667% (1,250 SQL / 3,000 MQL)",
    ],
    [
      "too few leads",
      ["--leads", "1000", "--solve", "rate:MQL-SQL"],
      "125% (1,250 SQL / 1,000 MQL). No rate is enough: there are too few MQL.",
    ],
    [
      "a deal to find",
      ["--leads", "3000", "--solve", "deal"],
      "deal needed: $2,450.98 a customer (quota $500,000 / 204 Customer)",
    ],
    [
      "revenue to find",
      ["--leads", "3000", "--solve", "revenue"],
      "revenue: $408,000 (204 Customer × deal $2,000)",
    ],
    ["leads to find", ["--solve", "leads"], "leads needed: 3,677"],
    ["another quota", ["--quota", "$600,000"], "website: $600,000 every month"],
    ["another quota with its currency", ["--quota", "600000 USD"], "website: $600,000 every month"],
    ["a quota of customers", ["--quota", "25", "Customer"], "website: 25 Customer every month"],
    ["another deal", ["--deal", "2500"], "$2,500 a customer"],
    ["other rates", ["--rate", "MQL-SQL=40%", "--rate", "SQL-Customer=25%"], "MQL to Customer: 10%"],
  ])("%s", async (_, options, text) => {
    const { code, out, err } = await website(...options);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(text);
  });

  it.each<readonly [string, string[], string]>([
    ["no such funnel", ["--funnel", "websit"], "did you mean website?"],
    [
      "which funnel is meant",
      ["--leads", "500"],
      "say with --funnel which one is meant (website, fairs or flat)",
    ],
    ["no such stage", ["--funnel", "website", "--leads", "500", "SAL"], "Its stages are MQL, SQL, Customer."],
    [
      "a contract behind the leads",
      ["--funnel", "website", "--leads", "500", "MQL", "x.sla"],
      "The contract stands before the options",
    ],
    [
      "no number",
      ["--funnel", "website", "--leads", "many"],
      'expected a number of leads such as 500 or 1,200, found "many"',
    ],
    ["a negative number", ["--funnel", "website", "--leads", "-5"], "--leads"],
    ["no leads to solve with", ["--funnel", "website", "--solve", "deal"], "needs the leads that there are"],
    [
      "nothing to solve for",
      ["--funnel", "website", "--solve", "quota"],
      "expected leads, revenue, deal or a rate such as rate:MQL-SQL",
    ],
    [
      "what a shell makes of $500,000",
      ["--funnel", "website", "--quota", "00,000"],
      "A shell reads $5 as a name",
    ],
    ["parts of a cent", ["--funnel", "website", "--quota", "0.001"], "finer than USD"],
    ["another currency", ["--funnel", "website", "--deal", "€5"], "expected an amount of USD"],
    ["too much money", ["--funnel", "website", "--deal", "999999999999999"], "too much to count exactly"],
    ["a rate above 100%", ["--funnel", "website", "--rate", "MQL-SQL=140%"], "up to 100%"],
    ["a rate of nothing", ["--funnel", "website", "--rate", "MQL-SQL=0%"], "above 0%"],
    ["a rate without %", ["--funnel", "website", "--rate", "MQL-SQL=40"], "such as MQL-SQL=40%"],
    [
      "a rate that is not there",
      ["--funnel", "website", "--rate", "MQL-Customer=4%"],
      "It has MQL-SQL, SQL-Customer.",
    ],
    [
      "a date outside the term",
      ["--on", "2026-04-01"],
      "outside the term of the agreement, 2026-01-01 to 2026-03-31",
    ],
    ["a date that does not exist", ["--on", "2026-02-30"], "expected a date"],
    [
      "leads in a CSV",
      ["--funnel", "website", "--leads", "5", "--format", "csv"],
      "leave --leads and --solve out",
    ],
    ["leads of segments", ["--funnel", "flat", "--leads", "5"], "nothing says of which these leads are"],
  ])("refuses %s", async (_, options, message) => {
    const { code, out, err } = await plan(...options);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain(message);
  });
});

describe("sla plan without a plan", () => {
  it("says so of a contract without funnels, and writes an empty plan for programs", async () => {
    const table = await desk.sla(["plan", "none.sla"]);
    expect(table).toEqual({ code: 0, out: "", err: "none.sla has no funnel, so there is nothing to plan\n" });
    const json = await desk.sla(["plan", "none.sla", "--format", "json"]);
    expect(JSON.parse(json.out)).toMatchObject({ funnels: [], total: null });
  });

  it.each(["broken.sla", "empty.sla"])("reports the errors of %s as sla check does", async (file) => {
    const { code, out, err } = await desk.sla(["plan", file]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("error[");
  });

  it("plans the other funnels where one lacks what its sum needs", async () => {
    const { code, out, err } = await desk.sla(["plan", "no-deal.sla"]);
    expect(code).toBe(2);
    expect(out).toContain("fairs: 10 Customer every quarter");
    expect(err).toBe(
      "error: no-deal.sla:8: The funnel website has a quota in money, so it needs a `deal`: what one customer brings.\n",
    );
  });

  it("plans an agreement without a term from today, and says what has no months or no quota", async () => {
    const undated = contract
      .replace("effective 2026-01-01 to 2026-03-31;  ", "")
      .replace("10 Customer every quarter", "1 Customer every business day")
      .concat("funnel rates_only { MQL to SQL 30% }\n");
    desk.file("undated.sla", undated);
    const { code, out, err } = await desk.sla(["plan", "undated.sla", "--year"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("website: $500,000 every month, $2,000 a customer  (values of 2026-03-31)");
    expect(out).toContain("\n  2026-03      2026-02 *");
    expect(out).toContain("no months, and in no total: the quota is every business day\n");
    expect(out).toContain("rates_only: no quota to carry back\n");
  });

  it("shows names of the contract without what moves a terminal's cursor", async () => {
    const hostile = contract
      .replace("between marketing and sales", "between marketing and sales")
      .replaceAll("Lead demand", "\u001b[2Jgone | <b>");
    desk.file("hostile.sla", hostile);
    const { out } = await desk.sla(["plan", "hostile.sla", "--format", "markdown"]);
    expect(out).not.toContain("\u001b");
    expect(out.split("\n")[0]).toBe("## ␛\\[2Jgone \\| \\<b\\>");
  });
});

describe("sla check --leads", () => {
  const rows = Array.from({ length: 60 }, (_, index) => `${index},web,2025-01-02T10:00Z,`);
  desk.file("leads.csv", ["id,source,created,at", ...rows].join("\n"));
  desk.file(
    "bad-leads.csv",
    ["id,source,created", ...Array.from({ length: 20 }, (_, i) => `${i},moon,2025-01-02T10:00Z`)].join("\n"),
  );

  it("says which rates the leads contradict", async () => {
    const { code, out, err } = await desk.sla(["check", "demand.sla", "--leads", "leads.csv"]);
    expect(code).toBe(0);
    expect(out).toContain(
      "warning[promise/rates-contradict-history]: the history contradicts the rate from MQL to SQL of `website`: 34% is agreed, but 0 of 60 came through (0.0%)",
    );
    expect(err).toContain(
      "history of 60 leads as of Tue 2026-03-31 12:00 UTC: website: 0 of 60 MQL came to SQL; ",
    );
  });

  it("counts at another instant", async () => {
    const { out, err } = await desk.sla([
      "check",
      "demand.sla",
      "--leads",
      "leads.csv",
      "--at",
      "2025-01-20T00:00Z",
    ]);
    expect(out).not.toContain("rates-contradict-history");
    expect(err).toContain("website: 0 of 0 MQL came to SQL");
  });

  it("tells rows that cannot be read", async () => {
    const { code, err } = await desk.sla(["check", "demand.sla", "--leads", "bad-leads.csv"]);
    expect(code).toBe(0);
    expect(err).toContain("bad-leads.csv:2: source: expected one of web, fair");
    expect(err).toContain("and 10 more problems of this kind; sla run --rejects FILE writes all of them");
    expect(err).toContain("history of 0 leads");
  });

  it.each<readonly [string, string[], number, string]>([
    [
      "leads that are not there",
      ["check", "demand.sla", "--leads", "none.csv"],
      3,
      "none.csv: there is no such file",
    ],
    [
      "events without leads",
      ["check", "demand.sla", "--events", "leads.csv"],
      3,
      "--events and --at go with --leads",
    ],
    [
      "leads of two contracts",
      ["check", "demand.sla", "none.sla", "--leads", "leads.csv"],
      3,
      "name that contract alone",
    ],
    [
      "an explanation of leads",
      ["check", "--explain", "goal-below-quota", "--leads", "leads.csv"],
      3,
      "stands alone",
    ],
  ])("refuses %s", async (_, argv, code, message) => {
    const result = await desk.sla(argv);
    expect(result.code).toBe(code);
    expect(result.err).toContain(message);
  });

  it("explains its findings", async () => {
    const { code, out } = await desk.sla(["check", "--explain", "rates-contradict-history"]);
    expect(code).toBe(0);
    expect(out).toContain("  id,created,accepted\n");
  });
});
