import { POINT, type Replay } from "@entente/diff";
import type { GoalWindowAttainment, WorthAmount } from "@entente/engine";
import type Fraction from "fraction.js";
import { createDecimalAmount, currencyDecimals } from "./money.ts";
import { isoInstant } from "./verdict-json.ts";

/** A replay as JSON: instants in UTC, exact numbers as decimal text or as a fraction, money in the currency's units. */
export function replayJson(replay: Replay): object {
  const { at, leads, stages, classes, worth, violations, goals, funnels, examples } = replay;
  return {
    at: isoInstant(at),
    leads,
    stages,
    classes,
    worth: {
      changed: worth.changed,
      sums: worth.sums.map(({ unit, before, after }) => ({
        unit,
        before: unitAmount(unit, before),
        after: unitAmount(unit, after),
      })),
    },
    violations,
    goals: goals.map(({ differing, ...goal }) => ({
      ...goal,
      differing: differing.map(({ before, after }) => ({
        before: windowJson(before),
        after: windowJson(after),
      })),
    })),
    funnels: funnels.map(({ funnel, before, after }) => ({
      funnel,
      before: needsJson(before),
      after: needsJson(after),
    })),
    examples: examples.map(({ worth: difference, ...lead }) => ({
      ...lead,
      worth:
        difference === null
          ? null
          : { before: worthJson(difference.before), after: worthJson(difference.after) },
    })),
  };
}

function windowJson(window: GoalWindowAttainment | null): object | null {
  if (window === null) return null;
  const { per, window: stretch, status, goal, actual } = window;
  return {
    per,
    from: isoInstant(stretch.from),
    to: isoInstant(stretch.to),
    status,
    target: fractionText(goal),
    actual: fractionText(actual),
  };
}

function fractionText(value: Fraction | null): string | null {
  return value === null ? null : value.toFraction();
}

function needsJson(needs: ReadonlyMap<string, Fraction> | null): object | null {
  return needs === null
    ? null
    : Object.fromEntries([...needs].map(([stage, count]) => [stage, count.toFraction()]));
}

function worthJson(worth: WorthAmount | null): object | null {
  if (worth === null) return null;
  if (worth.unit === "points") return { points: worth.points };
  return { amount: createDecimalAmount()(worth.minor, worth.currency), currency: worth.currency };
}

/** An amount of minor units, or of millionths of points, as a decimal. */
function unitAmount(unit: string, amount: bigint): string {
  const digits = unit === "points" ? String(POINT).length - 1 : currencyDecimals(unit);
  const scale = 10n ** BigInt(digits);
  const sign = amount < 0n ? "-" : "";
  const size = amount < 0n ? -amount : amount;
  if (digits === 0) return `${sign}${size}`;
  return `${sign}${size / scale}.${String(size % scale).padStart(digits, "0")}`;
}
