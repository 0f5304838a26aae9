import { type Attainment, createEngine } from "@entente/engine";
import { assertNever, nearest, type Policy } from "@entente/ir";
import { type ExitCode, exitCode } from "../../exit-code.ts";
import { RejectsWriter } from "../../input/rejects-writer.ts";
import { attainCsv } from "../../output/attain-csv.ts";
import { attainJson } from "../../output/attain-json.ts";
import { attainMarkdown } from "../../output/attain-markdown.ts";
import { attainText } from "../../output/attain-text.ts";
import { humanTime } from "../../output/human-time.ts";
import { printable } from "../../terminal/printable.ts";
import { progressOn } from "../../terminal/progress.ts";
import { write } from "../../terminal/write.ts";
import { absentColumns } from "../absent-columns.ts";
import { asOf, zoneOf } from "../as-of.ts";
import { readAttestations } from "../attestations.ts";
import { InvocationError } from "../invocation-error.ts";
import { readEvents, refuseSharedStdin } from "../lead-file.ts";
import { loadPolicy } from "../load-policy.ts";
import { closeOutput, openOutput } from "../output-file.ts";
import { readPeople } from "../people.ts";
import { refuseOverwriting } from "../refuse-overwriting.ts";
import { RowProblems } from "../row-problems.ts";
import type { Session } from "../session.ts";
import type { AttainOptions } from "./attain-options.ts";
import { failingGoals } from "./fail-on-goals.ts";
import { measureLeads } from "./measure-leads.ts";

/** Measures the goals of a contract over the leads of a file. What was found goes to stdout, everything else to stderr. */
export async function attainContract(
  session: Session,
  contract: string,
  options: AttainOptions,
): Promise<ExitCode> {
  const inputs = {
    "--leads": options.leads,
    "--events": options.events,
    "--people": options.people,
    "--attestations": options.attestations,
  };
  refuseSharedStdin(inputs);
  refuseOverwriting(
    session.io.cwd,
    { "the contract": contract, ...inputs },
    { "--rejects": options.rejects },
  );
  const policy = await loadPolicy(session, contract);
  if (policy === null) return exitCode.contract;
  requireGoal(policy, options.goal);
  const { io } = session;
  const at = asOf(options.at, io.now(), policy);
  const rejects = options.rejects === undefined ? null : await openOutput(options.rejects, io.cwd);
  const problems = new RowProblems(
    (line) => write(io.stderr, `${line}\n`),
    rejects === null ? null : new RejectsWriter(rejects),
  );
  await note(session, options, asOfWords(policy, at));
  const all = await measure(session, policy, options, at, problems);
  await problems.end();
  await closeOutput(rejects);
  for (const issue of all.issues) await note(session, options, `warning: ${printable(issue)}`);
  const shown = options.goal === undefined ? all : onlyGoal(all, options.goal);
  await write(io.stdout, written(session, policy, shown, options));
  return failingGoals(shown, options.failOn) > 0 ? exitCode.no : exitCode.fine;
}

async function measure(
  session: Session,
  policy: Policy,
  options: AttainOptions,
  at: number,
  problems: RowProblems,
): Promise<Attainment> {
  const { io } = session;
  const engine = createEngine(policy, {
    people: await readPeople(io, policy, options.people, problems),
    attestations: await readAttestations(io, policy, options.attestations, problems),
  });
  const onColumns = async (columns: readonly string[]): Promise<void> => {
    const absent = absentColumns(policy, columns);
    if (absent !== null) await note(session, options, `warning: ${printable(options.leads)}: ${absent}`);
  };
  const reading = { io, reader: engine.reader, problems, onColumns };
  return measureLeads({
    reading,
    engine,
    at,
    leads: options.leads,
    events: await readEvents(reading, options.events),
    progress: progressOn(io, "leads", options.quiet === true),
    note: (line) => note(session, options, line),
  });
}

function requireGoal({ goals }: Policy, name: string | undefined): void {
  if (name === undefined || goals.some((goal) => goal.name === name)) return;
  const names = goals.map((goal) => goal.name);
  const near = nearest(name, names);
  const hint =
    near !== undefined
      ? `did you mean ${near}?`
      : names.length === 0
        ? "the contract has no goals"
        : `there are ${names.join(", ")}`;
  throw new InvocationError(printable(`--goal: there is no goal ${name}; ${hint}`));
}

/** What is about one goal alone. */
function onlyGoal(attainment: Attainment, name: string): Attainment {
  return {
    ...attainment,
    goals: attainment.goals.filter(({ goal }) => goal === name),
    cancellations: attainment.cancellations.filter(({ goal }) => goal === name),
    rewards: [],
    reviews: [],
    funnels: [],
  };
}

function written(
  session: Session,
  policy: Policy,
  attainment: Attainment,
  { format }: AttainOptions,
): string {
  switch (format) {
    case "table":
      return attainText(policy, attainment, { ...session.frameStyle("out"), zone: zoneOf(policy) });
    case "json":
      return `${JSON.stringify(attainJson(policy, attainment))}\n`;
    case "csv":
      return attainCsv(policy, attainment);
    case "markdown":
      return attainMarkdown(policy, attainment, zoneOf(policy));
    default:
      return assertNever(format);
  }
}

function asOfWords(policy: Policy, at: number): string {
  const local = `${humanTime(zoneOf(policy), at)} ${policy.agreement.timeZone}`;
  return `as of ${local} (${new Date(at).toISOString()})`;
}

async function note({ io }: Session, { quiet }: AttainOptions, line: string): Promise<void> {
  if (quiet !== true) await write(io.stderr, `${line}\n`);
}
