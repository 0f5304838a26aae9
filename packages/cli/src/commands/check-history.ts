import { checkHistory } from "@entente/analysis";
import { createEngine, createFunnelTally } from "@entente/engine";
import type { Diagnostic, Policy } from "@entente/ir";
import { humanTime } from "../output/human-time.ts";
import { printable } from "../terminal/printable.ts";
import { progressOn } from "../terminal/progress.ts";
import { write } from "../terminal/write.ts";
import { absentColumns } from "./absent-columns.ts";
import { asOf, zoneOf } from "./as-of.ts";
import { readEvents, readLeads, refuseSharedStdin } from "./lead-file.ts";
import { RowProblems } from "./row-problems.ts";
import type { Session } from "./session.ts";

/** The leads that a contract's rates are held against; files are relative to the current folder, `-` is stdin. */
export interface HistoryOptions {
  readonly leads: string;
  readonly events?: string | undefined;
  readonly at?: string | undefined;
}

/**
 * Streams leads through the funnels of a contract and says which of its rates they contradict. What was counted, and
 * rows that cannot be read, go to stderr.
 *
 * @throws InputError where a file cannot be read at all
 */
export async function historyFindings(
  session: Session,
  policy: Policy,
  options: HistoryOptions,
): Promise<readonly Diagnostic[]> {
  const { io } = session;
  refuseSharedStdin({ "--leads": options.leads, "--events": options.events });
  const at = asOf(options.at, io.now(), policy);
  const engine = createEngine(policy);
  const tally = createFunnelTally(engine, at);
  const problems = new RowProblems((line) => write(io.stderr, `${whereToWrite(line)}\n`), null);
  const onColumns = async (columns: readonly string[]): Promise<void> => {
    const absent = absentColumns(policy, columns);
    if (absent !== null) await write(io.stderr, `warning: ${printable(options.leads)}: ${absent}\n`);
  };
  const reading = { io, reader: engine.reader, problems, onColumns };
  const events = await readEvents(reading, options.events);
  const progress = progressOn(io, "leads", false);
  let counted = 0;
  for await (const records of readLeads(reading, options.leads, events)) {
    for (const { lead } of records) {
      if (!lead.ok) continue;
      tally.add(lead.facts);
      counted += 1;
      progress.step();
    }
  }
  progress.clear();
  await problems.end();
  const histories = tally.finish();
  await write(io.stderr, `${historyWords(policy, at, counted, histories)}\n`);
  return checkHistory(policy, histories);
}

/** The problems of rows are written to a file by another command. */
function whereToWrite(line: string): string {
  return line.replace("; --rejects FILE", "; sla run --rejects FILE");
}

function historyWords(
  policy: Policy,
  at: number,
  leads: number,
  histories: ReturnType<ReturnType<typeof createFunnelTally>["finish"]>,
): string {
  const local = `${humanTime(zoneOf(policy), at)} ${policy.agreement.timeZone}`;
  const steps = histories.flatMap(({ funnel, steps }) =>
    steps.map(({ from, to, came, of }) => `${funnel}: ${came} of ${of} ${from} came to ${to}`),
  );
  const what = steps.length === 0 ? "no funnel to hold them against" : steps.join("; ");
  return printable(`history of ${leads.toLocaleString("en-US")} leads as of ${local}: ${what}`);
}
