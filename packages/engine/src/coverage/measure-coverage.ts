import type { ContractTest, Policy } from "@entente/ir";
import { statusesOf } from "../clocks/combined-status.ts";
import { judgeLead, planClocks } from "../clocks/judge-lead.ts";
import { referencesOf } from "../clocks/references.ts";
import { asOfTest, leadOfTest, peopleOfTest } from "../contract-tests/test-lead.ts";
import { sourceText } from "../explain/source-text.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import { clauseName } from "./clause-name.ts";
import { type BeyondTests, type Coverage, coverageOf } from "./coverage.ts";
import { viewOf } from "./lead-view.ts";
import { CoverageLedger } from "./ledger.ts";
import { listClass, listDefines, listScore, listStage } from "./list-classification.ts";
import { isOverManyLeads, listCalendars, listCommitment, listLadder } from "./list-commitments.ts";
import type { Listing } from "./listing.ts";
import { observeClass, observeScore, observeStage, observeStages } from "./observe-classification.ts";
import { observeCommitment } from "./observe-commitment.ts";
import { observeExpectation } from "./observe-expectation.ts";
import { listFunnel } from "./observe-funnel.ts";
import { Boundaries, firstLook, type Recording } from "./recording.ts";

/**
 * Measures what tests exercise: what the outcome of at least one of their `expect` lines depends on. What a test
 * merely passes by counts for nothing. The leads are judged anew, so that measuring costs judging nothing.
 *
 * @param tests some of the policy's, or all
 */
export function measureCoverage(plan: ExpressionPlan, tests: readonly ContractTest[]): Coverage {
  const { policy } = plan;
  const listing: Listing = { plan, ledger: new CoverageLedger(), boundaries: new Boundaries(plan) };
  listPolicy(listing);
  const unpeopled = planClocks(plan, []);
  for (const test of tests) {
    const people = peopleOfTest(policy, test);
    observeTest(listing, people.length === 0 ? unpeopled : planClocks(plan, people), test);
  }
  return coverageOf(listing.ledger.items(policy), beyondTests(policy));
}

function listPolicy(listing: Listing): void {
  const { policy } = listing.plan;
  listDefines(listing);
  for (const score of policy.scores) listScore(listing, score);
  for (const one of policy.classes) listClass(listing, one);
  for (const stage of policy.stages) listStage(listing, stage);
  for (const commitment of policy.commitments) listCommitment(listing, commitment);
  for (const ladder of policy.ladders) listLadder(listing, ladder);
  for (const funnel of policy.funnels) listFunnel(listing, funnel);
  listCalendars(listing);
}

function observeTest(listing: Listing, clocks: Recording["clocks"], test: ContractTest): void {
  const { policy } = listing.plan;
  const at = asOfTest(policy, test);
  const given = leadOfTest(policy, test, at);
  const judged = judgeLead(clocks, given, at);
  const { defines, scores, classes, stages, commitments } = policy;
  const asksStatuses =
    referencesOf(policy, { defines, scores, classes, stages, commitments }).commitments.size > 0;
  const statuses = asksStatuses ? statusesOf(judged.clocks.map(({ verdict }) => verdict)) : null;
  const recording: Recording = {
    ...listing,
    names: { score: observeScore, class: observeClass, stage: observeStage, stages: observeStages },
    clocks,
    judged,
    context: { facts: judged.facts, at, knownAt: at, occurrence: null, statuses, missing: null },
    asked: new Set(),
    first: firstLook(),
  };
  const view = viewOf(recording, given);
  for (const expectation of test.expectations) observeExpectation(recording, view, expectation);
  // Grows while it is walked: a commitment may ask for the status of another.
  for (const name of recording.asked) observeCommitment(recording, view, name, null);
}

/** The promises over many leads, and the goals: a test has one lead. */
function beyondTests(policy: Policy): readonly BeyondTests[] {
  const clauses = policy.commitments.flatMap((commitment) =>
    commitment.clauses
      .filter(isOverManyLeads)
      .map((clause) => ({ of: clauseName(commitment, clause), span: clause.span })),
  );
  const goals = policy.goals.map(({ name, span }) => ({ of: `goal ${name}`, span }));
  return [...clauses, ...goals].map((one) => ({ ...one, text: sourceText(policy, one.span) }));
}
