import { assertNever, type Expression, type Stage } from "@entente/ir";
import { ownInstantExists } from "../logic/own-instant.ts";
import type { Model } from "../model.ts";

/** All that some conditions ask in the end. */
export interface Gathered {
  /** Atoms by key. */
  readonly atoms: Map<string, Expression>;
  /** By score, the bounds that it is compared with and how: `>= 30`. */
  readonly scores: Map<string, Set<string>>;
  /** Stages that are asked about, directly or on the way. */
  readonly stages: Map<string, Stage>;
  readonly visited: Set<string>;
}

export function gather(model: Model, conditions: readonly Expression[]): Gathered {
  const gathered: Gathered = { atoms: new Map(), scores: new Map(), stages: new Map(), visited: new Set() };
  for (const condition of conditions) collect(model, condition, gathered);
  return gathered;
}

function collect(model: Model, node: Expression | null, gathered: Gathered): void {
  if (node === null) return;
  const shape = model.shape(node);
  switch (shape.kind) {
    case "constant":
      return;
    case "not":
      return collect(model, shape.operand, gathered);
    case "and":
    case "or":
      for (const operand of shape.operands) collect(model, operand, gathered);
      return;
    case "define":
      return once(gathered, `define ${shape.name}`, () => collect(model, shape.value, gathered));
    case "class":
      return once(gathered, `class ${shape.name}`, () => {
        for (const { when } of model.class(shape.name).cases) collect(model, when, gathered);
      });
    case "score": {
      const asked = gathered.scores.get(shape.name) ?? new Set();
      gathered.scores.set(shape.name, asked.add(`${shape.operator} ${shape.bound}`));
      return once(gathered, `score ${shape.name}`, () => {
        for (const { basis } of model.score(shape.name).lines) {
          if (basis.kind === "when") collect(model, basis.condition, gathered);
        }
      });
    }
    case "stageReached":
      return collectStage(model, shape.stage, gathered);
    case "stageIs":
      for (const stage of model.policy.stages) {
        if (stage.name === shape.stage.name || isFurther(stage, shape.stage))
          collectStage(model, stage, gathered);
      }
      return;
    case "atom":
      gathered.atoms.set(shape.key, shape.node);
      return;
    default:
      return assertNever(shape);
  }
}

function collectStage(model: Model, stage: Stage, gathered: Gathered): void {
  once(gathered, `stage ${stage.name}`, () => {
    gathered.stages.set(stage.name, stage);
    for (const part of [stage.when, stage.unless, ownInstantExists(model, stage)])
      collect(model, part, gathered);
    for (const name of stage.after) collectStage(model, model.stage(name), gathered);
  });
}

function once({ visited }: Gathered, key: string, visit: () => void): void {
  if (visited.has(key)) return;
  visited.add(key);
  visit();
}

/** Whether a stage lies further along than another: the longer path, in a tie the one declared last. */
export function isFurther(a: Stage, b: Stage): boolean {
  return a.rank > b.rank || (a.rank === b.rank && a.order > b.order);
}
