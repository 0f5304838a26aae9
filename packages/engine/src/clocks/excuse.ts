import type { Condition } from "../plan/expression-plan.ts";
import type { CommitmentPlan } from "./commitment-plan.ts";
import type { LeadView } from "./lead-view.ts";
import type { Excuse } from "./status.ts";
import { missingWords } from "./strand.ts";

/** Whether a clock is excused, with the reason, or with the fields that leave it open. */
export interface ExcuseFinding {
  readonly excuse: Excuse;
  readonly reason: string | null;
  readonly missing: readonly string[];
}

const NONE: ExcuseFinding = { excuse: "none", reason: null, missing: [] };

/**
 * Whether `unless`, `excused when` or a waiver holds at `at`, the earlier of the deadline and now, from what
 * was known by then. One that holds excuses, whatever else is unknown. A waiver holds on its dates, in the
 * agreement's zone. `words` gives the text of an excuse by its position.
 */
export function findExcuse(
  plan: CommitmentPlan,
  view: LeadView,
  at: number,
  known: number,
  words: (index: number) => string,
): ExcuseFinding {
  if (plan.excuses.length === 0 && plan.waivers.length === 0) return NONE;
  const context = view.context(at, known);
  const unknown: Condition[] = [];
  for (const [index, excuse] of plan.excuses.entries()) {
    const holds = excuse(context);
    if (holds === true) return { excuse: "excused", reason: `excused: ${words(index)}`, missing: [] };
    if (holds === undefined) unknown.push(excuse);
  }
  for (const waiver of plan.waivers) {
    if (!waiver.term.includes(at)) continue;
    const holds = waiver.for === null ? true : waiver.for(context);
    if (holds === true) return { excuse: "excused", reason: waivedWords(waiver.because), missing: [] };
    if (holds === undefined && waiver.for !== null) unknown.push(waiver.for);
  }
  if (unknown.length === 0) return NONE;
  const missing = new Set<string>();
  for (const condition of unknown) condition(view.context(at, known, missing));
  const reason = `whether it is excused is unknown: ${missingWords(missing, "whether it is excused")}`;
  return { excuse: "unknown", reason, missing: [...missing] };
}

function waivedWords(because: string | null): string {
  return because === null ? "waived on these dates" : `waived: ${because}`;
}
