import type { Milepost } from "@entente/ir";
import { stageReachedAt } from "../classify/classify-lead.ts";
import { statusesOf } from "../clocks/combined-status.ts";
import { type ClockPlan, judgeLead } from "../clocks/judge-lead.ts";
import { recordedAt } from "../clocks/match-events.ts";
import type { Context } from "../plan/context.ts";
import type { LeadFacts, Occurrence } from "../records/facts.ts";
import type { ClockVerdict } from "../verdict.ts";

/** One lead as it is known at the as-of instant, for counting. Instants are epoch milliseconds. */
export interface LeadLook {
  readonly facts: LeadFacts;
  readonly now: number;
  /** What a condition sees at an instant: what had happened by then, from what is known by now. */
  context(at: number): Context;
  /** When the lead first came to a stage, or first had an event. */
  first(milepost: Milepost): Passing | null;
  /** The first time at or after `from`; an occurrence never follows itself. */
  firstFrom(milepost: Milepost, from: Passing): Passing | null;
  occurrences(event: string): readonly Occurrence[];
  /** The promises to the lead. */
  promises(): readonly JudgedPromise[];
}

/** What a share needs to know of a promise that was judged. `due` is epoch milliseconds. */
export type JudgedPromise = Pick<ClockVerdict, "commitment" | "clause" | "due" | "status">;

/** When a lead passed a milepost, and the event that it was; null for a stage. */
export interface Passing {
  readonly at: number;
  readonly occurrence: Occurrence | null;
}

/** What looking at a lead takes beside its facts. */
export interface LookOptions {
  readonly clocks: ClockPlan;
  /** Whether events or stages follow from verdicts, so that the clocks are judged before anything is counted. */
  readonly judgesFirst: boolean;
  /** Whether conditions of goals ask for the status of a clock at the instant that counts. */
  readonly asksStatuses: boolean;
}

export function lookAt(
  { clocks, judgesFirst, asksStatuses }: LookOptions,
  given: LeadFacts,
  now: number,
): LeadLook {
  let judged: ReturnType<typeof judgeLead> | null = null;
  const judge = () => {
    judged ??= judgeLead(clocks, given, now);
    return judged;
  };
  const facts = judgesFirst ? judge().facts : given;
  const verdicts = (): readonly ClockVerdict[] => judge().clocks.map(({ verdict }) => verdict);
  const present = judgesFirst ? statusesOf(verdicts()) : null;
  const statusesAt = (at: number): Context["statuses"] =>
    asksStatuses && at < now
      ? statusesOf(judgeLead(clocks, given, at).clocks.map(({ verdict }) => verdict))
      : asksStatuses
        ? statusesOf(verdicts())
        : present;
  const context = (at: number): Context => contextOf(facts, at, now, statusesAt(at));
  const current = contextOf(facts, now, now, present);
  const occurrences = (event: string): readonly Occurrence[] =>
    facts.events.filter((one) => one.event === event && recordedAt(one) <= now);
  const stage = (name: string): Passing | null => {
    const at = stageReachedAt(clocks.plan, name, current);
    return at === null || !Number.isFinite(at) || at > now ? null : { at, occurrence: null };
  };
  return {
    facts,
    now,
    context,
    occurrences,
    promises: verdicts,
    first: ({ kind, name }) => (kind === "stage" ? stage(name) : passing(occurrences(name)[0])),
    firstFrom: ({ kind, name }, from) => {
      if (kind === "event") {
        return passing(occurrences(name).find((one) => one.at >= from.at && one !== from.occurrence));
      }
      const reached = stage(name);
      return reached === null || reached.at < from.at ? null : reached;
    },
  };
}

/** All leads together in the place of one: nothing but the promises about them is known. */
export function lookAtPromises(promises: readonly JudgedPromise[], now: number): LeadLook {
  const facts: LeadFacts = { id: "", values: new Map(), events: [] };
  return {
    facts,
    now,
    context: (at) => contextOf(facts, at, now, null),
    first: () => null,
    firstFrom: () => null,
    occurrences: () => [],
    promises: () => promises,
  };
}

function contextOf(facts: LeadFacts, at: number, now: number, statuses: Context["statuses"]): Context {
  return { facts, at, knownAt: now, occurrence: null, statuses, missing: null };
}

function passing(occurrence: Occurrence | undefined): Passing | null {
  return occurrence === undefined ? null : { at: occurrence.at, occurrence };
}
