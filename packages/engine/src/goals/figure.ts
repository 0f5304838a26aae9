import { assertNever, type Measure } from "@entente/ir";
import { Fraction } from "fraction.js";
import { add, type Exact, fractionOf } from "../plan/exact.ts";
import { Durations, merged, quantile } from "./durations.ts";

/** How the value of a measure comes out of what was counted. */
export type Reckoner =
  | { readonly kind: "total" }
  | { readonly kind: "ratio" }
  | { readonly kind: "mean" }
  | { readonly kind: "quantile"; readonly percent: number };

export function reckonerOf(measure: Measure): Reckoner {
  switch (measure.kind) {
    case "reach":
    case "sum":
      return { kind: "total" };
    case "rate":
    case "share":
      return { kind: "ratio" };
    case "time":
      return measure.statistic === "mean" ? { kind: "mean" } : quantileOf(measure.statistic);
    default:
      return assertNever(measure);
  }
}

function quantileOf(statistic: "median" | "p75" | "p90" | "p95" | "p99"): Reckoner {
  return { kind: "quantile", percent: statistic === "median" ? 50 : Number(statistic.slice(1)) };
}

/** What was counted in one window for one value of `per`. Its size does not depend on how much that was, but for `values`. */
export interface Figure {
  /** Leads or events; of a rate or share, those that came through. */
  counted: number;
  /** Of a rate or share, those that had to. */
  of: number;
  total: Exact;
  /** Only for quantiles. */
  readonly values: Durations | null;
}

export function emptyFigure({ kind }: Reckoner): Figure {
  return { counted: 0, of: 0, total: 0, values: kind === "quantile" ? new Durations() : null };
}

/** Counts one lead or event with what it brings. */
export function addAmount(figure: Figure, amount: Exact): void {
  figure.counted += 1;
  if (figure.values === null) figure.total = add(figure.total, amount);
  else if (typeof amount === "number") figure.values.push(amount);
}

/** The value of what was counted: a percentage for ratios (34 is 34%); null where there was nothing to measure. */
export function valueOfFigure(reckoner: Reckoner, figure: Figure): Fraction | null {
  switch (reckoner.kind) {
    case "total":
      return fractionOf(figure.total);
    case "ratio":
      return figure.of === 0 ? null : new Fraction(figure.counted * 100, figure.of);
    case "mean":
      return figure.counted === 0 ? null : fractionOf(figure.total).div(figure.counted);
    case "quantile":
      return quantile(figure.values?.sorted() ?? new Float64Array(0), reckoner.percent);
    default:
      return assertNever(reckoner);
  }
}

/** The values of a figure that goes on with further ones, after each of them. */
export function* valuesCarriedOn(
  reckoner: Reckoner,
  base: Figure,
  further: Iterable<Figure>,
): Generator<Fraction | null> {
  const sum: Figure = { ...base };
  let sorted = base.values?.sorted() ?? null;
  for (const figure of further) {
    sum.counted += figure.counted;
    sum.of += figure.of;
    sum.total = add(sum.total, figure.total);
    if (sorted !== null && figure.values !== null) sorted = merged(sorted, figure.values.sorted());
    yield reckoner.kind === "quantile" && sorted !== null
      ? quantile(sorted, reckoner.percent)
      : valueOfFigure(reckoner, sum);
  }
}
