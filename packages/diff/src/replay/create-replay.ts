import { createAttainment, createTally, type Engine, type LeadReading, type Verdict } from "@entente/engine";
import { funnelChanges } from "./funnel-changes.ts";
import { goalChanges } from "./goal-changes.ts";
import { MoveCount } from "./move-count.ts";
import type { ChangedLead, Replay } from "./replay.ts";
import { clauseName, pairViolations, type ViolationPairs, ViolationTable } from "./violation-count.ts";
import { WorthCount } from "./worth-count.ts";

export interface ReplayOptions {
  /** The as-of instant, epoch milliseconds. */
  readonly at: number;
  /** How many changed leads are kept as examples. */
  readonly examples?: number;
}

/** Judges leads by two versions side by side. What is kept grows with what changes, never with the number of leads. */
export interface ReplayTally {
  /** Takes in one record, as each of the two versions reads it. */
  add(before: LeadReading, after: LeadReading): void;
  finish(): Replay;
}

const TEN = 10;

/**
 * Replays history under two versions of a contract.
 *
 * @throws RangeError where `at` is not a whole number of milliseconds
 */
export function createReplay(before: Engine, after: Engine, options: ReplayOptions): ReplayTally {
  const { at, examples = TEN } = options;
  const leads = { compared: 0, readableBeforeOnly: 0, readableAfterOnly: 0, unreadable: 0, changed: 0 };
  const sides = [sideOf(before, at), sideOf(after, at)] as const;
  const stages = new MoveCount();
  const classes = new Map(classNames(before, after).map((name) => [name, new MoveCount()]));
  const worth = new WorthCount();
  const violations = violationCount();
  const changed: ChangedLead[] = [];

  const compare = (was: Verdict, is: Verdict): void => {
    leads.compared += 1;
    const moved = stages.add(was.stage, is.stage);
    const cases = [...classes].flatMap(([classify, count]) => {
      const [one, other] = [was.classes[classify] ?? null, is.classes[classify] ?? null];
      return count.add(one, other) ? [{ classify, before: one, after: other }] : [];
    });
    const revalued = worth.add(was.worth, is.worth);
    const pairs = pairViolations(was.violations, is.violations);
    violations.add(pairs);
    const differs = moved || revalued || cases.length + pairs.appeared.length + pairs.vanished.length > 0;
    if (!differs) return;
    leads.changed += 1;
    if (changed.length >= examples) return;
    changed.push({
      lead: is.lead,
      stage: moved ? { before: was.stage, after: is.stage } : null,
      classes: cases,
      worth: revalued ? { before: was.worth, after: is.worth } : null,
      appeared: pairs.appeared.map(clauseName),
      vanished: pairs.vanished.map(clauseName),
    });
  };
  return {
    add(one, other) {
      sides[0].add(one);
      sides[1].add(other);
      if (one.ok && other.ok) compare(before.evaluate(one, { at }), after.evaluate(other, { at }));
      else if (one.ok) leads.readableBeforeOnly += 1;
      else if (other.ok) leads.readableAfterOnly += 1;
      else leads.unreadable += 1;
    },
    finish: () => ({
      at,
      leads: { ...leads },
      stages: stages.finish(),
      classes: [...classes].map(([classify, count]) => ({ classify, ...count.finish() })),
      worth: worth.finish(),
      violations: {
        ...violations.finish(),
        limits: { before: sides[0].missedPeriods(), after: sides[1].missedPeriods() },
      },
      goals: goalChanges(sides[0].attainment(), sides[1].attainment()),
      funnels: funnelChanges(before.policy, after.policy),
      examples: changed,
    }),
  };
}

/** What one version promises over many leads. */
function sideOf(engine: Engine, at: number) {
  const goals = createAttainment(engine, { at });
  const limits = createTally(engine.plan);
  return {
    add(reading: LeadReading): void {
      goals.add(reading);
      if (reading.ok) limits.add(reading.facts, at);
    },
    attainment: () => goals.finish(),
    missedPeriods: () => limits.finish(at).filter(({ status }) => status === "breached").length,
  };
}

function violationCount() {
  const totals = { before: 0, after: 0, appeared: 0, vanished: 0 };
  const byParty = new ViolationTable(({ party }) => party);
  const byClause = new ViolationTable(clauseName);
  const byOwner = new ViolationTable(({ owner }) => owner);
  return {
    add(pairs: ViolationPairs): void {
      const [kept, appeared, vanished] = [pairs.kept.length, pairs.appeared.length, pairs.vanished.length];
      if (kept + appeared + vanished === 0) return;
      totals.before += kept + vanished;
      totals.after += kept + appeared;
      totals.appeared += appeared;
      totals.vanished += vanished;
      for (const table of [byParty, byClause, byOwner]) table.add(pairs);
    },
    finish: () => ({
      ...totals,
      byParty: byParty.changed(),
      byClause: byClause.changed(),
      byOwner: byOwner.changed(),
    }),
  };
}

function classNames(before: Engine, after: Engine): string[] {
  return [...new Set([...after.policy.classes, ...before.policy.classes].map(({ name }) => name))];
}
