import { assertNever, type Trigger } from "@entente/ir";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import type { LeadFacts, Occurrence } from "../records/facts.ts";
import type { LeadView } from "./lead-view.ts";
import { compileMatcher, recordedAt } from "./match-events.ts";
import { CannotJudgeError } from "./reckoning.ts";
import type { Term } from "./term.ts";

/** The instant at which a trigger starts a clock. */
export interface Opening {
  readonly start: number;
  /** When the trigger was known: what was recorded until then decides on the clock's terms. */
  readonly known: number;
  /** The events that are the trigger: they never count as the answer to it. */
  readonly triggers: readonly Occurrence[];
  /** The next trigger, where it ends (`restarts`) or discharges (`of last`) this clock. */
  readonly superseded: Successor | null;
}

/** A trigger that took a clock's place, or the end of what kept it going, with the events that are it. */
export interface Successor {
  readonly at: number;
  readonly known: number;
  readonly triggers: readonly Occurrence[];
}

export type FindOpenings = (view: LeadView) => readonly Opening[];

/**
 * Compiles a trigger to the clocks that it starts, in order of time (language.md, section 8). Triggers of one
 * instant start one clock; a trigger outside the agreement's term starts none.
 */
export function compileTrigger(
  plan: ExpressionPlan,
  trigger: Trigger,
  term: Term,
  restarts: boolean,
): FindOpenings {
  switch (trigger.kind) {
    case "event": {
      const matcher = compileMatcher(plan, trigger.events);
      const supersedes = restarts || trigger.which === "last";
      return ({ facts, now }) => {
        const matching = facts.events.filter((one) => recordedAt(one) <= now && matcher(one, facts));
        const groups = byInstant(matching).slice(0, trigger.which === "first" ? 1 : undefined);
        const within = groups.filter((group) => term.includes(group.start));
        return chain(within, supersedes);
      };
    }
    case "stage":
      return (view) => single(view, view.stages().find((one) => one.stage === trigger.stage)?.at, term);
    case "field":
      return (view) => single(view, instantOf(view.facts, trigger.field), term);
    default:
      return assertNever(trigger);
  }
}

/** From when on a clock is superseded; a trigger written down after the deadline counts from then. */
export function supersededAt({ superseded }: Opening, due: number): number | null {
  if (superseded === null) return null;
  return superseded.known <= due ? superseded.at : superseded.known;
}

type Group = Omit<Opening, "superseded">;

function byInstant(occurrences: readonly Occurrence[]): Group[] {
  const groups = new Map<number, { start: number; known: number; triggers: Occurrence[] }>();
  for (const one of occurrences) {
    const group = groups.get(one.at);
    if (group === undefined) groups.set(one.at, { start: one.at, known: recordedAt(one), triggers: [one] });
    else {
      group.triggers.push(one);
      group.known = Math.min(group.known, recordedAt(one));
    }
  }
  return [...groups.values()];
}

function chain(groups: readonly Group[], supersedes: boolean): Opening[] {
  return groups.map((group, index) => {
    const next = supersedes ? groups[index + 1] : undefined;
    if (next === undefined) return { ...group, superseded: null };
    return { ...group, superseded: { at: next.start, known: next.known, triggers: next.triggers } };
  });
}

function single({ facts, now }: LeadView, at: number | undefined, term: Term): readonly Opening[] {
  if (at === undefined || at > now || !term.includes(at)) return [];
  const recorded = facts.events.filter((one) => one.at === at).map(recordedAt);
  const known = Math.max(at, ...recorded.filter((instant) => instant <= now));
  return [{ start: at, known, triggers: [], superseded: null }];
}

/** A date-only value is never read as its midnight. */
function instantOf(facts: LeadFacts, field: string): number | undefined {
  const value = facts.values.get(field);
  if (typeof value === "string")
    throw new CannotJudgeError(`${field} is a date, which does not say when in the day the clock starts`);
  return typeof value === "number" ? value : undefined;
}
