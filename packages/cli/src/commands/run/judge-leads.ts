import type { ContractHistory, LimitVerdict, Tally, Verdict } from "@entente/engine";
import type { EventStore } from "../../input/event-store.ts";
import type { VerdictReporter } from "../../output/verdict-reporter.ts";
import { counted } from "../../terminal/counted.ts";
import { printable } from "../../terminal/printable.ts";
import type { Progress } from "../../terminal/progress.ts";
import { type LeadReading, type LeadRecord, readLeads } from "../lead-file.ts";
import { failures, limitFailures } from "./fail-on.ts";
import type { FailOn } from "./run-options.ts";
import { SeenIds } from "./seen-ids.ts";

/** The judging of one file. */
export interface Judging {
  readonly reading: LeadReading;
  readonly history: ContractHistory;
  /** The as-of instant, epoch milliseconds. */
  readonly at: number;
  /** The leads file, `-` for stdin. */
  readonly leads: string;
  readonly events: EventStore | null;
  readonly reporter: VerdictReporter;
  readonly tally: Tally;
  readonly failOn: FailOn;
  readonly progress: Progress;
  /** Takes a line about the run as a whole. */
  readonly note: (line: string) => Promise<void>;
}

export interface JudgingOutcome {
  /** Violations of the kind that `--fail-on` names. */
  readonly failures: number;
  readonly limits: readonly LimitVerdict[];
}

/**
 * Judges the leads of a file in its order and reports each. Records that are invalid are reported as such, and
 * ids that come twice are judged twice, with a note.
 */
export async function judgeLeads(judging: Judging): Promise<JudgingOutcome> {
  const { reading, at, reporter, tally, progress } = judging;
  const ids = new SeenIds();
  const repeated = new Examples();
  const flawed = new Examples();
  let failed = 0;
  let invalid = 0;
  await reporter.begin();
  for await (const records of readLeads(reading, judging.leads, judging.events)) {
    for (const record of records) {
      const verdict = judging.history.evaluate(record.lead, { at });
      if (record.lead.ok) tally.add(record.lead.facts, at);
      else invalid += 1;
      if (record.id !== null && ids.repeats(record.id)) repeated.add(`${record.id} on line ${record.line}`);
      for (const problem of problemsOf(verdict, record)) flawed.add(problem);
      failed += failures(verdict, judging.failOn);
      await reporter.verdict(verdict);
      progress.step();
    }
  }
  progress.clear();
  await reporter.end({ unreadable: reading.problems.rows - invalid });
  await tellOddities(judging, { ids, repeated, flawed });
  const limits = tally.finish(at);
  return { failures: failed + limitFailures(limits, judging.failOn), limits };
}

/** What the engine could not judge of a valid record, such as a time beyond the calendars of the policy. */
function problemsOf(verdict: Verdict, record: LeadRecord): readonly string[] {
  if (!record.lead.ok) return [];
  return verdict.issues.map((issue) => `lead ${verdict.lead}: ${issue.message}`);
}

interface Oddities {
  readonly ids: SeenIds;
  readonly repeated: Examples;
  readonly flawed: Examples;
}

async function tellOddities({ events, note }: Judging, { ids, repeated, flawed }: Oddities): Promise<void> {
  for (const line of flawed.shown) await note(`warning: ${printable(line)}`);
  if (flawed.count > flawed.shown.length) {
    await note(`warning: and ${counted(flawed.count - flawed.shown.length, "more problem")} like this`);
  }
  if (repeated.count > 0) {
    const which = `${counted(repeated.count, "record has", "records have")} the id of an earlier one`;
    await note(`warning: ${which}, and each was judged for itself: ${repeated.words()}`);
  }
  if (events === null || ids.full) return;
  const strays = new Examples();
  for (const lead of events.leads()) if (!ids.has(lead)) strays.add(lead);
  if (strays.count > 0) {
    const which = counted(strays.count, "lead that is", "leads that are");
    await note(`warning: there are events of ${which} not among the leads: ${strays.words()}`);
  }
}

const mostExamples = 3;

/** Counts things and keeps the first few. */
class Examples {
  readonly shown: string[] = [];
  count = 0;

  add(text: string): void {
    this.count += 1;
    if (this.shown.length < mostExamples) this.shown.push(text);
  }

  words(): string {
    const more = this.count > this.shown.length ? ", …" : "";
    return `${this.shown.map(printable).join(", ")}${more}`;
  }
}
