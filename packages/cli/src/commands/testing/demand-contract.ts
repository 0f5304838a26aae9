/** A contract about the leads that a quota needs. */
export const demandContract = `agreement "Lead demand" {
  between    marketing and sales
  effective  2026-01-01 to 2026-12-31
  time zone  "America/New_York"
  currency   USD
}

lead {
  id       text key
  source   one of web, fair
  created  time
}
event handoff
event accept from "accepted"
event won from "won"

stage MQL                  when id is present  at created
stage SQL       after MQL  when accept
stage Customer  after SQL  when won

funnel website for leads where source is web {
  quota            $500,000 every month
  deal             $2,000
  MQL to SQL       34%
  SQL to Customer  20%
  cycle            1 month
  capacity         120 MQL per rep every month, 40 reps
}

goal leads by marketing {
  measure   count of leads reaching MQL where source is web
  at least  3,700 every month
  because   "The quota needs 3,677"
}
commitment verdict { sales must accept within 1 day of handoff }
review every quarter

test "what a month needs" { expect website needs 3,677 MQL }
`;

/** 90 leads of the year before, of which every seventh was accepted, and half of those bought. */
export const lastYearCsv = [
  "id,source,created,accepted,won",
  ...Array.from({ length: 90 }, (_, index) => {
    const month = String((index % 11) + 1).padStart(2, "0");
    return `${index + 1},web,2025-${month}-03 09:00,${index % 7 === 0 ? `2025-${month}-04 10:00` : ""},${index % 14 === 0 ? `2025-${month}-20 10:00` : ""}`;
  }),
  "",
].join("\n");
