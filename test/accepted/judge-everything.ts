import { createRequire } from "node:module";
import {
  createEngine,
  createTally,
  type Engine,
  jsonLogicData,
  type LeadFacts,
  NotPortable,
  runContractTests,
  toJsonLogic,
  type Verdict,
} from "@entente/engine";
import { type Expression, invariant, type Policy, readPolicy } from "@entente/ir";
import { PEOPLE, randomRecord } from "./random-record.ts";

interface JsonLogic {
  apply(rule: unknown, data: unknown): unknown;
}
/** The peer is a dependency of the engine's tests alone. */
const jsonLogic = createRequire(new URL("../../packages/engine/package.json", import.meta.url))(
  "json-logic-js",
) as JsonLogic;

/** What a policy and its engine were asked. */
export interface Asked {
  readonly verdicts: readonly Verdict[];
  readonly rules: number;
}

/**
 * Asks an engine all that it can say of random leads: verdicts, reasons, limits over all of them, conditions as JSON Logic. The
 * policy goes through JSON first, as that of a service does.
 *
 * @throws Error whatever the engine throws, or where a verdict contradicts itself
 */
export function judgeEverything(compiled: Policy, seed: number, leads: number): Asked {
  const policy = readPolicy(JSON.parse(JSON.stringify(compiled)));
  const engine = createEngine(policy, { people: PEOPLE });
  const tally = createTally(engine.plan);
  const verdicts: Verdict[] = [];
  let rules = 0;
  for (let index = 0; index < leads; index += 1) {
    const record = randomRecord(seed * 1000 + index);
    const at = Date.UTC(2026, index % 6, 1 + (index % 27), index % 24);
    const { verdict, ...reasons } = engine.explain(record, { at });
    expectSame(engine.evaluate(record, { at }), verdict);
    expectSound(verdict);
    invariant(
      !verdict.judged || reasons.clocks.length === verdict.clocks.length,
      "a clock has no explanation",
    );
    verdicts.push(verdict);
    const reading = engine.reader.readObject(record);
    if (!reading.ok) continue;
    tally.add(reading.facts, at);
    rules += expectAgreement(engine, reading.facts, at);
  }
  for (const { count, violations } of tally.finish(Date.UTC(2026, 6, 1)))
    invariant(count >= 0 && violations.every((one) => one.lead !== ""), "a limit counts what is not there");
  runContractTests(engine);
  return { verdicts, rules };
}

function expectSame(left: unknown, right: unknown): void {
  invariant(JSON.stringify(left) === JSON.stringify(right), "`evaluate` and `explain` disagree");
}

function expectSound(verdict: Verdict): void {
  JSON.parse(JSON.stringify(verdict));
  const { at, next, clocks, stages, stage, judged, issues } = verdict;
  invariant(judged || issues.length > 0, "a record was not judged and nobody says why");
  invariant(next === null || (Number.isSafeInteger(next) && next > at), `next is ${next} at ${at}`);
  invariant(stage === null || judged, "an invalid record is at a stage");
  invariant(
    stages.every((one) => one.at <= at),
    "a stage was reached after the instant",
  );
  for (const { status, start, due, done, overshoot, reasons, missing, remainingMs } of clocks) {
    const violates = status === "late" || status === "breached";
    invariant(violates === (overshoot !== null), `${status} with overshoot ${JSON.stringify(overshoot)}`);
    invariant(!violates || reasons.length > 0, `${status} without a reason`);
    invariant(
      status !== "late" || (done !== null && due !== null && done > due),
      "late, but not done after due",
    );
    invariant(status !== "unknown" || missing.length + reasons.length > 0, "unknown, and nobody says why");
    invariant(
      [start, due, done].every((one) => one === null || Number.isSafeInteger(one)),
      "no whole instant",
    );
    invariant(remainingMs === null || Number.isFinite(remainingMs), `${remainingMs} are left`);
  }
}

/** Compares the conditions of a policy with their JSON Logic; gives how many could be compared. */
function expectAgreement({ policy, plan }: Engine, lead: LeadFacts, at: number): number {
  const data: unknown = JSON.parse(JSON.stringify(jsonLogicData(plan, lead, at)));
  const context = { facts: lead, at, knownAt: at, occurrence: null, statuses: null, missing: null };
  let compared = 0;
  for (const [name, node] of conditionsOf(policy)) {
    const rule = ruleOf(policy, node);
    if (rule === null) continue;
    const truth = plan.condition(node)(context) === true;
    invariant(Boolean(jsonLogic.apply(rule, data)) === truth, `${name} is ${truth}, but not in JSON Logic`);
    compared += 1;
  }
  return compared;
}

function conditionsOf({ defines, stages }: Policy): readonly (readonly [string, Expression])[] {
  return [
    ...defines
      .filter(({ name }) => name.startsWith("condition"))
      .map(({ name, value }) => [name, value] as const),
    ...stages.flatMap(({ name, when }) => (when === null ? [] : [[name, when] as const])),
  ];
}

function ruleOf(policy: Policy, node: Expression): unknown {
  try {
    return toJsonLogic(policy, node);
  } catch (error) {
    if (error instanceof NotPortable) return null;
    throw error;
  }
}
