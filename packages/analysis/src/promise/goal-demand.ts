import type { DateSpan, Exact, PlanMonth, TermPlan } from "@entente/engine";
import type { Goal, Policy } from "@entente/ir";
import { stageOfEvent } from "./stage-names.ts";
import type { PlannedStream } from "./streams.ts";

/** What a goal counts of a funnel's plan. */
export interface Counted {
  readonly unit: "leads" | "money";
  /** As in `3,900 MQL`. */
  readonly what: string;
  /** What a month of the plan asks for; null where the funnel says nothing of it. */
  readonly of: (stream: PlannedStream, month: PlanMonth) => Exact | null;
  /** The days in which it has to be there. */
  readonly during: (stream: PlannedStream, month: PlanMonth) => DateSpan;
}

/** How a goal's measure shows in a funnel; null where it does not. */
export function countedBy(policy: Policy, { measure }: Goal): Counted | null {
  switch (measure.kind) {
    case "reach":
      return measure.per === null ? reached(policy, measure) : null;
    case "sum":
      return measure.per === null ? revenue(policy, measure.event, measure.attribute) : null;
    default:
      return null;
  }
}

type ReachMeasure = Extract<Goal["measure"], { kind: "reach" }>;

function reached(policy: Policy, { what, stage }: ReachMeasure): Counted | null {
  const during = (stream: PlannedStream, month: PlanMonth): DateSpan =>
    stage === entryOf(stream.term) ? month.neededIn : month;
  if (what === "count")
    return { unit: "leads", what: stage, during, of: (_, month) => month.needs.get(stage) ?? null };
  // Each lead counts for its share of the quota, unless a classification says what it is worth.
  if (what === "points" || policy.classes.some(givesWorth)) return null;
  return {
    unit: "money",
    what: `worth of leads reaching ${stage}`,
    during,
    of: (_, month) => (month.needs.has(stage) ? month.quota : null),
  };
}

function givesWorth({ cases }: Policy["classes"][number]): boolean {
  return cases.some(({ worth }) => worth !== null);
}

/** A sum of money over the event that makes a customer. */
function revenue(policy: Policy, event: string, attribute: string): Counted | null {
  const stage = stageOfEvent(policy, event);
  const type = policy.events
    .find(({ name }) => name === event)
    ?.attributes.find(({ name }) => name === attribute)?.type;
  if (stage === null || type?.kind !== "money") return null;
  return {
    unit: "money",
    what: `${event}.${attribute}`,
    during: (_, month) => month,
    of: ({ term }, month) => ([...term.needs.keys()].at(-1) === stage ? month.quota : null),
  };
}

function entryOf({ needs }: TermPlan): string | undefined {
  return needs.keys().next().value;
}
