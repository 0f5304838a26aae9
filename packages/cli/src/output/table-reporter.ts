import type { Writable } from "node:stream";
import type { Verdict } from "@entente/engine";
import type { Zone } from "@entente/ir";
import { type Colours, plain } from "../terminal/colours.ts";
import { counted } from "../terminal/counted.ts";
import { RunTally } from "./run-tally.ts";
import { summaryText } from "./summary-text.ts";
import { TextSink } from "./text-sink.ts";
import type { VerdictReporter } from "./verdict-reporter.ts";
import { violationsText } from "./violations-text.ts";
import { WorstViolations } from "./worst-violations.ts";

export interface TableOptions {
  /** The agreement's zone, in which times are shown. */
  readonly zone: Pick<Zone, "toLocal">;
  /** Width of the terminal. */
  readonly columns: number;
  readonly colours?: Colours;
  /** How many violations are listed; 50 without it. The others are counted. */
  readonly most?: number;
}

/** For people: the violations, worst first, and a summary, written at the end. */
export function createTableReporter(stream: Writable, options: TableOptions): VerdictReporter {
  const { zone, columns, colours = plain, most = 50 } = options;
  const sink = new TextSink(stream);
  const tally = new RunTally();
  const worst = new WorstViolations(most);
  return {
    begin() {},
    verdict(verdict) {
      tally.add(verdict);
      for (const clock of verdict.violations) {
        worst.add({ lead: verdict.lead, clock, clause: clauseName(clock.commitment, clock.clause, verdict) });
      }
    },
    async end({ unreadable }) {
      const listed = worst.list();
      const hidden = tally.violations - listed.length;
      await sink.write(violationsText(listed, { zone, columns, colours }));
      if (hidden > 0) {
        await sink.write(`and ${counted(hidden, "more violation")}; --format csv lists all of them\n`);
      }
      await sink.write(summaryText(tally, unreadable, colours));
      await sink.flush();
    },
  };
}

function clauseName(commitment: string, clause: string, { clocks }: Verdict): string {
  const several = clocks.some((other) => other.commitment === commitment && other.clause !== clause);
  return several || !/^\d+$/.test(clause) ? `${commitment}/${clause}` : commitment;
}
