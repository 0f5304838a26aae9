import type { Policy, Trigger } from "@entente/ir";
import { eventWords } from "../clocks/event-words.ts";
import type { StartedClock } from "../clocks/judged.ts";
import { recordedAt } from "../clocks/match-events.ts";
import { type ClockRun, endOf } from "../clocks/run-clock.ts";
import { sourceText } from "../explain/source-text.ts";
import type { Occurrence } from "../records/facts.ts";

/** An event of the lead that decided something, and when it was written down. Epoch milliseconds. */
export interface EventTrace {
  readonly event: string;
  readonly at: number;
  readonly recorded: number;
}

/** What started a clock. */
export interface StartCause {
  readonly kind: "event" | "stage" | "field" | "condition";
  /** The events, the stage or the field as the contract names them; the condition in its words. */
  readonly name: string;
  readonly at: number;
  /** From when on the start was known; null for a field, which has no history. */
  readonly recorded: number | null;
  /** The events that started the clock, or that happened when the stage was reached. */
  readonly events: readonly EventTrace[];
}

/**
 * What ended a clock: it was done, an `until` event came, a new trigger ended it (`restart`) or took its place
 * (`replaced`, for `of last`), or the condition that kept it going no longer holds (`lapsed`).
 */
export interface EndCause {
  readonly kind: "done" | "until" | "restart" | "replaced" | "lapsed";
  /** The instant from which it counts: for late logging that of the recording. */
  readonly at: number;
  readonly events: readonly EventTrace[];
}

export function traceOf(one: Occurrence): EventTrace {
  return { event: one.event, at: one.at, recorded: recordedAt(one) };
}

export function startCause(policy: Policy, { name, run }: StartedClock): StartCause {
  const { start: at, known, triggers } = run.query.opening;
  const { duty } = name.clause;
  const happened = triggers.length > 0 ? triggers : eventsAt(run, at);
  const events = happened.map(traceOf);
  if (duty.kind === "recur") {
    if (triggers.length > 0)
      return { kind: "event", name: eventWords(duty.events), at, recorded: known, events };
    const words = duty.while === null ? "" : sourceText(policy, duty.while.span);
    const noticed = noticedAt(run, at).map(traceOf);
    return { kind: "condition", name: words || "the condition holds", at, recorded: known, events: noticed };
  }
  const trigger = "trigger" in duty ? duty.trigger : null;
  if (trigger?.kind === "field")
    return { kind: "field", name: trigger.field, at, recorded: null, events: [] };
  if (trigger?.kind === "stage") return { kind: "stage", name: trigger.stage, at, recorded: known, events };
  return { kind: "event", name: triggerNames(trigger, triggers), at, recorded: known, events };
}

function triggerNames(trigger: Trigger | null, triggers: readonly Occurrence[]): string {
  const names = new Set(triggers.map(({ event }) => event));
  if (names.size > 0) return [...names].join(" and ");
  return trigger?.kind === "event" ? eventWords(trigger.events) : "";
}

/** Null while the clock is open, and where nothing ended it. */
export function endCause({ name, strand, run }: StartedClock): EndCause | null {
  const at = endOf(run, strand.restarts);
  if (at === null) return null;
  const { answer, until } = run;
  if (answer.done === at) return { kind: "done", at, events: answer.events.map(traceOf) };
  if (until?.at === at) return { kind: "until", at, events: [traceOf(until.event)] };
  if (name.clause.duty.kind === "recur")
    return { kind: "lapsed", at, events: noticedAt(run, at).map(traceOf) };
  const events = (run.query.opening.superseded?.triggers ?? []).map(traceOf);
  return { kind: strand.restarts ? "restart" : "replaced", at, events };
}

function eventsAt(run: ClockRun, at: number): readonly Occurrence[] {
  const { facts, now } = run.query.view;
  return facts.events.filter((one) => one.at === at && recordedAt(one) <= now);
}

/** What happened, or was written down, at an instant: a condition is looked at then. */
function noticedAt(run: ClockRun, at: number): readonly Occurrence[] {
  return run.query.view.facts.events.filter((one) => one.at === at || recordedAt(one) === at);
}
