import { type Clause, type Commitment, type DutyOf, dateOfDay, dayNumber } from "@entente/ir";
import { decide } from "../decide/decide.ts";
import type { Analysis, Witness } from "../finding.ts";
import { TRUE } from "../logic/truth-set.ts";
import type { Model } from "../model.ts";
import { type Pace, paceOf } from "./pace.ts";
import { found, nothingFound, openQuestion, together } from "./result.ts";

/** Days of the term on which a trigger is tried. */
const MOST_DAYS = 400;

/** One clause that asks for several events with a distance between them. */
interface Cadence {
  readonly commitment: Commitment;
  readonly clause: Clause;
  readonly duty: DutyOf<"respond">;
  readonly times: number;
  readonly pace: Pace;
}

/** A trigger after which the last event comes too late, however soon each follows. Instants in epoch milliseconds. */
interface TooLate {
  readonly start: number;
  readonly touches: readonly number[];
  readonly due: number;
}

/**
 * Cadences that do not fit their calendar: so many events, so far apart, take longer than the deadline leaves. Every
 * day of the term is tried as that of the trigger; the engine sets the deadlines and confirms the miss.
 */
export function checkCadences(model: Model): Analysis {
  return together(
    model.policy.commitments.flatMap((commitment) =>
      commitment.clauses.map((clause) => {
        const cadence = cadenceOf(model, commitment, clause);
        return cadence === null ? nothingFound : checkCadence(model, cadence);
      }),
    ),
  );
}

function cadenceOf(model: Model, commitment: Commitment, clause: Clause): Cadence | null {
  const { duty } = clause;
  if (duty.kind !== "respond" || duty.apart === null) return null;
  if (duty.times.kind !== "literal" || duty.times.value.kind !== "number") return null;
  const times = Number(duty.times.value.value);
  const pace = paceOf(model, commitment, duty.apart);
  return times < 2 || pace === null ? null : { commitment, clause, duty, times, pace };
}

function checkCadence(model: Model, cadence: Cadence): Analysis {
  const { commitment, clause, duty } = cadence;
  const question = `that \`${commitment.name}\` can be kept on every day`;
  const rows = rowsFor(model, cadence);
  if (rows === null) {
    const reason = "its trigger or its events depend on more than one event";
    return openQuestion({ kind: "open", reason }, question, clause.span);
  }
  const tries = daysOf(model).flatMap((day) => tryDay(model, cadence, rows, day) ?? []);
  const missed = tries.filter(({ touches, due }) => (touches.at(-1) ?? due) > due);
  const [first] = missed;
  if (first === undefined || !isMissed(model, cadence, rows, first)) return nothingFound;
  const date = model.engine.plan.zone.localDate(first.start);
  const when =
    missed.length === tries.length
      ? `on whatever day it starts, such as ${date}`
      : `when it starts on ${date}, one of ${missed.length} such days among ${tries.length}`;
  return found({
    id: "analysis/tight-cadence",
    severity: "warning",
    span: clause.span,
    message: `${cadence.times} times, so far apart, take longer than there is time ${when}`,
    label: "does not fit the calendar",
    help: `ask for fewer than ${cadence.times}, less far apart, or leave more time`,
    related: [{ span: duty.deadline.span, label: "the time that there is" }],
    witness: witnessOf(rows, first),
  });
}

/** The lead with the commitment, a row of its trigger and a row that counts; null where those cannot be had. */
interface Rows {
  readonly lead: Witness;
  readonly trigger: Row;
  readonly touch: Row;
}
type Row = Witness["events"][number];

function rowsFor(model: Model, { commitment, duty }: Cadence): Rows | null {
  const [trigger] = duty.trigger.kind === "event" ? duty.trigger.events : [];
  const [touch] = duty.events;
  if (trigger === undefined || touch === undefined || trigger.event === touch.event) return null;
  const leads = commitment.appliesTo === null ? [] : [{ condition: commitment.appliesTo, truths: TRUE }];
  const lead = decide(model, { wanted: leads, event: null });
  const [triggerRow, touchRow] = [trigger, touch].map(({ event, where }) => {
    const wanted = where === null ? [] : [{ condition: where, truths: TRUE }];
    const decision = decide(model, { wanted, event });
    return decision.kind === "found" ? decision.witness.events.at(-1) : undefined;
  });
  if (lead.kind !== "found" || triggerRow === undefined || touchRow === undefined) return null;
  return { lead: lead.witness, trigger: triggerRow, touch: touchRow };
}

/** The days of the term as numbers, from the second on: what the lead needs has happened on the first. */
function daysOf({ policy }: Model): readonly number[] {
  const { effective } = policy.agreement;
  const from = dayNumber(effective?.from ?? policy.horizon.from) + 1;
  const to = dayNumber(effective?.to ?? policy.horizon.to);
  return Array.from({ length: Math.max(0, Math.min(to - from + 1, MOST_DAYS)) }, (_, index) => from + index);
}

/** Null where the day is not worked, or lies too near the horizon for an answer. */
function tryDay(model: Model, cadence: Cadence, rows: Rows, day: number): TooLate | null {
  try {
    const start = cadence.pace.startOn(dateOfDay(day));
    const due = start === null ? null : dueOf(model, cadence, rows, start);
    if (start === null || due === null) return null;
    const touches = [start];
    while (touches.length < cadence.times) touches.push(cadence.pace.next(touches.at(-1) ?? start));
    return { start, touches, due };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function dueOf(model: Model, cadence: Cadence, rows: Rows, start: number): number | null {
  return clockOf(model, cadence, rows, { start, touches: [], due: start }, start)?.due ?? null;
}

function isMissed(model: Model, cadence: Cadence, rows: Rows, miss: TooLate): boolean {
  const last = miss.touches.at(-1) ?? miss.due;
  return clockOf(model, cadence, rows, miss, last)?.status === "late";
}

function clockOf(model: Model, { commitment, clause }: Cadence, rows: Rows, miss: TooLate, at: number) {
  const { lead, events } = witnessOf(rows, miss);
  return model.engine
    .evaluate({ ...lead, events }, { at })
    .clocks.find(
      (clock) =>
        clock.commitment === commitment.name && clock.clause === clause.id && clock.start === miss.start,
    );
}

function witnessOf({ lead, trigger, touch }: Rows, { start, touches }: TooLate): Witness {
  const at = (instant: number) => new Date(instant).toISOString();
  const events = [
    ...lead.events,
    { ...trigger, at: at(start) },
    ...touches.map((instant) => ({ ...touch, at: at(instant) })),
  ];
  return { ...lead, events, at: Math.max(start, ...touches) };
}
