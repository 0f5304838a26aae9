import { localWords } from "../clocks/clock-words.ts";
import { isOfClause } from "../clocks/combined-status.ts";
import { clauseName } from "../coverage/clause-name.ts";
import { explainCondition } from "../explain/explain-condition.ts";
import type { ClockVerdict } from "../verdict.ts";
import type { TestedLead } from "./finding.ts";
import { reasonLines } from "./reason-lines.ts";

/**
 * Why a clock has its status and its deadline: the reasons of its verdict, the way from its start to its deadline,
 * the condition that keeps it from applying, and which of several clocks it is.
 *
 * @param asked the clause that the expectation names; null where it is about the commitment
 */
export function whyClock(tested: TestedLead, clock: ClockVerdict, asked: string | null): readonly string[] {
  return [
    ...clock.reasons,
    ...walkOf(tested, clock),
    ...whetherItApplies(tested, clock),
    ...whichOf(tested, clock, asked),
    `judged as of ${localWords(tested.engine.plan.zone, tested.verdict.at)}`,
  ];
}

function walkOf({ verdict, explain }: TestedLead, clock: ClockVerdict): readonly string[] {
  const evidence = explain().clocks[verdict.clocks.indexOf(clock)]?.evidence ?? null;
  return evidence === null ? [] : [evidence.summary];
}

function whetherItApplies({ engine, context, verdict }: TestedLead, clock: ClockVerdict): readonly string[] {
  const commitment = engine.policy.commitments.find(({ name }) => name === clock.commitment);
  const decides = clock.status === "inapplicable" || (clock.status === "unknown" && clock.due === null);
  if (!decides || commitment === undefined || commitment.appliesTo === null) return [];
  const at = clock.start ?? verdict.at;
  const terms = { ...context(), at, knownAt: at };
  return reasonLines(explainCondition(engine.plan, commitment.appliesTo, terms), "for leads where ");
}

/** Where a commitment has several clauses or clocks, an expectation is about one of them. */
function whichOf(
  { engine, verdict }: TestedLead,
  clock: ClockVerdict,
  asked: string | null,
): readonly string[] {
  const commitment = engine.policy.commitments.find(({ name }) => name === clock.commitment);
  const clause = commitment?.clauses.find(({ id }) => isOfClause(clock, id));
  if (commitment === undefined || clause === undefined) return [];
  const own = verdict.clocks.filter((one) => one.commitment === clock.commitment);
  const same = own.filter((one) => one.clause === clock.clause);
  const last =
    clock.start === null || same.length < 2
      ? ""
      : `, its last of ${same.length} clocks, which started ${localWords(engine.plan.zone, clock.start)}`;
  if ((own.length === same.length || clock.clause === asked) && last === "") return [];
  const step = clock.clause === clause.id ? "" : ` (${clock.clause.slice(clause.id.length + 1)})`;
  return [`this is ${clauseName(commitment, clause)}${step}${last}`];
}
