import type { Outcome } from "../logic/shape-of.ts";
import type { TruthSet } from "../logic/truth-set.ts";
import type { Placement, Space } from "../space/space.ts";
import type { Cell, Variable } from "../space/variable.ts";

/** A space of which some variables have their cell. */
export interface View {
  readonly space: Space;
  readonly chosen: ReadonlyMap<Variable, Cell>;
  /** What has been found out about named conditions in this view. */
  readonly memory: Map<string, TruthSet>;
  readonly outcomes: Map<string, readonly Outcome[]>;
}

export function viewOf(space: Space, chosen: ReadonlyMap<Variable, Cell>): View {
  return { space, chosen, memory: new Map(), outcomes: new Map() };
}

/** What a variable can still answer to one of its atoms. */
export function answerOf(
  { chosen }: View,
  { variable, index }: Extract<Placement, { variable: Variable }>,
): TruthSet {
  return (chosen.get(variable)?.truths ?? variable.any)[index] ?? 0;
}

/** Computes the answer for a name once in a view. */
export function remembered({ memory }: View, name: string, compute: () => TruthSet): TruthSet {
  const known = memory.get(name);
  if (known !== undefined) return known;
  const set = compute();
  memory.set(name, set);
  return set;
}
