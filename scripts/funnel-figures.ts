import { compile } from "@entente/dsl";
import { carryForward, type Exact, exactAmount, planFunnel } from "@entente/engine";
import { invariant, type Policy } from "@entente/ir";

/** One published figure beside ours. */
export interface Figure {
  /** The case it belongs to. */
  readonly id: string;
  /** What kind of page published it. */
  readonly source: string;
  readonly what: string;
  /** The sum, as a reader would write it. */
  readonly sum: string;
  readonly ours: Exact;
  readonly published: string;
  /** A number of leads or customers that is needed: then only rounding up is right. */
  readonly needed: boolean;
}

/** The figures of one source, which the page names once. */
interface Case {
  readonly id: string;
  readonly source: string;
  readonly figures: readonly Sum[];
}

type Sum = Omit<Figure, "id" | "source">;

function policyOf(clauses: string): Policy {
  const text = `agreement "Case" { between marketing and sales;  currency USD;  time zone "UTC" }
lead { id text key;  demo yes/no;  created time }
classify kind { demo when demo;  other otherwise }
event accept
event won
stage MQL when id is present at created
stage SQL after MQL when accept
stage Opportunity after SQL when accept
stage Customer after Opportunity when won
funnel case { ${clauses} }
`;
  const { policy, diagnostics } = compile({ entry: "case.sla", text });
  invariant(policy !== null, diagnostics.map(({ message }) => message).join("; "));
  return policy;
}

/** The exact value of a sum, written in the language. */
function sumOf(expression: string): Exact {
  const quota = policyOf(`quota ${expression} Customer every month;  Opportunity to Customer 100%`).funnels[0]
    ?.quota;
  invariant(quota !== null && quota !== undefined, "the funnel has a quota");
  return exactAmount(quota.value, "2020-01-01");
}

const plain = (what: string, sum: string, published: string): Sum => ({
  what,
  sum,
  ours: sumOf(sum),
  published,
  needed: false,
});
const need = (what: string, sum: string, published: string): Sum => ({
  ...plain(what, sum, published),
  needed: true,
});

/** What a funnel needs at each stage. `stages` gives what is published by stage. */
function needs(clauses: string, stages: Readonly<Record<string, string>>): Sum[] {
  const plan = planFunnel(policyOf(clauses), "case");
  return Object.entries(stages).map(([stage, published]) => {
    const ours = plan.needs.get(stage);
    invariant(ours !== undefined, `the funnel needs ${stage}`);
    return { what: `${stage} needed`, sum: clauses.replaceAll(";  ", "; "), ours, published, needed: true };
  });
}

const PACKAGING =
  "quota $500,000 every month;  deal $2,000;  MQL to SQL 34%;  SQL to Opportunity 82%;  Opportunity to Customer 23%";

/** A case for each source, with every figure that it publishes. */
function cases(): readonly Case[] {
  return [...plansBack(), ...plansForward(), ...values()];
}

function plansBack(): readonly Case[] {
  return [
    {
      id: "PKH-1",
      source: "a packaging company's lead plan",
      figures: needs(PACKAGING, { Customer: "250", Opportunity: "1087", SQL: "1326", MQL: "3900" }),
    },
    {
      id: "HUB-1",
      source: "a marketing platform's guide",
      figures: needs("quota 20 Customer every month;  MQL to Customer 5%", { MQL: "400" }),
    },
    {
      id: "GLW-1",
      source: "a pipeline guide",
      figures: needs(
        "quota $2,000,000 every year;  deal $25,000;  Opportunity to Customer 25%;  SQL to Opportunity 50%",
        { Customer: "80", Opportunity: "320", SQL: "640" },
      ),
    },
    {
      id: "PUL-1",
      source: "a revenue-operations site, on coverage",
      figures: [
        ...needs("quota $2,000,000 every year;  deal $60,000;  Opportunity to Customer 22%", {
          Customer: "34",
          Opportunity: "155",
        }),
        plain("pipeline, $", "155 * 60000", "9300000"),
        plain("coverage", "155 * 60000 / 2000000", "4.65"),
        plain("won from three times the quota, $", "6000000 * 22 / 100", "1320000"),
        plain("short of the quota, $", "2000000 - 6000000 * 22 / 100", "680000"),
      ],
    },
    {
      id: "NBA-1",
      source: "a blog on demand",
      figures: needs("quota $10,000,000 every year;  deal $25,000;  SQL to Customer 25%", {
        Customer: "400",
        SQL: "1600",
      }),
    },
    {
      id: "GDE-1",
      source: "a guide to sales targets",
      figures: [
        ...needs("quota $10,000 every month;  deal $500;  MQL to Customer 25%", {
          Customer: "20",
          MQL: "80",
        }),
        ...needs("quota $10,000 every month;  deal $500;  MQL to Customer 33%", { MQL: "60" }),
      ],
    },
    {
      id: "CEV-1",
      source: "a consultant's guide",
      figures: [
        plain("average deal, $", "500000 / 25", "20000"),
        ...needs("quota $1,000,000 every year;  deal $20,000;  MQL to Customer 100%", { Customer: "50" }),
      ],
    },
  ];
}

function plansForward(): readonly Case[] {
  const tucker = carryForward(
    policyOf("deal $3,000;  MQL to SQL 39%;  SQL to Opportunity 37%;  Opportunity to Customer 15%"),
    "case",
    { count: "100000/18" },
  );
  invariant(tucker.revenue !== null, "the funnel has a deal");
  return [
    {
      id: "TUC-1",
      source: "a consultant's site",
      figures: [
        {
          what: "revenue from $100,000 at $18 a lead, $",
          sum: "100000 / 18 leads; 39%; 37%; 15%; deal $3,000",
          ours: tucker.revenue.div(100),
          published: "360000",
          needed: false,
        },
      ],
    },
    {
      id: "THE-1",
      source: "a funnel calculator",
      figures: [
        plain("first step, %", "300 / 1000 * 100", "30"),
        plain("second step, %", "120 / 300 * 100", "40"),
        plain("third step, %", "50 / 120 * 100", "41.67"),
        plain("fourth step, %", "15 / 50 * 100", "30"),
        plain("overall, %", "15 / 1000 * 100", "1.5"),
      ],
    },
    {
      id: "TCS-1",
      source: "a funnel calculator",
      figures: [plain("overall, %", "25 / 10000 * 100", "0.25")],
    },
    {
      id: "LAY-1",
      source: "a guide to funnels",
      figures: [
        {
          what: "overall, %",
          sum: "25%; 60%; 35%",
          ours: planFunnel(
            policyOf(
              "quota 1 Customer every month;  MQL to SQL 25%;  SQL to Opportunity 60%;  Opportunity to Customer 35%",
            ),
            "case",
          ).rate.mul(100),
          published: "5.25",
          needed: false,
        },
      ],
    },
  ];
}

function values(): readonly Case[] {
  const mixed = planFunnel(
    policyOf("quota 20 Customer every month;  mix 25% demo at 10%, 75% other at 1%"),
    "case",
  );
  const worth = planFunnel(policyOf(PACKAGING), "case").worth.get("MQL");
  invariant(worth !== undefined, "the funnel gives a lead a worth");
  return [
    {
      id: "PKH-2",
      source: "a packaging company's lead plan",
      figures: [
        {
          what: "worth of a website lead, $",
          sum: "500000 / 3900",
          ours: worth.div(100),
          published: "128",
          needed: false,
        },
        need("outbound leads needed", "500000 / 187", "2600"),
      ],
    },
    {
      id: "PKH-3",
      source: "the same, an example beside it",
      figures: [plain("worth of a lead, $", "1000000 / 100", "10")],
    },
    {
      id: "HUB-2",
      source: "a marketing platform's guide",
      figures: [
        {
          what: "weighted close rate, %",
          sum: "mix 25% at 10%, 75% at 1%",
          ours: mixed.rate.mul(100),
          published: "3.25",
          needed: false,
        },
      ],
    },
    {
      id: "HUB-4",
      source: "a marketing platform's guide",
      figures: [
        plain("points of a demo request", "10 / 100 * 100", "10"),
        plain("points of a whitepaper", "1 / 100 * 100", "1"),
      ],
    },
    {
      id: "SQ2-1",
      source: "an agency's agreement",
      figures: [
        plain("lead value of a month, $", "10 * 5000 + 200 * 1000 + 50 * 2000 + 50 * 4000", "550000"),
      ],
    },
    {
      id: "SQ2-2",
      source: "an agency's agreement",
      figures: [
        plain("$10,000,000 a year by month", "10000000 / 12", "833000"),
        plain("$15,000,000 a year by month", "15000000 / 12", "1250000"),
      ],
    },
    {
      id: "WEI-1",
      source: "a consultant's site",
      figures: [plain("worth of an MQL, $", "160000 * 1 / 100", "1600")],
    },
    {
      id: "VEL-1",
      source: "a revenue-operations site",
      figures: [plain("expected value, $", "78000 * 24 / 100", "18720")],
    },
    ...planning(),
  ];
}

function planning(): readonly Case[] {
  return [
    {
      id: "SWN-1",
      source: "a revenue-planning guide",
      figures: [
        plain("effective reps", "3 * 8 / 10 + 4", "6.4"),
        plain("capacity, $", "(3 * 8 / 10 + 4) * 850000", "5440000"),
      ],
    },
    {
      id: "SWN-3",
      source: "a revenue-planning guide",
      figures: [
        plain("expansion, $", "2200000 * 92 / 100 * 112 / 100", "2870000"),
        plain("renewal, $", "1300000 * 97 / 100", "1260000"),
      ],
    },
    {
      id: "SWN-5",
      source: "a lead-routing guide",
      figures: [
        plain("share of weight 3 of 8, %", "3 / 8 * 100", "37.5"),
        plain("share of weight 2 of 8, %", "2 / 8 * 100", "25"),
        plain("share of weight 1 of 8, %", "1 / 8 * 100", "12.5"),
      ],
    },
  ];
}

/** Every published figure with ours. */
export function figures(): readonly Figure[] {
  return cases().flatMap(({ id, source, figures: own }) => own.map((figure) => ({ ...figure, id, source })));
}
