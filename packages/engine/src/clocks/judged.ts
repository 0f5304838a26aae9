import type { ClockStatus } from "@entente/ir";
import type { ClockVerdict } from "../verdict.ts";
import type { CommitmentPlan } from "./commitment-plan.ts";
import type { ClockRun } from "./run-clock.ts";
import type { Strand } from "./strand.ts";

/** A clock's verdict, and the earliest later instant at which it can change without new data. */
export interface Judged {
  readonly verdict: ClockVerdict;
  readonly next: number | null;
  /** Why the clock could not be judged, where that is so. */
  readonly issue: string | null;
  /** The instant of the trigger, also where no clock came of it; null where there was none. */
  readonly opened: number | null;
  /** The clock itself, where it started and could be judged. */
  readonly started: StartedClock | null;
}

/** A clock that ran, with what it is a clock of. */
export interface StartedClock {
  readonly name: ClockName;
  readonly strand: Strand;
  readonly run: ClockRun;
}

/** Names the clock that a verdict is about. */
export interface ClockName {
  readonly plan: CommitmentPlan;
  readonly clause: CommitmentPlan["clauses"][number]["clause"];
  readonly strand: string;
}

/** A verdict on a clock that gave nothing to measure: it waits, does not apply, or cannot be judged. */
export function unmeasured(
  name: ClockName,
  status: ClockStatus,
  reason: string,
  parts: Partial<Pick<ClockVerdict, "owner" | "start" | "missing">> = {},
): ClockVerdict {
  return {
    commitment: name.plan.commitment.name,
    clause: name.strand,
    party: name.clause.party,
    owner: null,
    status,
    start: null,
    due: null,
    done: null,
    stop: null,
    elapsedMs: null,
    businessMs: null,
    remainingMs: null,
    usedPercent: null,
    overshoot: null,
    total: null,
    steps: [],
    missing: [],
    reasons: [reason],
    span: name.clause.span,
    ...parts,
  };
}
