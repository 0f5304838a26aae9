import type { Classification, Duration, Score, ScoreLine, Stage, Worth } from "@entente/ir";
import type { Json } from "../json.ts";
import { type Forms, normalMatch } from "./normal-match.ts";
import { normalDecimal, normalDuration } from "./normal-value.ts";
import { byName, sorted } from "./order.ts";

const decimal = (value: string | null): Json => (value === null ? null : normalDecimal(value));
const duration = (value: Duration | null): Json => (value === null ? null : normalDuration(value));

/** A sum: the order of its lines has no meaning. */
export function normalScore(forms: Forms, score: Score): Json {
  const { fades, resets } = score;
  return {
    name: score.name,
    lines: sorted(score.lines.map((line) => normalLine(forms, line))),
    fades:
      fades === null ? null : { points: normalDecimal(fades.points), every: normalDuration(fades.every) },
    expiresAfter: duration(score.expiresAfter),
    minimum: decimal(score.minimum),
    maximum: decimal(score.maximum),
    resets:
      resets === null ? null : { on: normalMatch(forms, resets.on), to: forms.expression.of(resets.to) },
  };
}

function normalLine(forms: Forms, { points, basis, once, cap, expiresAfter }: ScoreLine): Json {
  return {
    points: normalDecimal(points),
    basis: normalBasis(forms, basis),
    once: duration(once),
    cap: decimal(cap),
    expiresAfter: duration(expiresAfter),
  };
}

function normalBasis(forms: Forms, basis: ScoreLine["basis"]): Json {
  switch (basis.kind) {
    case "when":
      return { kind: basis.kind, condition: forms.expression.of(basis.condition) };
    case "perField":
      return { kind: basis.kind, field: basis.field };
    case "perEvent":
      return { kind: basis.kind, match: normalMatch(forms, basis.match) };
  }
}

/** Cases that may not overlap have no order; `otherwise` is the last in any case. */
export function normalClass(forms: Forms, { name, firstMatch, cases }: Classification): Json {
  const inOrder = firstMatch ? cases : byName(cases);
  return {
    name,
    firstMatch,
    cases: [
      ...inOrder.filter(({ when }) => when !== null),
      ...inOrder.filter(({ when }) => when === null),
    ].map((one) => ({
      name: one.name,
      when: forms.expression.of(one.when),
      worth: normalWorth(forms, one.worth),
    })),
  };
}

function normalWorth({ expression }: Forms, worth: Worth | null): Json {
  return worth === null ? null : { unit: worth.unit, value: expression.of(worth.value) };
}

/** @param tie the stage's place among those of its rank, of which the last is the furthest */
export function normalStage(forms: Forms, stage: Stage, tie: number): Json {
  const { expression } = forms;
  return {
    name: stage.name,
    label: stage.label,
    after: stage.after.map((name) => forms.refer.stage(name)).toSorted(),
    when: expression.of(stage.when),
    unless: expression.of(stage.unless),
    at: expression.of(stage.at),
    tie,
  };
}

/** @see normalStage */
export function tieOf(stages: readonly Stage[], { rank, order }: Stage): number {
  return stages.filter((other) => other.rank === rank && other.order < order).length;
}
