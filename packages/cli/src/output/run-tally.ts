import type { Verdict } from "@entente/engine";

/** Counts over the verdicts of a run. Its size depends on the contract, not on the number of leads. */
export class RunTally {
  leads = 0;
  /** Leads whose record is invalid. */
  invalid = 0;
  violations = 0;
  readonly stages = new Map<string, number>();
  readonly statuses = new Map<string, number>();
  readonly violationsByParty = new Map<string, number>();

  add(verdict: Verdict): void {
    this.leads++;
    if (!verdict.judged) {
      this.invalid++;
      return;
    }
    count(this.stages, verdict.stage ?? "(none)");
    for (const { status } of verdict.clocks) count(this.statuses, status);
    for (const { party } of verdict.violations) count(this.violationsByParty, party);
    this.violations += verdict.violations.length;
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
