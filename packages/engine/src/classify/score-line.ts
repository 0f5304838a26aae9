import {
  addDuration,
  assertNever,
  type Duration,
  type EventMatch,
  type ScoreLine,
  type Zone,
} from "@entente/ir";
import { endsOf } from "../plan/compare-cells.ts";
import { matches } from "../plan/compile-events.ts";
import type { Context, Truth } from "../plan/context.ts";
import { type Exact, greatest, least, multiply, negative } from "../plan/exact.ts";
import { eventsIn, looksAtEvents } from "../plan/mentions.ts";
import type { Scope, Term } from "../plan/scope.ts";
import type { Occurrence } from "../records/facts.ts";

/** What a line contributes. The ends differ where a missing field leaves it open. */
export interface Points {
  readonly minimum: Exact;
  readonly maximum: Exact;
  /** The last event that certainly, and the last that possibly, added to the line; epoch milliseconds. */
  readonly certain: number | null;
  readonly possible: number | null;
}

/**
 * Computes a line's points at the context's instant from events that are still in force: `since` is the last
 * reset (null without one), before which nothing counts.
 */
export type LinePoints = (context: Context, since: number | null) => Points;

const none: Points = { minimum: 0, maximum: 0, certain: null, possible: null };

/**
 * Compiles one line of a score.
 *
 * - `when` adds its points if the condition holds, judged without the events that have expired or lie before
 *   the reset. With `once per PERIOD` it adds them for each event that the condition looks at and at whose
 *   instant it holds, at most one per rolling period.
 * - `per FIELD` adds the points for each unit of the field. A missing field leaves anything open from the
 *   least to the greatest value that its type allows, at least nothing where the type does not say.
 * - `per EVENT` adds them for each matching event, with `once per PERIOD` at most one per rolling period,
 *   which begins with an event that counted.
 *
 * `up to` bounds the points, in the direction of their sign. An event has expired once more than the duration has
 * passed since. After a reset a line that looks at no events adds nothing: the reset's value stands for it.
 *
 * @param expiresAfter the score's own, for lines without one
 */
export function compileScoreLine(scope: Scope, line: ScoreLine, expiresAfter: Duration | null): LinePoints {
  const points = Number(line.points);
  const expiry = line.expiresAfter ?? expiresAfter;
  switch (line.basis.kind) {
    case "when":
      return compileWhen(scope, line, points, expiry);
    case "perField":
      return compilePerField(scope, line, points, line.basis.field);
    case "perEvent":
      return compilePerEvent(scope, line, points, expiry, line.basis.match);
    default:
      return assertNever(line.basis);
  }
}

function compileWhen(scope: Scope, line: ScoreLine, points: number, expiry: Duration | null): LinePoints {
  const { basis } = line;
  if (basis.kind !== "when") return () => none;
  const holds = scope.test(basis.condition);
  if (!looksAtEvents(scope, basis.condition)) {
    return (context, since) => (since === null ? onceIf(holds(context), points, null) : none);
  }
  const events = eventsIn(scope, basis.condition);
  return (context, since) => {
    const inForce = withEventsInForce(scope.zone, context, since, expiry);
    const instants = inForce.facts.events.filter(
      (one) => events.has(one.event) && matches(one.event, null, one, inForce),
    );
    if (line.once === null) return onceIf(holds(inForce), points, instants.at(-1)?.at ?? null);
    const judged = instants.map((one) => ({ one, truth: holds({ ...inForce, at: one.at }) }));
    return counted(scope.zone, line, points, judged);
  };
}

function onceIf(truth: Truth, points: number, last: number | null): Points {
  if (truth === false) return none;
  if (truth === true) return { minimum: points, maximum: points, certain: last, possible: last };
  return { minimum: Math.min(0, points), maximum: Math.max(0, points), certain: null, possible: last };
}

function compilePerField(scope: Scope, line: ScoreLine, points: number, field: string): LinePoints {
  const term: Term = (context) => context.facts.values.get(field);
  const open = openEnds(scope, field).map((end) => capped(line, points, multiply(points, end)));
  const widest = { ...none, minimum: open.reduce(least), maximum: open.reduce(greatest) };
  return (context, since) => {
    if (since !== null) return none;
    const ends = endsOf(term(context));
    if (ends === undefined) return widest;
    const total = capped(line, points, multiply(points, ends[0]));
    return { ...none, minimum: total, maximum: total };
  };
}

function openEnds(scope: Scope, field: string): Exact[] {
  const type = scope.policy.lead.fields.find((one) => one.name === field)?.type;
  if (type === undefined || !("minimum" in type)) return [0, Number.POSITIVE_INFINITY];
  return [Number(type.minimum ?? 0), Number(type.maximum ?? Number.POSITIVE_INFINITY)];
}

function compilePerEvent(
  scope: Scope,
  line: ScoreLine,
  points: number,
  expiry: Duration | null,
  match: EventMatch,
): LinePoints {
  const where = match.where === null ? null : scope.test(match.where);
  return (context, since) => {
    const judged = context.facts.events
      .filter((one) => one.event === match.event && isInForce(scope.zone, one, context.at, since, expiry))
      .map((one) => ({ one, truth: matches(match.event, where, one, context) }));
    return counted(scope.zone, line, points, judged);
  };
}

interface Judged {
  readonly one: Occurrence;
  readonly truth: Truth;
}

/** Points for each event: the certain ones make one end, with the possible ones the other. */
function counted(zone: Zone, line: ScoreLine, points: number, judged: readonly Judged[]): Points {
  const certain = spaced(
    zone,
    line.once,
    judged.filter(({ truth }) => truth === true),
  );
  const possible = spaced(
    zone,
    line.once,
    judged.filter(({ truth }) => truth !== false),
  );
  const ends = [certain, possible].map(({ length }) => capped(line, points, multiply(points, length)));
  return {
    minimum: ends.reduce(least),
    maximum: ends.reduce(greatest),
    certain: certain.at(-1) ?? null,
    possible: possible.at(-1) ?? null,
  };
}

/** The instants that count where each silences those that follow within `once`. */
function spaced(zone: Zone, once: Duration | null, judged: readonly Judged[]): number[] {
  if (once === null) return judged.map(({ one }) => one.at);
  const instants: number[] = [];
  let notBefore = Number.NEGATIVE_INFINITY;
  for (const { one } of judged) {
    if (one.at < notBefore) continue;
    instants.push(one.at);
    notBefore = after(zone, one.at, once);
  }
  return instants;
}

function capped(line: ScoreLine, points: number, total: Exact): Exact {
  if (line.cap === null) return total;
  const cap = Number(line.cap);
  return points >= 0 ? least(total, cap) : greatest(total, negative(cap));
}

function withEventsInForce(
  zone: Zone,
  context: Context,
  since: number | null,
  expiry: Duration | null,
): Context {
  if (since === null && expiry === null) return context;
  const events = context.facts.events.filter((one) => isInForce(zone, one, context.at, since, expiry));
  return { ...context, facts: { ...context.facts, events } };
}

function isInForce(
  zone: Zone,
  one: Occurrence,
  at: number,
  since: number | null,
  expiry: Duration | null,
): boolean {
  if (since !== null && one.at < since) return false;
  return expiry === null || at <= after(zone, one.at, expiry);
}

/** Scores have no calendar: a business duration counts as the same number of ordinary units. */
export function after(zone: Zone, at: number, duration: Duration): number {
  return addDuration(zone, at, { ...duration, business: false });
}
