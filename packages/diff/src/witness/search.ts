import type { ClockVerdict } from "@entente/engine";
import type { Policy } from "@entente/ir";
import { referencesOf } from "../elements/references.ts";
import { clocksFor, type Plainness, plainness } from "./difference.ts";
import { countsNamed, waitsNamed } from "./named.ts";
import { type Palette, paletteFor } from "./palette.ts";
import type { Relevance } from "./relevance.ts";
import {
  type EventRow,
  instantOf,
  judge,
  rowAt,
  type Scenario,
  type Trial,
  type Verdicts,
} from "./scenario.ts";
import { commitmentsOf, seedsFor } from "./seeds.ts";
import { startsFor } from "./starts.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const MOST_STARTS = 80;

/** A scenario for which the versions differ, and how plainly. */
export interface Hit {
  readonly scenario: Scenario;
  readonly level: Plainness;
}

/**
 * A scenario for which the two versions differ in what a change is about; null where none was found.
 *
 * @param budget scenarios that may be judged by both versions
 */
export function search(trial: Trial, relevance: Relevance, budget: number): Hit | null {
  return new Search(trial, relevance, budget).run();
}

class Search {
  readonly #trial: Trial;
  readonly #relevance: Relevance;
  readonly #palette: Palette;
  readonly #starts: readonly number[];
  readonly #counts: readonly number[];
  readonly #waits: readonly number[];
  #best: Hit | null = null;
  #left: number;

  constructor(trial: Trial, relevance: Relevance, budget: number) {
    this.#left = budget;
    const { both } = trial;
    this.#trial = trial;
    this.#relevance = relevance;
    const [before, after] = [both.base, both.head].map(({ policy }, index) => [
      index === 0 ? relevance.before : relevance.after,
      ...this.#changedField(),
      ...this.#promises(policy),
    ]);
    this.#palette = paletteFor(both, before, after);
    this.#counts = countsNamed([before, after]).slice(0, 6);
    this.#waits = waitsNamed([relevance.before, relevance.after]).slice(0, 9);
    this.#starts = startsFor(both, relevance.before, relevance.after).slice(0, MOST_STARTS);
  }

  /** A field that has changed, as an expression that names it. */
  #changedField(): readonly unknown[] {
    const relevance = this.#relevance;
    if (relevance.kind !== "verdict" || relevance.of !== "lead") return [];
    return [{ kind: "field", name: relevance.name }];
  }

  /** The rules over which a change may show: those that refer to what has changed, or count by any hours or days. */
  #promises(policy: Policy): readonly unknown[] {
    const relevance = this.#relevance;
    const promises = commitmentsOf(policy, relevance);
    if (relevance.kind !== "verdict" || relevance.of === "agreement" || relevance.of === "calendar")
      return promises;
    const { scores, classes, stages } = policy;
    const reference = `${relevance.of === "lead" ? "field" : relevance.of} ${relevance.name}`;
    return [...promises, ...scores, ...classes, ...stages].filter((one) =>
      referencesOf(policy, one).has(reference),
    );
  }

  run(): Hit | null {
    const seeds: Scenario[] = [];
    for (const seed of seedsFor(this.#trial.both, this.#relevance)) {
      seeds.push(seed);
      this.#asIs(seed);
      if (this.#isDone()) return this.#best;
    }
    for (const step of [this.#varied, this.#started, this.#answeredAt]) {
      for (const seed of seeds) {
        step.call(this, seed);
        if (this.#isDone()) return this.#best;
      }
    }
    return this.#best;
  }

  #isDone(): boolean {
    const wanted = this.#relevance.kind === "clocks" ? 3 : 2;
    return this.#left <= 0 || (this.#best?.level ?? 0) >= wanted;
  }

  /** What both versions say of a scenario; remembered where they differ more plainly than before. */
  #try(scenario: Scenario): Verdicts | null {
    if (this.#left-- <= 0) return null;
    const verdicts = judge(this.#trial, scenario);
    const level = plainness(verdicts, this.#relevance);
    if (level > (this.#best?.level ?? 0)) this.#best = { scenario, level };
    return verdicts;
  }

  #asIs(seed: Scenario): void {
    this.#try(seed);
    this.#try({ ...seed, at: seed.at + 60 * DAY });
    for (const wait of this.#waits) {
      this.#try({ ...seed, at: seed.at + wait });
      for (const [name, value] of this.#times(seed, wait))
        this.#try({ ...seed, lead: { ...seed.lead, [name]: value } });
    }
  }

  /** Times of the lead moved by a length of time. */
  #times({ lead }: Scenario, wait: number): readonly (readonly [string, string])[] {
    return Object.entries(lead).flatMap(([name, value]) => {
      const at = typeof value === "string" && /^\d{4}-.*T.*Z$/.test(value) ? Date.parse(value) : Number.NaN;
      return Number.isNaN(at)
        ? []
        : [-1, 1].map((sign) => [name, new Date(at + sign * wait).toISOString()] as const);
    });
  }

  /** The seed with other values, and with more events. */
  #varied(seed: Scenario): void {
    const { fields, events } = this.#palette;
    for (const { name, values } of fields) {
      for (const value of values) {
        const { [name]: _, ...others } = seed.lead;
        const lead = value === null ? others : { ...others, [name]: value };
        this.#try({ ...seed, lead });
        if (this.#isDone()) return;
        for (const row of events) this.#try(withRows({ ...seed, lead }, [rowAt(row, seed.at)]));
      }
    }
    for (const row of events) {
      for (const wait of this.#waits) this.#try(withRows(seed, [rowAt(row, seed.at)], wait));
      for (const times of [1, 2, 5, ...this.#counts.flatMap((count) => [count, count - 1, count + 1])]) {
        const rows = Array.from({ length: times }, (_, index) => rowAt(row, seed.at + index * MINUTE));
        this.#try(withRows(seed, rows));
      }
      if (this.#isDone()) return;
    }
  }

  /** Every event at every start. */
  #started(seed: Scenario): void {
    const end = this.#left - Math.floor(this.#left / 4);
    for (const start of this.#starts) {
      for (const row of this.#palette.events) {
        this.#try(startedBy(seed, row, start));
        if (this.#isDone() || this.#left <= end) return;
      }
    }
  }

  /** Where something starts a clock, what answers, ends or pauses it. */
  #answeredAt(seed: Scenario): void {
    const end = this.#left - Math.floor(this.#left / 4);
    for (const start of this.#starts) {
      for (const row of this.#palette.events) {
        const scenario = startedBy(seed, row, start);
        const verdicts = this.#try(scenario);
        if (verdicts !== null) this.#answered(scenario, start, verdicts);
        if (this.#isDone() || this.#left <= end) return;
      }
    }
  }

  /** Answers on both sides of the deadlines, and questions just after them. */
  #answered(scenario: Scenario, start: number, verdicts: Verdicts): void {
    const dues = this.#duesOf(verdicts);
    const [first, last] = [dues[0], dues.at(-1)];
    if (first === undefined || last === undefined) return;
    this.#try({ ...scenario, at: first + MINUTE });
    const between = first < last ? [first + Math.floor((last - first) / 2)] : [];
    const instants = [...between, start + MINUTE, last, first, last + MINUTE];
    for (const row of this.#palette.events) {
      for (const at of instants) {
        if (this.#isDone()) return;
        const rows = [rowAt(row, at)];
        this.#try(withRows(scenario, rows, 0));
        this.#try({ ...withRows(scenario, rows, 0), at: at + MINUTE });
      }
      for (const count of this.#counts.flatMap((one) => [one, one - 1])) {
        const step = Math.max(MINUTE, Math.floor((first - start) / (count + 1)));
        const rows = Array.from({ length: count }, (_, index) => rowAt(row, start + (index + 1) * step));
        this.#try(withRows(scenario, rows, MINUTE));
      }
    }
  }

  #duesOf({ before, after }: Verdicts): readonly number[] {
    const relevance = this.#relevance;
    const clocks: readonly ClockVerdict[] = [before, after].flatMap((verdict) =>
      relevance.kind === "clocks" ? clocksFor(verdict, relevance) : verdict.clocks,
    );
    const dues = clocks.flatMap(({ due }) => (due === null ? [] : [due]));
    return [...new Set(dues)].toSorted((a, b) => a - b);
  }
}

function startedBy(seed: Scenario, row: EventRow, start: number): Scenario {
  return withRows(movedBefore(seed, start), [rowAt(row, start)], 200 * DAY);
}

/** A scenario with more events, asked for at least so long after the last of them. */
function withRows(scenario: Scenario, rows: readonly EventRow[], wait = MINUTE): Scenario {
  const events = [...scenario.events, ...rows];
  const latest = Math.max(scenario.at, ...events.map(instantOf).map((at) => at + wait));
  return { ...scenario, events, at: latest };
}

/** A seed whose own events end before a start: those that do not lie there are left out with their instants moved. */
function movedBefore(seed: Scenario, start: number): Scenario {
  const latest = Math.max(...seed.events.map(instantOf), Number.NEGATIVE_INFINITY);
  if (latest < start) return { ...seed, at: Math.min(seed.at, start) };
  const by = latest - start + MINUTE;
  return { ...seed, at: start, events: seed.events.map((row) => rowAt(row, instantOf(row) - by)) };
}
