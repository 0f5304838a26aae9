import type { EventType } from "@entente/ir";
import { keyOf } from "../logic/key-of.ts";
import { literalValue } from "../logic/literal-value.ts";
import { comparedWithLiteral, withDefines } from "../logic/shape-of.ts";
import { ANY } from "../logic/truth-set.ts";
import type { Model } from "../model.ts";
import { bareFacts, occurrenceAt, truthFor } from "./field-cells.ts";
import { kindsOf, type OccurrenceDemand } from "./occurrence-kinds.ts";
import { MOST_UNITS } from "./plan-scores.ts";
import { type Attributes, type Cell, distinct } from "./variable.ts";

/** What the conditions want of the history of one event. */
export interface HistoryDemand extends OccurrenceDemand {
  /** Whether it matters if the first occurrence is the last one too. */
  readonly ends: boolean;
}

const MINUTE = 60_000;
const MOST_HISTORIES = 400;

/**
 * The cells of an event's history: whether, how often and with which attributes it happened. Occurrences that no
 * condition tells apart are of one kind, and histories longer than every count that is asked for add nothing.
 */
export function historyCells(
  model: Model,
  event: EventType,
  demand: HistoryDemand,
  extra: (cell: Cell) => string,
): readonly Cell[] {
  const { kinds, complete, ordered } = kindsOf(model, event, demand);
  const { histories, all } = historiesOf(kinds, longest(model, demand), ordered);
  const cells = histories.map((occurrences): Cell => {
    const facts = bareFacts(
      [],
      occurrences.map((one, index) => occurrenceAt(event.name, model.start + index * MINUTE, one)),
    );
    const at = model.start + occurrences.length * MINUTE;
    const truths = demand.atoms.map((atom) => truthFor(model.engine, atom, facts, at));
    return { part: { kind: "history", event: event.name, occurrences }, truths };
  });
  const told = distinct(cells, (cell) => `${extra(cell)}/${demand.ends ? Math.min(2, lengthOf(cell)) : ""}`);
  const few = demand.counted.every(({ upTo }) => upTo <= MOST_UNITS);
  return complete && all && few ? told : [...told, { part: null, truths: demand.atoms.map(() => ANY) }];
}

function lengthOf({ part }: Cell): number {
  return part?.kind === "history" ? part.occurrences.length : 0;
}

/** How many occurrences a history needs at most: all that counts ask for, and a first and a last one. */
function longest(model: Model, { atoms, counted, ends: bothEnds }: HistoryDemand): number {
  const asked = new Map<string, number>();
  let ends = bothEnds ? 2 : 0;
  for (const atom of atoms) {
    const parts = atom.kind === "compare" ? comparedWithLiteral(model, atom) : null;
    const bound = parts === null ? null : literalValue(parts.literal);
    if (parts?.subject.kind === "count" && typeof bound === "number") {
      const key = keyOf(parts.subject.where);
      asked.set(key, Math.max(asked.get(key) ?? 0, Math.max(0, Math.floor(bound)) + 1));
    } else if (withDefines(model, atom).some(({ kind }) => kind === "occurrenceAttribute")) ends = 2;
  }
  for (const { where, upTo } of counted) {
    const key = keyOf(where);
    asked.set(key, Math.max(asked.get(key) ?? 0, upTo));
  }
  return Math.max(
    1,
    [...asked.values()].reduce((sum, count) => sum + count, ends),
  );
}

/**
 * All histories up to a length, short ones first; where they are too many, those of one kind alone. Unless their
 * order matters, one of each mixture is enough.
 */
function historiesOf(
  kinds: readonly Attributes[],
  length: number,
  ordered: boolean,
): { histories: Attributes[][]; all: boolean } {
  const histories: Attributes[][] = [[]];
  let last: { readonly history: Attributes[]; readonly from: number }[] = [{ history: [], from: 0 }];
  for (let size = 1; size <= length; size++) {
    const longer = last.flatMap(({ history, from }) =>
      kinds
        .slice(from)
        .map((kind, index) => ({ history: [...history, kind], from: ordered ? 0 : from + index })),
    );
    if (histories.length + longer.length > MOST_HISTORIES) {
      return { histories: [...histories, ...runs(kinds, size, length)], all: false };
    }
    last = longer;
    histories.push(...longer.map(({ history }) => history));
  }
  return { histories, all: true };
}

function runs(kinds: readonly Attributes[], from: number, to: number): Attributes[][] {
  const found: Attributes[][] = [];
  for (let size = from; size <= to && found.length < MOST_HISTORIES; size++) {
    for (const kind of kinds) found.push(Array.from({ length: size }, () => kind));
  }
  return found;
}
