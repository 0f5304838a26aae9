import type { Expression, Goal, Measure } from "@entente/ir";
import Fraction from "fraction.js";
import { normalMeasure } from "../canonical/normal-promise.ts";
import { textOf } from "../canonical/order.ts";
import { coverage, fixed } from "../joint/ask.ts";
import type { Both } from "./both.ts";
import { boundRelation } from "./duty.ts";
import { sign } from "./order-of-values.ts";
import { ladderRelations } from "./promise-parts.ts";
import { directed, incomparable, looser, type Relation, reversed, stricter } from "./relation.ts";
import { worthRelation } from "./worth.ts";

/** How a changed goal bears on the parties that owe it. */
export function goalRelations(both: Both, a: Goal, b: Goal): readonly Relation[] {
  return [
    ...measureRelations(both, a, b),
    ...targetRelations(both, a, b),
    ...toleranceRelations(a, b),
    ...ladderRelations(both, a.ladder, b.ladder),
  ];
}

function measureRelations(both: Both, a: Goal, b: Goal): readonly Relation[] {
  const [before, after] = [a.measure, b.measure];
  if (textOf(normalMeasure(both.base.forms, before)) === textOf(normalMeasure(both.head.forms, after)))
    return [];
  const unclear = incomparable("something else is measured");
  const pair = countedOf(both, before, after);
  if (pair === null) return [unclear];
  const { wider, narrower } = coverage(both.joint, { ...pair, event: null });
  if (wider && narrower) return [];
  const bounds = new Set([...a.targets, ...b.targets].map(({ bound }) => bound));
  const [bound] = bounds;
  if (bounds.size !== 1 || wider === narrower) return [unclear];
  const relation = wider ? looser("more leads count") : stricter("fewer leads count");
  return [bound === "atLeast" ? relation : reversed(relation)];
}

/** How a change of what leads are worth bears on a goal that sums it up. */
export function worthRelations(both: Both, a: Goal, b: Goal): readonly Relation[] {
  if (!asksWorth(a.measure) || !asksWorth(b.measure)) return [];
  const bounds = new Set([...a.targets, ...b.targets].map(({ bound }) => bound));
  const relations = [...bounds].map((bound) => worthRelation(both, bound));
  return relations.filter((one) => one !== null);
}

/** Whether a goal is about what leads are worth, not how many they are. */
export function asksWorth(measure: Measure): boolean {
  return measure.kind === "reach" && measure.what !== "count";
}

/** The leads that a plain count is of, in both versions; null where anything else of the measure differs. */
function countedOf(
  both: Both,
  a: Measure,
  b: Measure,
): { readonly base: Expression; readonly head: Expression } | null {
  if (a.kind !== "reach" || b.kind !== "reach" || a.what !== "count" || b.what !== "count") return null;
  const { stage } = both.base.forms.refer;
  if (textOf(stage(a.stage)) !== textOf(both.head.forms.refer.stage(b.stage))) return null;
  const per = [both.base.forms.expression.of(a.per), both.head.forms.expression.of(b.per)];
  if (per.some((one) => one !== null)) return null;
  return { base: a.where ?? fixed(true, a), head: b.where ?? fixed(true, b) };
}

type Target = Goal["targets"][number];

const windowOf = ({ window, from, bound }: Target): string =>
  JSON.stringify([window, from, bound], (key, value: unknown) => (key === "span" ? undefined : value));

function targetRelations(both: Both, a: Goal, b: Goal): readonly Relation[] {
  const same = a.targets.flatMap((before): Relation[] => {
    const after = b.targets.find((one) => windowOf(one) === windowOf(before));
    if (after === undefined) return [];
    const relation = boundRelation(both, before.bound, before.value, after.value);
    return relation === null ? [] : [relation];
  });
  const windows = [a, b].map(({ targets }) => targets.map(windowOf));
  const [before = [], after = []] = windows;
  const gone = before.some((one) => !after.includes(one));
  const added = after.some((one) => !before.includes(one));
  const milestones = [...a.targets, ...b.targets].some(({ window }) => window.kind === "by");
  if ((gone || added) && milestones) return [...same, incomparable("other milestones")];
  if (gone && added) return [...same, incomparable("the targets are for other times")];
  if (gone) return [...same, looser("fewer targets")];
  return added ? [...same, stricter("more targets")] : same;
}

/** How far a figure may stay away from its target: below for `at least`, above for `at most` (language, section 10). */
function toleranceRelations(a: Goal, b: Goal): readonly Relation[] {
  const bounds = new Set([...a.targets, ...b.targets].map(({ bound }) => bound));
  const relations = [...bounds].flatMap((bound) => {
    const forgiving = sign(roomOf(b, forgivingSide[bound]).compare(roomOf(a, forgivingSide[bound])));
    const room = directed(forgiving, {
      less: stricter("less tolerance"),
      more: looser("more tolerance"),
      unclear: "another tolerance",
    });
    return [...(room === null ? [] : [room]), ...(bound === "atLeast" ? tooMuch(a, b) : [])];
  });
  return [...new Map(relations.map((one) => [one.reason, one])).values()];
}

const forgivingSide = { atLeast: "below", atMost: "above" } as const;

/** A tolerance above says from where on `at least` is too much of it; without one nothing is. */
function tooMuch(a: Goal, b: Goal): readonly Relation[] {
  const [before, after] = [a, b].map(({ tolerance }) => tolerance !== null && tolerance.side !== "below");
  if (before !== after)
    return [after === true ? stricter("it may be too much now") : looser("it is never too much any more")];
  const order = sign(roomOf(b, "above").compare(roomOf(a, "above")));
  if (order === 0) return [];
  return [order < 0 ? stricter("it is too much sooner") : looser("it is too much later")];
}

/** The tolerance on a side, in percent of the target; none is 0. */
function roomOf({ tolerance }: Goal, side: "below" | "above"): Fraction {
  if (tolerance === null || (tolerance.side !== side && tolerance.side !== "either")) return new Fraction(0);
  return new Fraction(tolerance.percent);
}
