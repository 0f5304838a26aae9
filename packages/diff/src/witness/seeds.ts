import { decide, FALSE, type Model, TRUE, UNKNOWN, type Witness } from "@entente/analysis";
import type { Commitment, Duty, EventMatch, Expression, Policy, Trigger } from "@entente/ir";
import { referencesOf } from "../elements/references.ts";
import { ask, type ConditionPair } from "../joint/ask.ts";
import type { Both } from "../strictness/both.ts";
import { conditionPairs, outcomePairs } from "./condition-pairs.ts";
import type { Relevance } from "./relevance.ts";
import type { Scenario } from "./scenario.ts";

/** Steps that a lead to start from may cost. */
const STEPS = 2000;

/**
 * Leads from which a search starts, each found when it is asked for: those for which a changed condition turns out
 * otherwise, then those that a promise is for.
 */
export function* seedsFor(both: Both, relevance: Relevance): Generator<Scenario> {
  const seen = new Set<string>();
  for (const { lead, events, at } of witnessesFor(both, relevance)) {
    const key = JSON.stringify([lead, events]);
    if (seen.has(key)) continue;
    seen.add(key);
    yield { lead, events, at };
  }
}

function* witnessesFor(both: Both, relevance: Relevance): Generator<Witness> {
  const { before, after } = relevance;
  for (const pair of [...conditionPairs(before, after).pairs, ...outcomes(both, relevance)]) {
    for (const truth of [TRUE, FALSE, UNKNOWN])
      yield* found(ask(both.joint, pair, truth, (TRUE | FALSE | UNKNOWN) & ~truth));
  }
  for (const model of [both.baseModel, both.headModel]) {
    yield* leadsOfCases(model, relevance);
    yield* leadsOfStage(model, relevance);
    yield* leadsMeant(model, relevance);
  }
}

/** Conditions in which a change may show beside those that it changes. */
function outcomes({ base, head }: Both, relevance: Relevance): readonly ConditionPair[] {
  switch (relevance.kind) {
    case "score":
    case "classify":
    case "stage":
      return outcomePairs(relevance.kind, relevance.name, base.policy, head.policy);
    case "verdict":
      return relevance.of === "define" ? outcomesOfDefine(base.policy, head.policy, relevance.name) : [];
    case "clocks":
      return [];
  }
}

const MOST_OUTCOMES = 8;

/** The stages, classes and commitments that ask for a define, then the define itself. */
function outcomesOfDefine(base: Policy, head: Policy, name: string): readonly ConditionPair[] {
  const asks = (part: unknown): boolean => referencesOf(base, part).has(`define ${name}`);
  const scopes = base.commitments.filter(asks).flatMap((one) => {
    const other = head.commitments.find((each) => each.name === one.name);
    return other === undefined ? [] : scopePairs(one, other);
  });
  const pairs = [
    ...base.stages.filter(asks).flatMap((one) => outcomePairs("stage", one.name, base, head)),
    ...base.classes.filter(asks).flatMap((one) => outcomePairs("classify", one.name, base, head)),
    ...scopes,
  ];
  return [...pairs.slice(0, MOST_OUTCOMES), ...outcomePairs("define", name, base, head)];
}

function scopePairs(one: Commitment, other: Commitment): readonly ConditionPair[] {
  if (one.appliesTo === null || other.appliesTo === null) return [];
  return [{ base: one.appliesTo, head: other.appliesTo, event: null }];
}

function found(decision: ReturnType<typeof ask>): readonly Witness[] {
  return decision.kind === "found" ? [decision.witness] : [];
}

/** Of a classification a lead in each case, at a first stage: only there it is worth something. */
function leadsOfCases(model: Model, relevance: Relevance): readonly Witness[] {
  if (relevance.kind !== "classify") return [];
  const { policy } = model;
  const entries = policy.stages.filter(({ after }) => after.length === 0);
  const reached = entries.map(({ name, span }): Expression => ({ kind: "stageReached", stage: name, span }));
  return outcomePairs("classify", relevance.name, policy, policy).flatMap(({ base }) =>
    (reached.length === 0 ? [base] : reached).flatMap((stage) =>
      found(
        decide(
          model,
          { wanted: [base, stage].map((condition) => ({ condition, truths: TRUE })), event: null },
          STEPS,
        ),
      ),
    ),
  );
}

/** Of a stage that only one version has, a lead that reaches it. */
function leadsOfStage(model: Model, relevance: Relevance): readonly Witness[] {
  if (relevance.kind !== "stage") return [];
  const stage = model.policy.stages.find(({ name }) => name === relevance.name);
  if (stage === undefined) return [];
  const condition: Expression = { kind: "stageReached", stage: stage.name, span: stage.span };
  return found(decide(model, { wanted: [{ condition, truths: TRUE }], event: null }, STEPS));
}

/** A lead that nothing is asked of, and for a commitment leads for which it is, with what starts its clocks. */
function leadsMeant(model: Model, relevance: Relevance): readonly Witness[] {
  const any = found(decide(model, { wanted: [], event: null }, STEPS));
  const commitments = model.policy.commitments.filter(
    ({ name }) =>
      relevance.kind === "verdict" || (relevance.kind === "clocks" && relevance.commitment === name),
  );
  return [...commitments.flatMap((one) => leadsOf(model, one)), ...any];
}

function leadsOf(model: Model, { appliesTo, clauses }: Commitment): readonly Witness[] {
  const scope = appliesTo === null ? [] : [{ condition: appliesTo, truths: TRUE }];
  const starts = clauses.flatMap(({ duty }) => startsOf(duty));
  const wanted = starts.length === 0 ? [noStart] : starts;
  return wanted.flatMap(({ condition, event }) =>
    found(
      decide(
        model,
        { wanted: [...scope, ...(condition === null ? [] : [{ condition, truths: TRUE }])], event },
        STEPS,
      ),
    ),
  );
}

interface Start {
  readonly condition: Expression | null;
  readonly event: string | null;
}

const noStart: Start = { condition: null, event: null };

function startsOf(duty: Duty): readonly Start[] {
  if (duty.kind === "limit" || duty.kind === "recur") return [noStart];
  return startsOfTrigger(duty.kind === "share" ? duty.of : duty.trigger);
}

function startsOfTrigger(trigger: Trigger): readonly Start[] {
  switch (trigger.kind) {
    case "event":
      return trigger.events.map(({ event, where }: EventMatch) => ({ condition: where, event }));
    case "stage":
      return [{ condition: { kind: "stageReached", stage: trigger.stage, span: trigger.span }, event: null }];
    case "field": {
      const subject: Expression = { kind: "field", name: trigger.field, span: trigger.span };
      return [{ condition: { kind: "present", subject, span: trigger.span }, event: null }];
    }
  }
}

/** The commitments that a change is about: the one that is named, or those that refer to what has changed. */
export function commitmentsOf({ commitments }: Policy, relevance: Relevance): readonly Commitment[] {
  return relevance.kind === "clocks"
    ? commitments.filter(({ name }) => name === relevance.commitment)
    : commitments;
}
