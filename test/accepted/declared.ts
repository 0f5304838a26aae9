import type { Dice } from "../time/reference/dice.ts";

type Kind = "condition" | "number" | "class" | "stage" | "commitment" | "ladder" | "goal";

/** What a random contract has declared so far: later declarations may use it, so that nothing goes in circles. */
export class Declared {
  /** A stage may depend on a stage before it, but not on which stage is the current one. */
  isInStages = true;
  readonly #names = new Map<Kind, string[]>();

  /** A new name, told apart from all others. */
  add(kind: Kind): string {
    const known = this.#names.get(kind) ?? [];
    const name = `${kind}_${known.length + 1}`;
    this.#names.set(kind, [...known, name]);
    return name;
  }

  of(kind: Kind): readonly string[] {
    return this.#names.get(kind) ?? [];
  }

  /** The names of a kind, behind others that always exist. */
  names(kind: Kind, ...always: readonly [string, ...string[]]): readonly [string, ...string[]] {
    const [first, ...rest] = always;
    return [first, ...rest, ...this.of(kind)];
  }

  /** A case that every class and the field `source` has. */
  caseOf(roll: Dice): string {
    return roll.pick(["web", "referral"]);
  }

  stageTest(roll: Dice): string {
    const [first, ...rest] = this.of("stage");
    if (first === undefined) return "wants";
    const test = this.isInStages ? "reached" : roll.pick(["is", "is not", "reached"]);
    return `stage ${test} ${roll.pick([first, ...rest])}`;
  }

  verdictTest(roll: Dice): string {
    const [first, ...rest] = this.of("commitment");
    if (first === undefined) return "hot";
    return `${roll.pick([first, ...rest])} is ${roll.pick(["", "not "])}${roll.pick(["met", "breached", "late", "running"])}`;
  }
}
