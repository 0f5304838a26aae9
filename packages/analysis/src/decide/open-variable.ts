import { assertNever, type Expression, type Stage } from "@entente/ir";
import { ownInstantExists } from "../logic/own-instant.ts";
import { isDecided } from "../logic/truth-set.ts";
import { isFurther } from "../space/gather.ts";
import type { Placement } from "../space/space.ts";
import type { Variable } from "../space/variable.ts";
import { truthsOf } from "./truths-of.ts";
import { answerOf, type View } from "./view.ts";

/** A variable without a cell on which an undecided condition depends; null where none is left. */
export function openVariable(view: View, node: Expression, seen = new Set<string>()): Variable | null {
  if (isDecided(truthsOf(view, node))) return null;
  const { model, placements, scores } = view.space;
  const shape = model.shape(node);
  switch (shape.kind) {
    case "constant":
      return null;
    case "not":
      return openVariable(view, shape.operand, seen);
    case "and":
    case "or":
      return firstOpen(view, shape.operands, seen);
    case "define":
      return once(seen, `define ${shape.name}`, () => openVariable(view, shape.value, seen));
    case "class":
      return once(seen, `class ${shape.name}`, () =>
        firstOpen(
          view,
          model.class(shape.name).cases.flatMap(({ when }) => when ?? []),
          seen,
        ),
      );
    case "score": {
      const variable = scores.get(shape.name)?.variable ?? null;
      return variable === null || view.chosen.has(variable) ? null : variable;
    }
    case "stageReached":
      return openInStage(view, shape.stage, seen);
    case "stageIs": {
      const further = model.policy.stages.filter((stage) => isFurther(stage, shape.stage));
      for (const stage of [shape.stage, ...further]) {
        const variable = openInStage(view, stage, seen);
        if (variable !== null) return variable;
      }
      return null;
    }
    case "atom": {
      const placement = placements.get(shape.key);
      return placement === undefined ? null : openPlacement(view, placement, seen);
    }
    default:
      return assertNever(shape);
  }
}

function firstOpen(view: View, nodes: readonly Expression[], seen: Set<string>): Variable | null {
  for (const node of nodes) {
    const variable = openVariable(view, node, seen);
    if (variable !== null) return variable;
  }
  return null;
}

function openInStage(view: View, stage: Stage, seen: Set<string>): Variable | null {
  return once(seen, `stage ${stage.name}`, () => {
    const { model } = view.space;
    const own = [ownInstantExists(model, stage), stage.when, stage.unless].filter((node) => node !== null);
    const variable = firstOpen(view, own, seen);
    if (variable !== null) return variable;
    for (const name of stage.after) {
      const before = openInStage(view, model.stage(name), seen);
      if (before !== null) return before;
    }
    return null;
  });
}

function openPlacement(view: View, placement: Placement, seen: Set<string>): Variable | null {
  switch (placement.kind) {
    case "constant":
      return null;
    case "cell":
      return openCell(view, placement);
    case "order":
      return (
        firstOpen(
          view,
          placement.sides.map(({ condition }) => condition),
          seen,
        ) ?? openCell(view, placement)
      );
    default:
      return assertNever(placement);
  }
}

function openCell(view: View, placement: Extract<Placement, { variable: Variable }>): Variable | null {
  return view.chosen.has(placement.variable) || isDecided(answerOf(view, placement))
    ? null
    : placement.variable;
}

function once(seen: Set<string>, key: string, find: () => Variable | null): Variable | null {
  if (seen.has(key)) return null;
  seen.add(key);
  return find();
}
