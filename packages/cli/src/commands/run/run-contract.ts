import { type ContractHistory, createHistory, type LimitVerdict, readingPolicy } from "@entente/engine";
import type { Policy } from "@entente/ir";
import { type ExitCode, exitCode } from "../../exit-code.ts";
import { RejectsWriter } from "../../input/rejects-writer.ts";
import { humanTime } from "../../output/human-time.ts";
import { TextSink } from "../../output/text-sink.ts";
import { counted } from "../../terminal/counted.ts";
import { progressOn } from "../../terminal/progress.ts";
import { write } from "../../terminal/write.ts";
import { absentColumns } from "../absent-columns.ts";
import { asOf, zoneOf } from "../as-of.ts";
import { readAttestations } from "../attestations.ts";
import { InvocationError } from "../invocation-error.ts";
import { readEvents, refuseSharedStdin } from "../lead-file.ts";
import { loadHistory } from "../load-policy.ts";
import { closeOutput, openOutput } from "../output-file.ts";
import { readPeople } from "../people.ts";
import { refuseOverwriting } from "../refuse-overwriting.ts";
import { RowProblems } from "../row-problems.ts";
import type { Session } from "../session.ts";
import { tellAgreement } from "./agreement-output.ts";
import { carriedNote } from "./carried.ts";
import { agreementFailures } from "./fail-on.ts";
import { type JudgingOutcome, judgeLeads } from "./judge-leads.ts";
import { limitJson, limitsText } from "./limit-output.ts";
import { reporterFor } from "./reporter-for.ts";
import type { RunOptions } from "./run-options.ts";

/** The contract of a run, all its versions together, and the instant to judge at. */
interface Judged {
  readonly versions: readonly Policy[];
  /** What records of all versions are read by. */
  readonly policy: Policy;
  readonly at: number;
}

/** Judges the leads of a file in one pass. Verdicts go to stdout, everything else to stderr. */
export async function runContract(
  session: Session,
  contract: string,
  options: RunOptions,
): Promise<ExitCode> {
  const { io } = session;
  refuseContradictions(io.cwd, contract, options);
  const versions = await loadHistory(session, contract);
  const policy = versions === null ? null : readingPolicy(versions);
  if (versions === null || policy === null) return exitCode.contract;
  const at = asOf(options.at, io.now(), policy);
  const [rejects, limits, agreement] = [
    await outputAt(options.rejects, io.cwd),
    await outputAt(options.limits, io.cwd),
    await outputAt(options.agreement, io.cwd),
  ];
  const problems = new RowProblems(
    (line) => write(io.stderr, `${line}\n`),
    rejects === null ? null : new RejectsWriter(rejects),
  );
  const judged = { versions, policy, at };
  await announce(session, judged, options);
  const history = await compiled(session, judged, options, problems);
  const outcome = await judge(session, judged, history, options, problems);
  await problems.end();
  await tellLimits(session, options, outcome.limits, sinkOn(limits));
  const failures =
    outcome.failures + (await tellOfAgreement(session, judged, history, options, sinkOn(agreement)));
  for (const file of [rejects, limits, agreement]) await closeOutput(file);
  return failures > 0 ? exitCode.no : exitCode.fine;
}

function refuseContradictions(cwd: string, contract: string, options: RunOptions): void {
  const inputs = {
    "--leads": options.leads,
    "--events": options.events,
    "--people": options.people,
    "--attestations": options.attestations,
  };
  const outputs = {
    "--rejects": options.rejects,
    "--limits": options.limits,
    "--agreement": options.agreement,
  };
  refuseSharedStdin(inputs);
  refuseOverwriting(cwd, { "the contract": contract, ...inputs }, outputs);
  if (options.agreement !== undefined && options.attestations === undefined) {
    throw new InvocationError(
      "--agreement goes with --attestations, by which the agreement itself is judged",
    );
  }
}

type Output = Awaited<ReturnType<typeof openOutput>>;

async function outputAt(path: string | undefined, cwd: string): Promise<Output | null> {
  return path === undefined ? null : openOutput(path, cwd);
}

function sinkOn(file: Output | null): TextSink | null {
  return file === null ? null : new TextSink(file);
}

async function compiled(
  { io }: Session,
  { versions, policy }: Judged,
  options: RunOptions,
  problems: RowProblems,
): Promise<ContractHistory> {
  return createHistory(versions, {
    people: await readPeople(io, policy, options.people, problems),
    attestations: await readAttestations(io, policy, options.attestations, problems),
  });
}

async function judge(
  session: Session,
  { policy, at }: Judged,
  history: ContractHistory,
  options: RunOptions,
  problems: RowProblems,
): Promise<JudgingOutcome> {
  const { io } = session;
  const onColumns = async (columns: readonly string[]): Promise<void> => {
    const absent = absentColumns(policy, columns);
    if (absent !== null) await note(session, options, `warning: ${options.leads}: ${absent}`);
  };
  const reading = { io, reader: history.reader, problems, onColumns };
  return judgeLeads({
    reading,
    history,
    at,
    leads: options.leads,
    events: await readEvents(reading, options.events),
    reporter: reporterFor(session, policy, options.format),
    tally: history.createTally(),
    failOn: options.failOn,
    progress: progressOn(io, "leads", options.quiet === true),
    note: (line) => note(session, options, line),
  });
}

async function announce(
  session: Session,
  { versions, policy, at }: Judged,
  options: RunOptions,
): Promise<void> {
  const local = `${humanTime(zoneOf(policy), at)} ${policy.agreement.timeZone}`;
  await note(session, options, `as of ${local} (${new Date(at).toISOString()})`);
  if (versions.length > 1) {
    const days = versions.map(({ agreement }) => agreement.effective?.from ?? "");
    const count = counted(versions.length, "version");
    await note(session, options, `${count} of the agreement, in force from ${days.join(", ")}`);
  }
  const isJudged = options.attestations !== undefined;
  const carried = options.format === "table" ? carriedNote(policy, isJudged) : null;
  if (carried !== null) await note(session, options, carried);
}

async function note({ io }: Session, { quiet }: RunOptions, line: string): Promise<void> {
  if (quiet !== true) await write(io.stderr, `${line}\n`);
}

/** Limits have a file of their own: a line of verdicts belongs to a lead, and there is one for each. */
async function tellLimits(
  session: Session,
  options: RunOptions,
  verdicts: readonly LimitVerdict[],
  file: TextSink | null,
): Promise<void> {
  for (const verdict of verdicts) await file?.write(limitJson(verdict));
  await file?.flush();
  if (options.format === "table") {
    await write(session.io.stdout, limitsText(verdicts, session.colours().out));
    return;
  }
  const missed = verdicts.filter((verdict) => verdict.status === "breached").length;
  if (missed === 0 || file !== null) return;
  const periods = counted(missed, "period");
  await note(
    session,
    options,
    `promises over many leads were missed in ${periods}; --limits FILE writes them`,
  );
}

/** What is promised of the agreement itself is judged where somebody attests to it; returns how many promises were missed. */
async function tellOfAgreement(
  session: Session,
  { policy, at }: Judged,
  history: ContractHistory,
  options: RunOptions,
  file: TextSink | null,
): Promise<number> {
  if (options.attestations === undefined) return 0;
  const verdict = history.agreement({ at });
  await tellAgreement(session, policy, verdict, { table: options.format === "table", file });
  for (const { message } of verdict.issues) await note(session, options, `warning: ${message}`);
  return agreementFailures(verdict, options.failOn);
}
