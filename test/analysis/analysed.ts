import { type Analysis, analyse, type Witness } from "@entente/analysis";
import { compile } from "@entente/dsl";
import { createEngine } from "@entente/engine";
import { invariant, type Policy } from "@entente/ir";

/** A contract with fields of every type; `rest` is what is to be proved about it. */
export function contract(rest: string): string {
  return `agreement "Planted" {
  between    marketing and sales
  effective  2026-01-01 to 2026-12-31
  time zone  "America/New_York"
  currency   USD
}
calendar office { mon-fri 09:00-17:00;  holidays US }
lead {
  id         text key
  email      text optional
  country    text optional
  employees  integer optional  0 to 3000000
  fit        integer 0 to 100
  budget     money optional
  discount   percent optional
  rating     number optional 0 to 5
  source     one of web, referral, fair
  grade      one of A, B, C optional
  tags       list of text
  since      date optional
  asked      yes/no
  vip        yes/no
  signed     time optional
  created    time
}
event handoff
event contact { channel one of call, email;  minutes integer 0 to 600 optional }
event reject
event won { amount money }
${rest}
`;
}

/** The policy of a contract that must have no errors. */
export function policyOf(text: string, entry = "contract.sla"): Policy {
  const { policy, diagnostics } = compile({ entry, text });
  invariant(policy !== null, diagnostics.map(({ message }) => message).join("\n"));
  return policy;
}

export function analysisOf(rest: string): Analysis {
  return analyse(policyOf(contract(rest)));
}

/** Findings as `id: message`, and what is not proved, in the order of the text. */
export function said({ findings, notProved }: Analysis): readonly string[] {
  return [
    ...findings.map(({ id, message }) => `${id.replace("analysis/", "")}: ${message}`),
    ...notProved.map(({ question, reason }) => `not proved: ${question}: ${reason}`),
  ];
}

/** Whether the engine takes the record of a witness for valid. */
export function isValid(policy: Policy, { lead, events, at }: Witness): boolean {
  return createEngine(policy).evaluate({ ...lead, events }, { at }).judged;
}
