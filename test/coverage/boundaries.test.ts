import { describe, expect, it } from "vitest";
import { coverageOf } from "./measured.ts";

const contract = (condition: string, lead: string, event: string): string => `agreement "Boundaries" {
  between marketing and sales;  effective 2026-01-01 to 2026-12-31
  time zone "UTC";  currency USD
}
lead {
  id text key
  employees integer optional 0 to 1000
  share percent optional
  rate number optional
  budget money optional
  start date optional
  created time
}
event handoff
event contact
score points { +10 per contact }
define tried = ${condition}
commitment one { sales must contact within 2 hours of handoff }
commitment two { marketing must provide employees by handoff }
test "it" {
  lead { ${lead} }
  2026-03-02 10:00 handoff
  ${event}
  expect tried is true
}
`;

const boundaries = (condition: string, lead = "", event = "") =>
  coverageOf(contract(condition, lead, event)).items.filter(
    ({ kind, of }) => kind === "boundary" && of === "define tried",
  );

describe("the boundary of", () => {
  it.each<[string, string[]]>([
    ["employees >= 50", ["49", "50"]],
    ["employees < 50", ["49", "50"]],
    ["employees > 50", ["50", "51"]],
    ["employees <= 50", ["50", "51"]],
    ["50 <= employees", ["49", "50"]],
    ["employees between 10 and 20", ["9", "10", "20", "21"]],
    ["employees >= 0", ["0"]],
    ["employees <= 1000", ["1,000"]],
    ["employees = 50", []],
    ["rate >= 2.5", ["2.4", "2.5"]],
    ["rate > 0.7", ["0.7", "0.8"]],
    ["share >= 34%", ["33%", "34%"]],
    ["budget >= $10,000", ["$9,999", "$10,000"]],
    ["budget >= $0.50", ["$0.49", "$0.50"]],
    ["points >= 20", ["10", "20"]],
    ["points >= 25", ["20", "30"]],
    ["count of contact >= 3", ["2", "3"]],
    ["start >= 2026-03-01", ["2026-02-28", "2026-03-01"]],
    ["time since last contact > 2 hours", ["exactly that long", "up to a minute more"]],
    ["start is within 90 days of created", ["exactly that long", "just beyond"]],
  ])("%s", (condition, labels) => {
    const found = boundaries(condition).map(({ gap }) =>
      gap.replace("was never tried at its boundary: ", ""),
    );
    expect(found).toEqual(labels);
  });

  it.each<[string, string, string, string[]]>([
    ["employees >= 50", "employees: 49", "", ["low"]],
    ["employees >= 50", "employees: 50", "", ["high"]],
    ["employees >= 50", "employees: 51", "", []],
    ["employees > 50", "employees: 50", "", ["low"]],
    ["employees > 50", "employees: 51", "", ["high"]],
    ["budget >= $10,000", "budget: $9,999.99", "", ["low"]],
    ["budget >= $10,000", "budget: $9,998", "", []],
    ["budget > $10,000", "budget: $10,000.01", "", ["high"]],
    ["rate >= 2.5", "rate: 2.45", "", ["low"]],
    ["points >= 20", "", "2026-03-02 11:00 contact", ["low"]],
    ["start >= 2026-03-01", "start: 2026-02-28", "", ["low"]],
    ["start > 2026-03-01", "start: 2026-03-01", "", ["low"]],
    ["time since last handoff > 2 hours", "", "at 2026-03-02 12:00", ["end"]],
    ["time since last handoff > 2 hours", "", "at 2026-03-02 12:01", ["after"]],
    ["time since last handoff > 2 hours", "", "at 2026-03-02 12:02", []],
    ["start is within 2 days of created", "start: 2026-03-04", "", ["end"]],
    ["start is within 2 days of created", "start: 2026-03-05", "", ["after"]],
  ])("%s, with %s %s", (condition, lead, event, sides) => {
    const found = boundaries(condition, lead, event).filter(({ covered }) => covered);
    expect(found.map(({ side }) => side)).toEqual(sides);
  });
});
