import { assertNever, upperBound } from "@entente/ir";
import { add, type Exact } from "../plan/exact.ts";
import type { Value } from "../records/facts.ts";
import { addAmount, emptyFigure, type Figure } from "./figure.ts";
import { type JudgedPromise, type LeadLook, lookAtPromises } from "./lead-look.ts";
import type { Observation } from "./observation.ts";
import type { GoalScope, TargetPlan } from "./plan-goal.ts";

/** What was counted in one window for one value of `per`. */
export interface Cell {
  readonly figure: Figure;
  /** Of a cohort, those whose chance is over. */
  readonly matured: Figure;
  open: number;
  unknown: number;
  /** What each local day brought, by its day number; only for measures that add up. */
  readonly days: Map<number, Exact>;
}

/** All windows of a target for one value of `per`. */
export interface Row {
  readonly per: Value | null;
  /** By the position of the window; none where nothing happened in it. */
  readonly cells: Map<number, Cell>;
  /** How many more leads set out than arrived before the end of each window, and after that of the one before. */
  readonly underway: Map<number, number>;
  /** What came after a milestone's window, by day number. */
  readonly carried: Map<number, Figure>;
}

/**
 * Counts leads for one target. What is kept grows with the windows (and their days, where a measure adds up), the
 * values of `per`, and for a quantile by eight bytes a lead; otherwise never with the number of leads.
 */
export class TargetBook {
  readonly plan: TargetPlan;
  readonly #scope: GoalScope;
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  readonly #rows = new Map<string, Row>();
  readonly #place = (observation: Observation): void => this.#take(observation);

  constructor(scope: GoalScope, plan: TargetPlan) {
    this.#scope = scope;
    this.plan = plan;
    this.#starts = Float64Array.from(plan.periods, ({ window }) => window.from);
    this.#ends = Float64Array.from(plan.periods, ({ window }) => window.to);
    if (plan.goal.measure.per === null) this.#row(null);
  }

  add(look: LeadLook): void {
    if (this.#starts.length > 0) this.plan.observe(look, this.#place);
  }

  /** Takes in promises that are not made to one lead, which a share may be of. */
  addPromises(promises: readonly JudgedPromise[]): void {
    const { measure } = this.plan.goal;
    const own =
      measure.kind === "share" && promises.some(({ commitment }) => commitment === measure.commitment);
    if (own) this.add(lookAtPromises(promises, this.#scope.at));
  }

  /** A book with the same in it, for a share: what is added to the one is not in the other. */
  copy(): TargetBook {
    const book = new TargetBook(this.#scope, this.plan);
    for (const [key, row] of this.#rows) book.#rows.set(key, structuredClone(row));
    return book;
  }

  /** By value of `per`: numbers by size, then texts; the missing value last. */
  rows(): readonly Row[] {
    return [...this.#rows.values()].sort((a, b) => compareValues(a.per, b.per));
  }

  #take(observation: Observation): void {
    const { at, per, kind } = observation;
    const row = this.#row(per);
    if (kind === "entered" || kind === "left") {
      const ended = upperBound(this.#ends, at);
      row.underway.set(ended, (row.underway.get(ended) ?? 0) + (kind === "entered" ? 1 : -1));
      return;
    }
    const position = upperBound(this.#starts, at) - 1;
    if (position < 0) return;
    if (at < (this.#ends[position] as number)) this.#count(this.#cell(row, position), observation);
    else if (this.plan.spec.window.kind === "by") this.#carry(row, observation);
  }

  #count(cell: Cell, observation: Observation): void {
    switch (observation.kind) {
      case "open":
      case "unknown":
        cell[observation.kind] += 1;
        return;
      case "case": {
        tally(cell.figure, observation);
        const over = observation.matures <= this.#scope.at;
        if (over) tally(cell.matured, observation);
        else if (!observation.came) cell.open += 1;
        return;
      }
      case "amount": {
        tally(cell.figure, observation);
        if (!this.plan.adds) return;
        const day = this.#scope.days.dayOf(observation.at);
        cell.days.set(day, add(cell.days.get(day) ?? 0, observation.amount));
        return;
      }
      default:
        tally(cell.figure, observation);
    }
  }

  /** What comes after a milestone counts for carrying its measure on, from when it is certain. */
  #carry(row: Row, observation: Observation): void {
    const at = observation.kind === "case" ? observation.matures : observation.at;
    if (at > this.#scope.at) return;
    const day = this.#scope.days.dayOf(at);
    const figure = row.carried.get(day) ?? emptyFigure(this.plan.reckoner);
    row.carried.set(day, figure);
    tally(figure, observation);
  }

  #cell(row: Row, position: number): Cell {
    const known = row.cells.get(position);
    if (known !== undefined) return known;
    const cell = emptyCell(this.plan);
    row.cells.set(position, cell);
    return cell;
  }

  #row(per: Value | null): Row {
    const key = JSON.stringify(per);
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const row: Row = { per, cells: new Map(), underway: new Map(), carried: new Map() };
    this.#rows.set(key, row);
    return row;
  }
}

export function emptyCell({ reckoner }: TargetPlan): Cell {
  return {
    figure: emptyFigure(reckoner),
    matured: emptyFigure(reckoner),
    open: 0,
    unknown: 0,
    days: new Map(),
  };
}

function tally(figure: Figure, observation: Observation): void {
  switch (observation.kind) {
    case "amount":
      addAmount(figure, observation.amount);
      return;
    case "case":
      figure.of += 1;
      if (observation.came) figure.counted += 1;
      return;
    case "came":
      figure.counted += 1;
      return;
    case "had":
      figure.of += 1;
      return;
    case "entered":
    case "left":
    case "open":
    case "unknown":
      return;
    default:
      assertNever(observation);
  }
}

function compareValues(a: Value | null, b: Value | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
