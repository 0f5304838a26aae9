import { type Expression, invariant } from "@entente/ir";
import { keyOf } from "../logic/key-of.ts";
import { isDecided } from "../logic/truth-set.ts";
import type { Model } from "../model.ts";
import { buildSpace } from "../space/build-space.ts";
import type { EventSpan, Space } from "../space/space.ts";
import type { Cell, Part, Variable } from "../space/variable.ts";
import { confirm, smallest } from "../witness/confirm.ts";
import { guesses } from "../witness/guesses.ts";
import type { Decision, Goal, Wanted } from "./goal.ts";
import { openVariable } from "./open-variable.ts";
import { openLine, scoreFits } from "./score-fits.ts";
import { truthsOf } from "./truths-of.ts";
import { type View, viewOf } from "./view.ts";

/** Steps of a search after which a question is left open. */
export const STEPS = 20_000;
/** Leads that the engine may refuse before a question is left open, and those that are tried beside them. */
const REFUSALS = 40;
const GUESSES = 600;

/**
 * Decides whether there is a lead as a goal wants it, by giving the variables of its space their cells one after
 * another and turning back where no lead can be left.
 *
 * @param steps how many combinations are looked at before the question is left open
 * @throws InvariantError where the engine refuses a lead that must exist
 */
export function decide(model: Model, goal: Goal, steps = STEPS): Decision {
  if (goal.confirms !== undefined) return search(model, goal, steps);
  const key = `${steps} ${keyOf(goal)}`;
  const known = model.decisions.get(key) ?? search(model, goal, steps);
  model.decisions.set(key, known);
  return known;
}

function search(model: Model, goal: Goal, steps: number): Decision {
  const space = buildSpace(
    model,
    goal.wanted.map(({ condition }) => condition),
    goal.event,
  );
  return new Search(space, goal, steps).run();
}

class Search {
  readonly #space: Space;
  readonly #goal: Goal;
  readonly #chosen = new Map<Variable, Cell>();
  #left: number;
  #refused = 0;
  #guesses = GUESSES;

  constructor(space: Space, goal: Goal, steps: number) {
    this.#space = space;
    this.#goal = goal;
    this.#left = steps;
  }

  run(): Decision {
    const parts = this.#find();
    if (parts !== null) {
      const { model } = this.#space;
      const witness = confirm(model, this.#goal, smallest(model, this.#goal, parts));
      invariant(witness !== null, "a lead that was confirmed stays confirmed");
      return { kind: "found", witness };
    }
    if (this.#left <= 0) return { kind: "open", reason: "too many combinations to try" };
    return this.#refused === 0 ? { kind: "none" } : { kind: "open", reason: this.#doubt() };
  }

  #doubt(): string {
    const { doubts, model } = this.#space;
    const texts = new Set(doubts.map(({ span }) => model.text(span)).filter((text) => text !== ""));
    const [first] = texts;
    return first === undefined ? "its conditions are not taken apart" : `it depends on \`${first}\``;
  }

  /** The parts of a lead that the engine confirms; null where none was found. */
  #find(): readonly Part[] | null {
    if (this.#left-- <= 0 || this.#refused >= REFUSALS) return null;
    const view = viewOf(this.#space, this.#chosen);
    const undecided: Wanted[] = [];
    for (const wanted of this.#goal.wanted) {
      const set = truthsOf(view, wanted.condition);
      if ((set & wanted.truths) === 0) return null;
      if ((set & ~wanted.truths) !== 0) undecided.push(wanted);
    }
    const open = this.#openVariable(
      view,
      undecided.map(({ condition }) => condition),
    );
    if (open === "impossible") return null;
    if (open === null)
      return this.#leaf(undecided.every(({ condition }) => isDecided(truthsOf(view, condition))));
    return this.#branch(open);
  }

  #branch(variable: Variable): readonly Part[] | null {
    for (const cell of variable.cells) {
      this.#chosen.set(variable, cell);
      const parts = this.#find();
      this.#chosen.delete(variable);
      if (parts !== null) return parts;
    }
    return null;
  }

  /** What to branch on next: undecided conditions first, then what the scores that have a cell must add up to. */
  #openVariable(view: View, undecided: readonly Expression[]): Variable | "impossible" | null {
    const scores = [...this.#space.scores.values()].filter(({ variable }) => this.#chosen.has(variable));
    const fits = scores.map((score) => scoreFits(view, score));
    const spans = this.#space.spans.filter(({ order }) => this.#chosen.has(order));
    if (fits.includes(false) || spans.some((span) => this.#isTorn(span))) return "impossible";
    for (const condition of undecided) {
      const variable = openVariable(view, condition);
      if (variable !== null) return variable;
    }
    for (const [index, score] of scores.entries()) {
      if (fits[index] === true) continue;
      const variable = openLine(view, score);
      if (variable !== null) return variable;
    }
    return spans.find(({ history }) => !this.#chosen.has(history))?.history ?? null;
  }

  /** Whether an event happened once and yet first at another instant than last. */
  #isTorn(span: EventSpan): boolean {
    const { length, instants } = this.#extent(span);
    return length === 1 && instants === 2;
  }

  /** Several occurrences at one instant count once if they are alike: such a lead may not exist. */
  #isTied(span: EventSpan): boolean {
    const { length, instants } = this.#extent(span);
    return length > 1 && instants === 1;
  }

  #extent({ event, order, history }: EventSpan): { length: number; instants: number } {
    const ranks = this.#chosen.get(order)?.part;
    const occurrences = this.#chosen.get(history)?.part;
    const length = occurrences?.kind === "history" ? occurrences.occurrences.length : 0;
    if (ranks?.kind !== "order") return { length, instants: 0 };
    return {
      length,
      instants: ranks.ranks.get(`first ${event}`) === ranks.ranks.get(`last ${event}`) ? 1 : 2,
    };
  }

  /** Nothing is left to decide: the engine has the last word. */
  #leaf(decided: boolean): readonly Part[] | null {
    const { model, doubts, spans } = this.#space;
    const cells = [...this.#chosen.values()];
    const parts = cells.flatMap(({ part }) => part ?? []);
    if (confirm(model, this.#goal, parts) !== null) return parts;
    const whole =
      doubts.length === 0 &&
      !spans.some((span) => this.#isTied(span)) &&
      !parts.some(isAbout(this.#goal.event));
    const certain = decided && whole && this.#goal.confirms === undefined;
    invariant(!certain, `the engine does not confirm a lead for ${JSON.stringify(this.#goal.wanted)}`);
    for (const more of this.#guesses > 0 ? guesses(model, doubts, parts) : []) {
      if (this.#guesses-- <= 0) break;
      if (confirm(model, this.#goal, more) !== null) return more;
    }
    this.#refused += 1;
    return null;
  }
}

/** Whether a part is about the history of the event that a filter looks at, to which that occurrence itself belongs. */
function isAbout(event: string | null): (part: Part) => boolean {
  return (part) => {
    if (event === null) return false;
    if (part.kind === "history") return part.event === event;
    return part.kind === "order" && (part.ranks.has(`first ${event}`) || part.ranks.has(`last ${event}`));
  };
}
