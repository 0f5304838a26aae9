import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { createEngine } from "@entente/engine";
import { assertNever, type Policy } from "@entente/ir";
import { calendarOf, htmlReport, markdownReport, type Report } from "@entente/report";
import { type ExitCode, exitCode } from "../../exit-code.ts";
import { InputError } from "../../input/input-error.ts";
import { RejectsWriter } from "../../input/rejects-writer.ts";
import { humanTime } from "../../output/human-time.ts";
import { printable } from "../../terminal/printable.ts";
import { progressOn } from "../../terminal/progress.ts";
import { write } from "../../terminal/write.ts";
import { absentColumns } from "../absent-columns.ts";
import { asOf, zoneOf } from "../as-of.ts";
import { readAttestations } from "../attestations.ts";
import { whyUnwritable } from "../contract-text.ts";
import { InvocationError } from "../invocation-error.ts";
import { readEvents, refuseSharedStdin } from "../lead-file.ts";
import { loadPolicy } from "../load-policy.ts";
import { closeOutput, openOutput } from "../output-file.ts";
import { readPeople } from "../people.ts";
import { refuseOverwriting } from "../refuse-overwriting.ts";
import { RowProblems } from "../row-problems.ts";
import type { Session } from "../session.ts";
import { gatherLeads } from "./gather-leads.ts";
import type { ReportFormat, ReportOptions } from "./report-options.ts";

/** Writes where the agreement stands. The report goes to stdout or a file, everything else to stderr. */
export async function reportContract(
  session: Session,
  contract: string,
  options: ReportOptions,
): Promise<ExitCode> {
  const { io } = session;
  refuse(io.cwd, contract, options);
  const policy = await loadPolicy(session, contract);
  if (policy === null) return exitCode.contract;
  const at = asOf(options.at, io.now(), policy);
  const local = `${humanTime(zoneOf(policy), at)} ${policy.agreement.timeZone}`;
  await note(session, options, `as of ${local} (${new Date(at).toISOString()})`);
  const text = await written(session, policy, options, at);
  if (options.format === "ics" && policy.meetings.length + policy.reviews.length === 0) {
    await note(
      session,
      options,
      "warning: this agreement has no meetings and no reviews; the calendar is empty",
    );
  }
  if (options.output === undefined || options.output === "-") await write(io.stdout, text);
  else save(resolve(io.cwd, options.output), options.output, text);
  return exitCode.fine;
}

/** Written at the end, so that a report that could not be made does not take the place of the last one. */
function save(path: string, shown: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new InputError(printable(shown), whyUnwritable(error));
  }
}

/** What is wrong with an invocation before any file is opened. */
function refuse(cwd: string, contract: string, options: ReportOptions): void {
  const { leads, events, people, attestations } = options;
  const inputs = { "--leads": leads, "--events": events, "--people": people, "--attestations": attestations };
  refuseSharedStdin(inputs);
  refuseOverwriting(
    cwd,
    { "the contract": contract, ...inputs },
    { "--output": options.output, "--rejects": options.rejects },
  );
  if (options.format !== "ics" && leads === undefined) {
    throw new InvocationError(
      "a report is about leads: give them with --leads FILE (only --format ics does without)",
    );
  }
}

async function written(
  session: Session,
  policy: Policy,
  options: ReportOptions,
  at: number,
): Promise<string> {
  const { format, leads } = options;
  if (format === "ics" || leads === undefined) return calendarOf(policy, { at });
  return pageOf(await gather(session, policy, { ...options, leads }, at), format);
}

function pageOf(report: Report, format: Exclude<ReportFormat, "ics">): string {
  switch (format) {
    case "html":
      return printable(htmlReport(report));
    case "markdown":
      return printable(markdownReport(report));
    default:
      return assertNever(format);
  }
}

async function gather(
  session: Session,
  policy: Policy,
  options: ReportOptions & { readonly leads: string },
  at: number,
): Promise<Report> {
  const { io } = session;
  const rejects = options.rejects === undefined ? null : await openOutput(options.rejects, io.cwd);
  const problems = new RowProblems(
    (line) => write(io.stderr, `${line}\n`),
    rejects === null ? null : new RejectsWriter(rejects),
  );
  const engine = createEngine(policy, {
    people: await readPeople(io, policy, options.people, problems),
    attestations: await readAttestations(io, policy, options.attestations, problems),
  });
  const onColumns = async (columns: readonly string[]): Promise<void> => {
    const absent = absentColumns(policy, columns);
    if (absent !== null) await note(session, options, `warning: ${printable(options.leads)}: ${absent}`);
  };
  const reading = { io, reader: engine.reader, problems, onColumns };
  const report = await gatherLeads({
    reading,
    engine,
    at,
    leads: options.leads,
    events: await readEvents(reading, options.events),
    progress: progressOn(io, "leads", options.quiet === true),
    note: (line) => note(session, options, line),
  });
  await problems.end();
  await closeOutput(rejects);
  return report;
}

async function note({ io }: Session, { quiet }: ReportOptions, line: string): Promise<void> {
  if (quiet !== true) await write(io.stderr, `${line}\n`);
}
