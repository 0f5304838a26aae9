import { addDuration, type Duration, elapsedMs, type Funnel, isElapsedUnit } from "@entente/ir";
import type { Engine } from "../engine.ts";
import type { LeadFacts } from "../records/facts.ts";
import type { BusinessCalendar } from "../time/business-calendar.ts";
import { agreementHours } from "./agreement-hours.ts";
import type { Exact } from "./exact-amount.ts";
import { type FunnelStep, pathOf } from "./funnel-steps.ts";

/** What really came of the leads of a funnel. */
export interface FunnelHistory {
  readonly funnel: string;
  readonly steps: readonly StepHistory[];
}

/** How many leads came from one stage to the next, of those that have had their chance. */
export interface StepHistory {
  readonly from: string;
  readonly to: string;
  readonly came: number;
  readonly of: number;
  /** Leads that reached `from` less than a cycle ago: they are in neither number. */
  readonly young: number;
  /** The agreed rates at the dates at which those leads reached `from`, each with its leads: one without dated values. */
  readonly agreed: readonly { readonly rate: Exact; readonly leads: number }[];
}

/** Counts leads one by one. What is kept grows with the steps of the funnels, not with the leads. */
export interface FunnelTally {
  add(facts: LeadFacts): void;
  finish(): FunnelHistory[];
}

interface StepBook {
  came: number;
  of: number;
  young: number;
  readonly agreed: Map<string, { readonly rate: Exact; leads: number }>;
}

/**
 * A tally of the steps of all funnels whose rates are the same for every lead. A lead belongs to a funnel if its
 * condition holds at the instant at which the step's first stage was reached; it has had its chance once a cycle
 * has passed since then, at once in a funnel without a cycle.
 *
 * @param at the as-of instant, epoch milliseconds
 */
export function createFunnelTally(engine: Engine, at: number): FunnelTally {
  const { policy } = engine;
  const hours = policy.funnels.some(({ cycle }) => cycle?.business === true) ? agreementHours(policy) : null;
  const books = policy.funnels.flatMap((funnel) => {
    const steps = stepsOn(engine, funnel, engine.plan.zone.localDate(at));
    return steps === null ? [] : [bookOf(engine, funnel, steps, { at, hours })];
  });
  return {
    add(facts) {
      const { stages } = engine.evaluate(facts, { at });
      const reached = new Map(stages.map((one) => [one.stage, one.at]));
      for (const book of books) book.add(facts, reached);
    },
    finish: () => books.map((book) => book.finish()),
  };
}

/** Null where the sums of the funnel cannot be done, or differ by segment. */
function stepsOn({ policy }: Engine, funnel: Funnel, on: string): readonly FunnelStep[] | null {
  try {
    const { toQuota, beyond } = pathOf(policy, funnel, { on });
    return [...toQuota, ...beyond];
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface Book {
  add(facts: LeadFacts, reached: ReadonlyMap<string, number>): void;
  finish(): FunnelHistory;
}

function bookOf(
  engine: Engine,
  funnel: Funnel,
  steps: readonly FunnelStep[],
  { at, hours }: { readonly at: number; readonly hours: BusinessCalendar | null },
): Book {
  const holds = funnel.appliesTo === null ? null : engine.plan.condition(funnel.appliesTo);
  const counts = steps.map((): StepBook => ({ came: 0, of: 0, young: 0, agreed: new Map() }));
  const add = (step: FunnelStep, index: number, book: StepBook, start: number, came: boolean): void => {
    if (!hadItsChance(engine, funnel.cycle, hours, start, at)) {
      book.young += 1;
      return;
    }
    const rate = stepsOn(engine, funnel, engine.plan.zone.localDate(start))?.[index]?.rate ?? step.rate;
    const known = book.agreed.get(rate.toFraction()) ?? { rate, leads: 0 };
    book.agreed.set(rate.toFraction(), known);
    known.leads += 1;
    book.of += 1;
    if (came) book.came += 1;
  };
  return {
    add(facts, reached) {
      steps.forEach((step, index) => {
        const [start, book] = [reached.get(step.from), counts[index]];
        if (start === undefined || book === undefined) return;
        const context = { facts, at: start, knownAt: at, occurrence: null, statuses: null, missing: null };
        if (holds !== null && holds(context) !== true) return;
        add(step, index, book, start, reached.has(step.to));
      });
    },
    finish: () => ({
      funnel: funnel.name,
      steps: steps.map(({ from, to }, index) => ({ from, to, ...finished(counts[index]) })),
    }),
  };
}

function finished(book: StepBook | undefined): Omit<StepHistory, "from" | "to"> {
  const { came, of, young, agreed } = book ?? { came: 0, of: 0, young: 0, agreed: new Map() };
  return { came, of, young, agreed: [...agreed.values()] };
}

/** Whether a cycle has passed since `start`. A business cycle beyond the calendar has not. */
function hadItsChance(
  engine: Engine,
  cycle: Duration | null,
  hours: BusinessCalendar | null,
  start: number,
  at: number,
): boolean {
  if (cycle === null) return true;
  if (!cycle.business) return addDuration(engine.plan.zone, start, cycle) <= at;
  if (hours === null) return false;
  try {
    if (isElapsedUnit(cycle.unit)) return hours.addOpen(start, elapsedMs(cycle.amount, cycle.unit)) <= at;
    if (cycle.unit === "day") return hours.addWorkingDays(start, cycle.amount) <= at;
    return addDuration(hours.zone, start, { ...cycle, business: false }) <= at;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
