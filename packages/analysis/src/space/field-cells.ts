import type { Engine, LeadFacts, Occurrence, Value } from "@entente/engine";
import type { Expression, Field } from "@entente/ir";
import { ANY, setOf, type TruthSet } from "../logic/truth-set.ts";
import type { Model } from "../model.ts";
import { candidates, type Demand, isComplete } from "./candidates.ts";
import { type Attributes, type Cell, distinct } from "./variable.ts";

/** The facts of a lead of which nothing is known but this. */
export function bareFacts(
  values: Iterable<readonly [string, Value]>,
  events: readonly Occurrence[] = [],
): LeadFacts {
  return { id: "1", values: new Map(values), events };
}

/** What the engine makes of a condition, for facts seen at an instant and perhaps from an occurrence. */
export function truthFor(
  engine: Engine,
  node: Expression,
  facts: LeadFacts,
  at: number,
  occurrence: Occurrence | null = null,
): TruthSet {
  return setOf(
    engine.plan.condition(node)({ facts, at, knownAt: at, occurrence, statuses: null, missing: null }),
  );
}

/** An occurrence of an event at an instant. */
export function occurrenceAt(event: string, at: number, attributes: Attributes): Occurrence {
  return { event, at, recorded: null, owner: null, attributes };
}

/**
 * The cells of a field, or of an attribute of the event that a condition looks at.
 *
 * @param canMiss whether a valid record may leave it out
 * @param extra what tells values apart beside the atoms
 */
export function fieldCells(
  model: Model,
  kind: "field" | "attribute",
  field: Field,
  canMiss: boolean,
  atoms: readonly Expression[],
  demand: Demand,
  extra: (cell: Cell) => string,
): readonly Cell[] {
  const { engine, start } = model;
  const { name } = field;
  const cellFor = (value: Value | undefined): Cell => {
    const known = value === undefined ? [] : [[name, value] as const];
    const facts = bareFacts(kind === "field" ? known : []);
    const seen = kind === "attribute" ? occurrenceAt("", start, new Map(known)) : null;
    const truths = atoms.map((atom) => truthFor(engine, atom, facts, start, seen));
    return { part: { kind, name, value }, truths };
  };
  const present = candidates(model, field.type, demand).map(cellFor);
  const cells = distinct([...present, ...(canMiss ? [cellFor(undefined)] : [])], extra);
  const isKnown = isComplete(field.type, demand) && isCovered(present, demand);
  return isKnown ? cells : [...cells, { part: null, truths: atoms.map(() => ANY) }];
}

/** Whether the texts that were tried turn out in every way in which texts can. */
function isCovered(cells: readonly Cell[], { texts, constants }: Demand): boolean {
  if (texts.length === 0) return true;
  const wanted = new Set(constants);
  const others = cells.filter(
    ({ part }) => part !== null && "value" in part && !wanted.has(part.value as Value),
  );
  return new Set(others.map(({ truths }) => truths.join())).size === 2 ** texts.length;
}
