import { Fraction } from "fraction.js";
import type { GoalAttainment, GoalWindowAttainment } from "../goals/attainment.ts";
import { earlierWindows } from "./earlier-windows.ts";

/** With fewer days than these of its own, a window goes by those of earlier windows as well. */
const ENOUGH = 15;

/** What the working days that are over have brought. */
export interface SeenDays {
  /** What each brought, in the unit of the goal; days between two working days count to the later one. */
  readonly brought: readonly Fraction[];
  /** How many of them are the window's own. */
  readonly own: number;
  /** What has come in since the last working day of the window that is over: today, or over the weekend. */
  readonly since: Fraction;
}

/**
 * The working days of a running window that are over, and where they are fewer than fifteen those of the windows before it,
 * the latest window first, each as a whole.
 */
export function seenDays(goal: GoalAttainment, window: GoalWindowAttainment): SeenDays {
  const working = window.days.filter((day) => day.working).length;
  const cumulative = endsOfWorkingDays(window).slice(0, working - (window.remaining?.days ?? 0));
  const own = differences(cumulative);
  const brought = [...own];
  const before = brought.length < ENOUGH ? earlierWindows(goal, window) : [];
  for (let index = before.length - 1; index >= 0 && brought.length < ENOUGH; index -= 1) {
    const one = before[index];
    if (one !== undefined) brought.push(...broughtByWhole(one));
  }
  const since = (window.actual ?? new Fraction(0)).sub(cumulative.at(-1) ?? 0);
  return { brought, own: own.length, since };
}

/** What each working day of a window that has ended brought; the last one with the days after it. */
function broughtByWhole(window: GoalWindowAttainment): Fraction[] {
  const cumulative = endsOfWorkingDays(window);
  if (cumulative.length === 0 || window.actual === null) return [];
  return differences([...cumulative.slice(0, -1), window.actual]);
}

function endsOfWorkingDays({ days }: GoalWindowAttainment): Fraction[] {
  return days.flatMap(({ working, actual }) => (working && actual !== null ? [actual] : []));
}

function differences(cumulative: readonly Fraction[]): Fraction[] {
  return cumulative.map((sum, index) => sum.sub(cumulative[index - 1] ?? 0));
}
