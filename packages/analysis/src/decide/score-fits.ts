import { FALSE, TRUE, type TruthSet, UNKNOWN } from "../logic/truth-set.ts";
import { anything, capped, type Extent, hull, nothing, plus, range, scaled } from "../space/score-line.ts";
import { segmentOf } from "../space/segment-cells.ts";
import type { PlannedLine, PlannedScore } from "../space/space.ts";
import type { Variable } from "../space/variable.ts";
import { openVariable } from "./open-variable.ts";
import { truthsOf } from "./truths-of.ts";
import type { View } from "./view.ts";

/** Whether the lines of a score must, can or cannot add up to what its cell says: true, open (null), false. */
export function scoreFits(view: View, planned: PlannedScore): boolean | null {
  const cell = view.chosen.get(planned.variable);
  if (cell?.segments === undefined) return null;
  const { low, high } = totalOf(view, planned);
  const fits = [low, high].map(([least, most], end) => {
    const wanted = cell.segments?.[end] ?? 0;
    const [from, to] = [segmentOf(planned.bounds, least), segmentOf(planned.bounds, most)];
    return wanted < from || wanted > to ? false : from === to ? true : null;
  });
  if (fits.includes(false)) return false;
  return fits.includes(null) ? null : true;
}

/** A variable without a cell on which a line's points depend; null where none is left. */
export function openLine(view: View, planned: PlannedScore): Variable | null {
  for (const { line, variable } of planned.lines) {
    const open =
      line.basis.kind === "when"
        ? openVariable(view, line.basis.condition)
        : variable === null || view.chosen.has(variable)
          ? null
          : variable;
    if (open !== null) return open;
  }
  return null;
}

/** Between which points a score can still end up, in units of its scale. */
function totalOf(view: View, { score, lines, scale }: PlannedScore): Extent {
  if (score.resets !== null) return bounded(score, scale, anything);
  const sum = lines.reduce((total, line) => plus(total, extentOf(view, line, scale)), nothing);
  const below = Number.NEGATIVE_INFINITY;
  const faded: Extent = score.fades === null ? sum : { low: [below, sum.low[1]], high: [below, sum.high[1]] };
  return bounded(score, scale, faded);
}

function bounded({ minimum, maximum }: PlannedScore["score"], scale: number, extent: Extent): Extent {
  const bound = (value: number): number => {
    const raised = minimum === null ? value : Math.max(value, scaled(minimum, scale));
    return maximum === null ? raised : Math.min(raised, scaled(maximum, scale));
  };
  const { low, high } = extent;
  return { low: [bound(low[0]), bound(low[1])], high: [bound(high[0]), bound(high[1])] };
}

function extentOf(view: View, planned: PlannedLine, scale: number): Extent {
  const { line, variable, extents, all, timed } = planned;
  if (line.basis.kind !== "when") {
    const cell = variable === null ? undefined : view.chosen.get(variable);
    return (cell === undefined ? undefined : extents.get(cell)) ?? all;
  }
  const set = truthsOf(view, line.basis.condition);
  if (timed) return hull(all, nothing);
  return pointsIf(set, capped({ ...line, cap: null }, scale, 1));
}

/** What a condition gives: its points, nothing, or either where it is unknown. */
function pointsIf(set: TruthSet, points: number): Extent {
  const ways = [
    ...((set & TRUE) !== 0 ? [range(points, points)] : []),
    ...((set & FALSE) !== 0 ? [nothing] : []),
    ...((set & UNKNOWN) !== 0 ? [range(0, points)] : []),
  ];
  const [first, ...others] = ways;
  return first === undefined ? nothing : others.reduce(hull, first);
}
