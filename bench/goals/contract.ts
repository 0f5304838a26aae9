/** Goals of every kind of measure but a quantile, which keeps its values. */
export const CONTRACT = `agreement "Goals over many leads" {
  between marketing and sales
  effective 2026-01-01 to 2026-12-31
  time zone "America/New_York"
  currency USD
}
calendar office { mon-fri 09:00-17:00;  holidays US }
lead {
  id       text key
  email    text optional
  source   one of web, referral, webinar
  owner    text optional
  created  time
}
event handoff
event contact
event won { amount money }
classify kind, first match {
  referral  when source is referral  worth $5,000
  other     otherwise                worth $1,000
}
stage Lead                    when email is present  at created
stage MQL       after Lead    when handoff
stage Customer  after MQL     when won
commitment first_contact { sales must contact within 4 business hours of handoff }

goal made    by marketing { measure count of leads reaching MQL per owner;          at least 10 every month }
goal value   by marketing { measure worth of leads reaching Lead;                   at least $550,000 every month }
goal sold    by sales     { measure sum of won.amount;                              at least $1,000,000 in 2026 }
goal wins    by sales     { measure rate from handoff to won, maturing 45 days;     at least 20% every quarter }
goal cycle   by sales     { measure mean time from handoff to won;                  at most 40 days by 2026-06-30, 35 days by 2026-12-31 }
goal speed   by sales     { measure share of first_contact met;                     at least 95% every week }
`;
