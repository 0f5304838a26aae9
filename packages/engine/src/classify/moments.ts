import type { Expression, Policy } from "@entente/ir";
import type { Context } from "../plan/context.ts";
import { asksForStatus } from "../plan/mentions.ts";
import type { Scope, StageOutcome } from "../plan/scope.ts";
import type { LeadFacts } from "../records/facts.ts";
import type { ScoreOutcome } from "./scores.ts";

/** What has been found out about one lead at one instant. */
export interface Moment {
  readonly scores: Map<string, ScoreOutcome>;
  /** The case's name, the empty text where no case holds, `undefined` where it is unknown. */
  readonly classes: Map<string, string | undefined>;
  readonly stages: Map<string, StageOutcome>;
  readonly missing: Map<string, ReadonlySet<string>>;
}

interface Entry extends Moment {
  readonly at: number;
  readonly knownAt: number;
  readonly statuses: Context["statuses"];
  readonly statusCount: number;
}

/** Instants of one lead that are remembered before the memory starts afresh. */
const CAPACITY = 4096;

/**
 * A memory of classifications by lead and instant, so that a score used in many conditions is computed once.
 * It holds nothing beyond the life of the facts.
 */
export function createMoments(scope: Scope): (context: Context) => Moment {
  const byFacts = new WeakMap<LeadFacts, Map<string, Entry> | Entry>();
  const depends = expressionsOf(scope.policy).some((node) => asksForStatus(scope, node));
  const isFor = (entry: Entry, context: Context): boolean =>
    entry.at === context.at &&
    entry.knownAt === context.knownAt &&
    (!depends ||
      (entry.statuses === context.statuses && entry.statusCount === (context.statuses?.size ?? 0)));
  return (context) => {
    const known = byFacts.get(context.facts);
    if (known === undefined) {
      const only = newEntry(context);
      byFacts.set(context.facts, only);
      return only;
    }
    if (!(known instanceof Map)) {
      if (isFor(known, context)) return known;
      const several = new Map([[keyOf(known), known]]);
      byFacts.set(context.facts, several);
      return remember(several, context);
    }
    const entry = known.get(keyOf(context));
    return entry !== undefined && isFor(entry, context) ? entry : remember(known, context);
  };
}

const keyOf = ({ at, knownAt }: Pick<Context, "at" | "knownAt">): string => `${at}/${knownAt}`;

function remember(entries: Map<string, Entry>, context: Context): Entry {
  if (entries.size >= CAPACITY) entries.clear();
  const entry = newEntry(context);
  entries.set(keyOf(context), entry);
  return entry;
}

function newEntry(context: Context): Entry {
  return {
    at: context.at,
    knownAt: context.knownAt,
    statuses: context.statuses,
    statusCount: context.statuses?.size ?? 0,
    scores: new Map(),
    classes: new Map(),
    stages: new Map(),
    missing: new Map(),
  };
}

/** The expressions whose results are remembered. */
function expressionsOf(policy: Policy): Expression[] {
  const lines = policy.scores.flatMap((score) => score.lines);
  return [
    ...lines.flatMap(({ basis }) => (basis.kind === "when" ? [basis.condition] : [])),
    ...policy.scores.flatMap((score) => (score.resets === null ? [] : [score.resets.to])),
    ...policy.classes.flatMap((one) => one.cases.flatMap(({ when }) => when ?? [])),
    ...policy.stages.flatMap(({ when, unless, at }) => [when, unless, at].filter((node) => node !== null)),
  ];
}
