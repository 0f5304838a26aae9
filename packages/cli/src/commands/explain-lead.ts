import { type ContractHistory, createHistory, readingPolicy } from "@entente/engine";
import { assertNever, type Policy } from "@entente/ir";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { EventStore } from "../input/event-store.ts";
import { InputError } from "../input/input-error.ts";
import { explanationJson, explanationText } from "../reporters/explanation.ts";
import { printable } from "../terminal/printable.ts";
import { write } from "../terminal/write.ts";
import { asOf, zoneOf } from "./as-of.ts";
import { type LeadReading, type LeadRecord, readEvents, readLeads, refuseSharedStdin } from "./lead-file.ts";
import { loadHistory } from "./load-policy.ts";
import { readPeople } from "./people.ts";
import { RowProblems } from "./row-problems.ts";
import type { Session } from "./session.ts";

/** The options of `sla explain` as they were given. */
export interface ExplainOptions {
  readonly leads: string;
  readonly lead: string;
  readonly events?: string;
  readonly people?: string;
  readonly at?: string;
  readonly format: "text" | "json";
}

/** Explains one lead of a file: the first record with its id. Reading stops there. */
export async function explainLead(
  session: Session,
  contract: string,
  options: ExplainOptions,
): Promise<ExitCode> {
  refuseSharedStdin({ "--leads": options.leads, "--events": options.events, "--people": options.people });
  const policies = await loadHistory(session, contract);
  const policy = policies === null ? null : readingPolicy(policies);
  if (policies === null || policy === null) return exitCode.contract;
  const { io } = session;
  const at = asOf(options.at, io.now(), policy);
  const problems = new RowProblems((line) => write(io.stderr, `${line}\n`), null);
  const othersProblems = new RowProblems(() => {}, null);
  const people = await readPeople(io, policy, options.people, problems);
  const history = createHistory(policies, { people });
  const { reader } = history;
  const events = await readEvents({ io, reader, problems }, options.events);
  await problems.end();
  const record = await findLead({ io, reader, problems: othersProblems }, options, events);
  if (!record.lead.ok) {
    const issues = record.lead.issues.map(({ message }) => printable(message)).join("; ");
    const place = `line ${record.line}, lead ${printable(options.lead)}`;
    throw new InputError(printable(options.leads), `${place} cannot be read: ${issues}`);
  }
  await write(io.stdout, explained(session, history, policy, record, at, options.format));
  return exitCode.fine;
}

function explained(
  session: Session,
  history: ContractHistory,
  policy: Policy,
  record: LeadRecord,
  at: number,
  format: ExplainOptions["format"],
): string {
  const explanation = history.explain(record.lead, { at });
  switch (format) {
    case "json":
      return explanationJson(explanation);
    case "text": {
      const { colours } = session.frameStyle("out");
      return explanationText(explanation, {
        zone: zoneOf(policy),
        timeZone: policy.agreement.timeZone,
        colours,
      });
    }
    default:
      return assertNever(format);
  }
}

async function findLead(
  reading: LeadReading,
  options: ExplainOptions,
  events: EventStore | null,
): Promise<LeadRecord> {
  let count = 0;
  for await (const records of readLeads(reading, options.leads, events)) {
    count += records.length;
    const found = records.find((record) => record.id === options.lead);
    if (found !== undefined) return found;
  }
  const leads = count.toLocaleString("en-US");
  throw new InputError(
    printable(options.leads),
    `there is no lead ${printable(options.lead)} among the ${leads} read; check --lead`,
  );
}
