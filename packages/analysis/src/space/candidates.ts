import type { Value } from "@entente/engine";
import type { Expression } from "@entente/ir";
import { assertNever, dateOfDay, dayNumber, type FieldType } from "@entente/ir";
import { literalValue } from "../logic/literal-value.ts";
import { resolved, withDefines } from "../logic/shape-of.ts";
import type { Model } from "../model.ts";
import { type TextPart, textsFor } from "./texts.ts";

/** What the conditions want of one field or attribute. */
export interface Demand {
  readonly constants: readonly Value[];
  readonly texts: readonly TextPart[];
  /** Every value has to be tried; the type then is a small one. */
  readonly every: boolean;
  /** Whole numbers from 0 to here have to be told apart. */
  readonly upTo: number;
}

export const noDemand: Demand = { constants: [], texts: [], every: false, upTo: 0 };

/** The values and texts that some atoms compare with. */
export function demandOf(model: Model, atoms: readonly Expression[]): Pick<Demand, "constants" | "texts"> {
  const parts = atoms.flatMap((atom) => withDefines(model, atom));
  const constants = parts.flatMap((part) => {
    if (part.kind === "literal") return literalValue(part.value) ?? [];
    if (part.kind === "in") return part.values.flatMap((value) => literalValue(value) ?? []);
    return part.kind === "listContains" ? (literalValue(part.value) ?? []) : [];
  });
  const texts = parts.flatMap((part): TextPart[] => {
    if (part.kind !== "textMatch") return [];
    const text = resolved(model, part.text);
    const value = text.kind === "literal" ? literalValue(text.value) : null;
    return typeof value === "string" ? [{ match: part.match, text: value }] : [];
  });
  return { constants: [...new Set(constants)], texts };
}

/**
 * Values of a type, the plainest first, with one on each side of every boundary: together they stand for all
 * values, except where texts are searched.
 */
export function candidates(model: Model, type: FieldType, demand: Demand): readonly Value[] {
  switch (type.kind) {
    case "boolean":
      return [true, false];
    case "choice":
      return type.values.map(({ name }) => name.normalize("NFC"));
    case "integer":
    case "number": {
      const bounds = [type.minimum, type.maximum].flatMap((bound) => (bound === null ? [] : [Number(bound)]));
      return numbers(type.kind, demand, bounds, within(type.minimum, type.maximum));
    }
    case "money":
      return numbers("integer", demand, [], (value) => Math.abs(value) < 1e12 * 10 ** model.digits);
    case "percent":
      return numbers("number", demand, [], () => true);
    case "text":
      return textsFor(
        demand.constants.filter((value) => typeof value === "string"),
        demand.texts,
      );
    case "date":
      return dates(
        demand.constants.filter((value) => typeof value === "string"),
        model,
      );
    case "time":
      return numbers("integer", demand, [model.start], () => true).filter(
        (at) => at !== 0 || demand.upTo > 0,
      );
    case "list":
      return subsets(items(type.of, demand));
    default:
      return assertNever(type);
  }
}

/** Whether the candidates stand for every value, as far as conditions compare it with constants. */
export function isComplete(type: FieldType, demand: Demand): boolean {
  return type.kind !== "list" || items(type.of, demand).length <= MOST_ITEMS;
}

/** The constants that a list in a record can hold: one may be asked for a text that none has, such as an empty one. */
function items(type: FieldType, { constants }: Demand): readonly Value[] {
  switch (type.kind) {
    case "text":
      return constants.filter((value) => typeof value === "string" && value !== "" && value === value.trim());
    case "integer":
    case "number": {
      const fits = within(type.minimum, type.maximum);
      const isWhole = (value: number) => type.kind === "number" || Number.isInteger(value);
      return constants.filter((value) => typeof value === "number" && fits(value) && isWhole(value));
    }
    default:
      return constants;
  }
}

function within(minimum: string | null, maximum: string | null): (value: number) => boolean {
  const low = minimum === null ? -1e15 + 1 : Number(minimum);
  const high = maximum === null ? 1e15 - 1 : Number(maximum);
  return (value) => value >= low && value <= high;
}

function numbers(
  kind: "integer" | "number",
  demand: Demand,
  bounds: readonly number[],
  fits: (value: number) => boolean,
): readonly number[] {
  const constants = demand.constants.filter((value) => typeof value === "number");
  const steps = Array.from({ length: demand.upTo + 1 }, (_, value) => value);
  const whole = kind === "integer";
  const at = constants.flatMap((value) => (whole ? [Math.floor(value), Math.ceil(value)] : [value]));
  const sides = [...at, ...at.map((value) => value + 1), ...at.map((value) => value - 1)];
  const all = [
    ...sides,
    ...(kind === "number" ? midpoints([...constants, ...bounds]) : []),
    ...steps,
    ...bounds,
  ];
  const [low = 0, high = 0] = bounds;
  const every = demand.every ? Array.from({ length: high - low + 1 }, (_, step) => low + step) : [];
  return [...new Set([...all, ...every])].filter(fits).map((value) => value + 0);
}

function midpoints(values: readonly number[]): number[] {
  const sorted = [...new Set(values)].toSorted((a, b) => a - b);
  return sorted.slice(1).map((value, index) => (value + (sorted[index] ?? value)) / 2);
}

function dates(constants: readonly string[], model: Model): readonly string[] {
  const real = constants.filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date));
  const around = real.flatMap((date) => [
    date,
    dateOfDay(dayNumber(date) + 1),
    dateOfDay(dayNumber(date) - 1),
  ]);
  return [...new Set([...around, model.engine.plan.zone.localDate(model.start)])];
}

const MOST_ITEMS = 6;

/** Every selection of the items, the empty one first. */
function subsets(items: readonly Value[]): readonly Value[] {
  const few = items.slice(0, MOST_ITEMS);
  return Array.from({ length: 2 ** few.length }, (_, bits) =>
    few.filter((_item, index) => (bits >> index) % 2 === 1),
  );
}
