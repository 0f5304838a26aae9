import type { Writable } from "node:stream";
import type { ClockVerdict, Verdict } from "@entente/engine";
import { actionWords } from "./action-words.ts";
import { csvRow } from "./csv-cell.ts";
import { TextSink } from "./text-sink.ts";
import { isoInstant, isViolation } from "./verdict-json.ts";
import type { VerdictReporter } from "./verdict-reporter.ts";

const header = [
  "lead",
  "at",
  "stage",
  "commitment",
  "clause",
  "party",
  "owner",
  "status",
  "start",
  "due",
  "done",
  "overshoot_elapsed_ms",
  "overshoot_business_ms",
  "steps",
  "reason",
  "issues",
] as const;

/**
 * One row a clock. A lead without clocks has one row in which the columns of the clock are empty, so that no lead
 * is missing; what is wrong with its record stands under `issues`.
 */
export function createCsvReporter(stream: Writable): VerdictReporter {
  const sink = new TextSink(stream);
  return {
    begin: () => sink.write(csvRow(header)),
    verdict: (verdict) => sink.write(rowsOf(verdict)),
    end: () => sink.flush(),
  };
}

function rowsOf(verdict: Verdict): string {
  const { lead, at, stage, clocks } = verdict;
  const issues = verdict.issues.map(({ message }) => message).join("; ");
  const rows = clocks.length === 0 ? [noClock] : clocks.map(clockCells);
  return rows.map((cells) => csvRow([lead, isoInstant(at), stage, ...cells, issues])).join("");
}

const noClock: readonly null[] = header.slice(4).map(() => null);

function clockCells(clock: ClockVerdict): (string | number | null)[] {
  const { commitment, clause, party, owner, status, start, due, done, overshoot, steps, reasons } = clock;
  const iso = (instant: number | null) => (instant === null ? null : isoInstant(instant));
  const follows = steps.flatMap(({ actions }) => actions.map(actionWords)).join("; ");
  const past = isViolation(clock) ? overshoot : null;
  return [
    commitment,
    clause,
    party,
    owner,
    status,
    iso(start),
    iso(due),
    iso(done),
    past?.elapsedMs ?? null,
    past?.businessMs ?? null,
    follows,
    reasons.join("; "),
  ];
}
