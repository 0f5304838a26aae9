/** A small agreement that uses most of what judges a lead. Its zone changes its clock in March and November. */
export const HANDOFF = `agreement "Lead handoff" {
  between    marketing and sales
  effective  2026-01-01 to 2026-12-31
  time zone  "America/New_York"
  currency   USD
}

calendar office { mon-fri 09:00-12:00, 13:00-17:00;  holidays US }

lead {
  id         text key
  email      text optional
  employees  integer optional  0 to 100000
  source     one of web "Website", referral, webinar
  budget     money optional
  owner      text optional
  created    time
}

event handoff
event accept
event reject   { reason one of no_budget, no_fit }
event contact  { channel one of call, email }
event hold
event resume

define fit = employees >= 50 and source is not webinar

score interest {
  +30  when source is referral
  +10  per contact up to 30
}

classify kind, first match {
  large  when employees >= 1000  worth $5,000
  small  otherwise               worth $1,000
}

stage Lead             when email is present        at created
stage MQL  after Lead  when fit and interest >= 10  at handoff
stage SAL  after MQL   when accept

ladder chase {
  at breach               notify owner
  after 2 business hours  escalate to sales
}

commitment first_contact for leads where source is not webinar {
  call:    sales must contact where channel is call within by kind { large -> 1 business hour, otherwise -> 1 business day } of handoff
  touches: sales must contact 3 times within 2 weeks of handoff
  pause    from hold to resume, at most 2 business days
  until    reject
  unless   email is missing
  warn     at 75%
  otherwise chase
}
commitment verdict { sales must accept or reject within 24 hours of handoff }
commitment info    { marketing must provide email, employees by handoff }
commitment load    { marketing must handoff at most 2 times per owner every week }
`;
