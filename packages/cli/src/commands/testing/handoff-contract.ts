/** A small contract with one of each thing that commands show. */
export const handoffContract = `agreement "Lead handoff" {
  between    marketing and sales
  effective  2026-01-01 to 2026-12-31
  time zone  "America/New_York"
  currency   USD
}

calendar office { mon-fri 09:00-17:00 }

lead {
  id             text key
  email          text optional
  employees      integer optional 0 to 3000000
  source         one of referral, web
  wants_contact  yes/no
  owner          text optional
  created        time
}

event handoff
event contact { channel one of call, email }
event won     { amount money }

define big = employees >= 50

score interest {
  +10 when wants_contact
  +5 per contact up to 10
}

classify lead_type {
  referral  when source is referral   worth $5,000
  web       otherwise                 worth $1,000
}

stage Lead                  when email is present   at created
stage MQL       after Lead  when big                at handoff
stage Customer  after MQL   when won

commitment first_contact for leads where wants_contact {
  sales must contact within 1 business hour of handoff
  otherwise chase
}
commitment load { marketing must handoff at most 2 times per owner every week }

ladder chase { at breach notify owner }

goal revenue by sales { measure sum of won.amount;  at least $10,000 every month }

test "after hours counts from the next opening" {
  lead { email: "a@example.com", employees: 60, source: web, wants_contact: yes }
  2026-03-06 18:30   handoff
  2026-03-09 09:45   contact { channel: call }
  expect first_contact is met
  expect first_contact due 2026-03-09 10:00
  expect stage is MQL
}
`;

/** Leads of the contract: in time, late, never contacted, invalid, twice the same. */
export const leadsCsv = `id,email,employees,source,wants_contact,owner,created
1,a@example.com,60,web,yes,anna,2026-03-01 08:00
2,b@example.com,80,web,yes,anna,2026-03-01 08:00
3,c@example.com,,referral,yes,bart,2026-03-01 08:00
4,d@example.com,lots,web,no,bart,2026-03-01 08:00
5,e@example.com
3,c@example.com,70,referral,no,bart,2026-03-01 08:00
`;

export const eventsCsv = `lead,event,at,channel
1,handoff,2026-03-06 18:30,
1,contact,2026-03-09 09:45,call
2,handoff,2026-03-06 10:00,
2,contact,2026-03-06 13:15,call
3,handoff,2026-03-06 11:00,
2,handoff,2026-03-07 11:00,
9,handoff,2026-03-06 11:00,
3,contct,2026-03-06 12:00,call
`;
