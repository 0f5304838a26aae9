import type { Action, Goal, Measure, Reward } from "@entente/ir";
import type { Inflected, Part, Phrase } from "../phrase/say.ts";
import type { Quantity } from "./value-words.ts";

type Bound = "atLeast" | "atMost";
type Statistic = Extract<Measure, { kind: "time" }>["statistic"];

/** How a language says goals, funnels, ladders and rewards. */
export interface PromiseWords {
  /** @param several whether there is more than one target */
  goal(parties: Part, measure: Part, several: boolean): Phrase;
  reach(what: "count" | "worth" | "points", stage: Part): Phrase;
  rate(from: Part, to: Part, basis: "cohort" | "snapshot", maturing: Inflected | null): Phrase;
  time(statistic: Statistic, from: Part, to: Part): Phrase;
  sum(event: Part, attribute: Part): Phrase;
  share(commitment: Part): Phrase;
  stage(name: Part): Phrase;
  event(name: Part): Phrase;
  narrowed(measure: Part, condition: Part): Phrase;
  per(measure: Part, field: Part): Phrase;
  baseline(value: Part): Phrase;
  /** @param window when the target is measured, in words of this catalogue; @param from `YYYY-MM-DD` */
  target(bound: Bound, value: Part, window: Part, from: string | null): Phrase;
  inYear(year: string): string;
  byDate(date: string): string;
  overLast(duration: Inflected): Phrase;
  tolerance(percent: string, side: NonNullable<Goal["tolerance"]>["side"]): string;

  funnelFor(condition: Part): Phrase;
  alternativeTo(funnel: Part): Phrase;
  quotaOfMoney(amount: Part, every: string): Phrase;
  quotaOfLeads(count: Quantity, stage: Part, every: string): Phrase;
  deal(amount: Part): Phrase;
  cycle(duration: Inflected): Phrase;
  capacity(count: Quantity, stage: Part, every: string, reps: Quantity): Phrase;
  rounding(rounding: "everyStage" | "once"): string;

  /** @param reward `goals` null for all goals; `several` whether more than one must be met */
  reward(reward: {
    goals: Part | null;
    several: boolean;
    period: Reward["period"];
    give: Part;
    to: Part;
  }): Phrase;

  /** When a step falls due, as the head of a list. */
  atBreach: string;
  afterMiss(duration: Inflected): Phrase;
  actions: Readonly<Record<Action["verb"], (parts: ActionParts) => Phrase>>;
  theOwner: string;
}

/** What a step of a ladder names; empty where its verb takes none. */
export interface ActionParts {
  readonly to: Part;
  readonly text: string;
  readonly every: string;
  /**
   * Of `assign … to …`, which goes both ways: a task to whom the contract knows, or somebody to a task. English says both
   * alike.
   */
  readonly assignee: Part;
  readonly task: Part;
}
