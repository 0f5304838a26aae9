import { compile } from "@entente/dsl";
import { type Attestation, createEngine } from "@entente/engine";
import type { Policy } from "@entente/ir";
import { collectReport, type Report } from "@entente/report";

/** The policy of a contract that has no errors. */
export function policyOf(contract: string): Policy {
  const { policy, diagnostics } = compile({ entry: "contract.sla", text: contract });
  if (policy === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return policy;
}

/** A report on leads that are given as JSON records with their events, and on what is attested of the agreement. */
export function reportOn(
  contract: string,
  leads: readonly unknown[],
  at: number,
  attestations: readonly Attestation[] = [],
): Report {
  const engine = createEngine(policyOf(contract), { attestations });
  const collector = collectReport(engine, { at });
  for (const lead of leads) collector.add(engine.reader.readObject(lead));
  return collector.finish();
}

/** A small agreement with one of everything that a report shows. */
export const CONTRACT = `agreement "Handoff <2026> & more" {
  between    marketing and sales
  effective  2026-01-01 to 2026-12-31
  time zone  "America/New_York"
  currency   USD
  because    "Fast is better than late"
}
party marketing
party sales "Sales \\"inside\\""
role cmo "Chief marketing officer" of marketing
calendar office { mon-fri 09:00-17:00;  holidays US }
lead {
  id             text key
  email          text optional
  wants_contact  yes/no
  owner          text optional
  created        time
}
event handoff
event contact
event won { amount money }
stage Lead                  when email is present   at created
stage MQL       after Lead  when wants_contact      at handoff
stage Customer  after MQL   when won
goal leads by marketing     { measure count of leads reaching MQL;  at least 10 every month;  otherwise shared }
goal revenue by sales       { measure sum of won.amount;  at least $10,000 every month }
goal speed by sales         { measure share of first_contact met;  at least 95% every month }
funnel web {
  quota            $10,000 every month
  deal             $1,000
  MQL to Customer  50%
}
commitment first_contact {
  sales must contact within 1 business hour of handoff
  otherwise chase
}
commitment load { marketing must handoff at most 2 times per owner every week }
ladder chase  { at breach notify owner }
ladder shared { after 1 day do "Look at the goals";  after 40 days escalate to cmo }
reward pool { when all goals met in a month  give $500 to marketing and sales }
meeting weekly  every week for 30 minutes  attended by cmo, sales { agenda "Goals", "Next steps" }
meeting standup every business day for 15 minutes attended by marketing, sales
meeting monthly every month for 1 hour attended by marketing
review every 3 months
`;

/** Friday, 20 March 2026, noon in New York. */
export const AT = Date.parse("2026-03-20T12:00:00-04:00");

/** Leads of {@link CONTRACT}: in time, late, never contacted, still running, and one whose record is invalid. */
export const LEADS: readonly unknown[] = [
  lead("1", "anna", ["handoff 2026-03-02T10:00", "contact 2026-03-02T10:20", "won 2026-03-10T10:00 4000"]),
  lead("2", "anna", ["handoff 2026-03-03T10:00", "contact 2026-03-03T12:30"]),
  lead("3", "anna", ["handoff 2026-03-04T10:00"]),
  lead("4", "bart", ["handoff 2026-03-05T18:30", "contact 2026-03-06T10:00"]),
  lead("5", "bart", ["handoff 2026-02-05T11:00", "contact 2026-02-05T11:55", "won 2026-03-12T10:00 1500.50"]),
  lead("6", null, ["handoff 2026-02-06T11:00"]),
  lead("7", "bart", ["handoff 2026-03-20T11:30"]),
  { id: "8", created: "never" },
];

/** A lead record; an event is written `name time amount`, its time in New York. */
export function lead(id: string, owner: string | null, events: readonly string[]): unknown {
  return {
    id,
    email: `${id}@example.com`,
    wants_contact: true,
    ...(owner === null ? {} : { owner }),
    created: "2026-02-01T09:00",
    events: events.map((text) => {
      const [event, at, amount] = text.split(" ");
      return { event, at, ...(amount === undefined ? {} : { amount }) };
    }),
  };
}
