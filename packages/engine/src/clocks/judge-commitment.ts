import type { CommitmentPlan } from "./commitment-plan.ts";
import { cannotJudge, type Judging, judgeClock } from "./judge-clock.ts";
import { type ClockName, type Judged, unmeasured } from "./judged.ts";
import type { LeadView } from "./lead-view.ts";
import type { Opening } from "./openings.ts";
import { withTotals } from "./restart-chain.ts";
import type { Strand } from "./strand.ts";

/** The verdicts on all clocks of a commitment, by clause and by start. A clause that nothing has triggered waits. */
export function judgeCommitment(judging: Judging, plan: CommitmentPlan, view: LeadView): readonly Judged[] {
  return plan.clauses.flatMap(({ clause, strands }) =>
    strands.flatMap((strand) => judgeStrand(judging, { plan, clause, strand: strand.id }, strand, view)),
  );
}

function judgeStrand(judging: Judging, name: ClockName, strand: Strand, view: LeadView): readonly Judged[] {
  let openings: readonly Opening[];
  try {
    openings = strand.openings(view);
  } catch (error) {
    return [cannotJudge(name, error)];
  }
  if (openings.length === 0) {
    const verdict = unmeasured(name, "waiting", `waiting for ${strand.trigger}`);
    return [{ verdict, next: null, issue: null, opened: null, started: null }];
  }
  const judged = openings.map((opening) => judgeClock(judging, name, strand, view, opening));
  return strand.restarts ? withTotals(judged) : judged;
}
