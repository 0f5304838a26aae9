import { createEngine, createTally, type LimitVerdict } from "@entente/engine";
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
import { readEvents, refuseSharedStdin } from "../lead-file.ts";
import { loadPolicy } from "../load-policy.ts";
import { closeOutput, openOutput } from "../output-file.ts";
import { readPeople } from "../people.ts";
import { refuseOverwriting } from "../refuse-overwriting.ts";
import { RowProblems } from "../row-problems.ts";
import type { Session } from "../session.ts";
import { carriedNote } from "./carried.ts";
import { type JudgingOutcome, judgeLeads } from "./judge-leads.ts";
import { limitJson, limitsText } from "./limit-output.ts";
import { reporterFor } from "./reporter-for.ts";
import type { RunOptions } from "./run-options.ts";

/** Judges the leads of a file in one pass. Verdicts go to stdout, everything else to stderr. */
export async function runContract(
  session: Session,
  contract: string,
  options: RunOptions,
): Promise<ExitCode> {
  refuseSharedStdin({ "--leads": options.leads, "--events": options.events, "--people": options.people });
  refuseOverwriting(
    session.io.cwd,
    {
      "the contract": contract,
      "--leads": options.leads,
      "--events": options.events,
      "--people": options.people,
    },
    { "--rejects": options.rejects, "--limits": options.limits },
  );
  const policy = await loadPolicy(session, contract);
  if (policy === null) return exitCode.contract;
  const { io } = session;
  const at = asOf(options.at, io.now(), policy);
  const rejects = options.rejects === undefined ? null : await openOutput(options.rejects, io.cwd);
  const limits = options.limits === undefined ? null : await openOutput(options.limits, io.cwd);
  const problems = new RowProblems(
    (line) => write(io.stderr, `${line}\n`),
    rejects === null ? null : new RejectsWriter(rejects),
  );
  await announce(session, policy, options, at);
  const outcome = await judge(session, policy, options, at, problems);
  await problems.end();
  await tellLimits(session, options, outcome.limits, limits === null ? null : new TextSink(limits));
  await closeOutput(rejects);
  await closeOutput(limits);
  return outcome.failures > 0 ? exitCode.no : exitCode.fine;
}

async function judge(
  session: Session,
  policy: Policy,
  options: RunOptions,
  at: number,
  problems: RowProblems,
): Promise<JudgingOutcome> {
  const { io } = session;
  const engine = createEngine(policy, { people: await readPeople(io, policy, options.people, problems) });
  const onColumns = async (columns: readonly string[]): Promise<void> => {
    const absent = absentColumns(policy, columns);
    if (absent !== null) await note(session, options, `warning: ${options.leads}: ${absent}`);
  };
  const reading = { io, reader: engine.reader, problems, onColumns };
  return judgeLeads({
    reading,
    engine,
    at,
    leads: options.leads,
    events: await readEvents(reading, options.events),
    reporter: reporterFor(session, policy, options.format),
    tally: createTally(engine.plan),
    failOn: options.failOn,
    progress: progressOn(io, "leads", options.quiet === true),
    note: (line) => note(session, options, line),
  });
}

async function announce(session: Session, policy: Policy, options: RunOptions, at: number): Promise<void> {
  const local = `${humanTime(zoneOf(policy), at)} ${policy.agreement.timeZone}`;
  await note(session, options, `as of ${local} (${new Date(at).toISOString()})`);
  const carried = options.format === "table" ? carriedNote(policy) : null;
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
