import { assertNever, type Expression, invariant, type Stage } from "@entente/ir";
import { isRising } from "../logic/is-rising.ts";
import { ownInstantExists } from "../logic/own-instant.ts";
import type { Outcome } from "../logic/shape-of.ts";
import { both, either, FALSE, negated, TRUE, type TruthSet, UNKNOWN } from "../logic/truth-set.ts";
import { isFurther } from "../space/gather.ts";
import type { Placement } from "../space/space.ts";
import { answerOf, remembered, type View } from "./view.ts";

/**
 * The truth values that a condition can still have in a view. Never too few; too many where its parts depend on
 * one another, until their variables have cells.
 */
export function truthsOf(view: View, node: Expression): TruthSet {
  const { model, placements, scores } = view.space;
  const shape = model.shape(node);
  switch (shape.kind) {
    case "constant":
      return shape.truth;
    case "not":
      return negated(truthsOf(view, shape.operand));
    case "and":
      return shape.operands.reduce((set, operand) => both(set, truthsOf(view, operand)), TRUE);
    case "or":
      return shape.operands.reduce((set, operand) => either(set, truthsOf(view, operand)), FALSE);
    case "define":
      return remembered(view, `define ${shape.name}`, () => truthsOf(view, shape.value));
    case "class":
      return outcomesOf(view, shape.name).reduce<TruthSet>((set, outcome) => set | shape.test(outcome), 0);
    case "score": {
      const planned = scores.get(shape.name);
      const index = planned?.comparisons.get(`${shape.operator} ${shape.bound}`);
      invariant(planned !== undefined && index !== undefined, `the comparison with ${shape.name} is planned`);
      return answerOf(view, { kind: "cell", variable: planned.variable, index });
    }
    case "stageReached":
      return reached(view, shape.stage);
    case "stageIs":
      return isAt(view, shape.stage);
    case "atom": {
      const placement = placements.get(shape.key);
      invariant(placement !== undefined, `the atom ${shape.key} is placed`);
      return placedTruths(view, placement);
    }
    default:
      return assertNever(shape);
  }
}

function placedTruths(view: View, placement: Placement): TruthSet {
  switch (placement.kind) {
    case "constant":
      return placement.truth;
    case "cell":
      return answerOf(view, placement);
    case "order": {
      const present = (absent: TruthSet): TruthSet =>
        placement.sides
          .filter((side) => side.absent === absent)
          .reduce((set, { condition }) => both(set, truthsOf(view, condition)), TRUE);
      const happened = present(FALSE);
      const known = present(UNKNOWN);
      const missing = (happened & TRUE) !== 0 && (known & FALSE) !== 0 ? UNKNOWN : 0;
      const compared = (happened & known & TRUE) !== 0 ? answerOf(view, placement) : 0;
      return (happened & FALSE) | missing | compared;
    }
    default:
      return assertNever(placement);
  }
}

/** The cases into which a lead can still fall. */
function outcomesOf(view: View, name: string): readonly Outcome[] {
  const known = view.outcomes.get(name) ?? findOutcomes(view, name);
  view.outcomes.set(name, known);
  return known;
}

function findOutcomes(view: View, name: string): readonly Outcome[] {
  const { cases, firstMatch } = view.space.model.class(name);
  const outcomes = new Set<Outcome>();
  let unknown: TruthSet = FALSE;
  for (const { name: caseName, when } of cases) {
    if (when === null) {
      if ((unknown & FALSE) !== 0) outcomes.add(caseName);
      if ((unknown & TRUE) !== 0) outcomes.add(undefined);
      return [...outcomes];
    }
    const set = truthsOf(view, when);
    if ((set & TRUE) !== 0) outcomes.add(caseName);
    if (firstMatch) {
      if ((set & UNKNOWN) !== 0) outcomes.add(undefined);
      if ((set & FALSE) === 0) return [...outcomes];
    } else {
      if (set === TRUE) return [...outcomes];
      unknown = either(unknown, someUnknown(set));
    }
  }
  if ((unknown & FALSE) !== 0) outcomes.add(null);
  if ((unknown & TRUE) !== 0) outcomes.add(undefined);
  return [...outcomes];
}

/** Whether a case before which none held is unknown: false where it can be false. */
function someUnknown(set: TruthSet): TruthSet {
  return ((set & UNKNOWN) !== 0 ? TRUE : 0) | ((set & FALSE) !== 0 ? FALSE : 0);
}

/** A stage's own condition: `when` holds and `unless` does not. */
export function holds(view: View, { when, unless }: Stage): TruthSet {
  const wanted = when === null ? TRUE : truthsOf(view, when);
  return unless === null ? wanted : both(wanted, negated(truthsOf(view, unless)));
}

/** Whether a stage has an instant and a predecessor was reached. */
function isOpen(view: View, stage: Stage): TruthSet {
  const { model } = view.space;
  const instant = ownInstantExists(model, stage);
  const own = instant === null ? TRUE : truthsOf(view, instant);
  if (stage.after.length === 0) return own;
  const entry = stage.after.reduce((set, name) => either(set, reached(view, model.stage(name))), FALSE);
  return both(own, entry);
}

/** `stage reached`: what held once counts for good, so a condition that can lapse may have held before. */
export function reached(view: View, stage: Stage): TruthSet {
  return remembered(view, `reached ${stage.name}`, () => {
    const now = holds(view, stage);
    return both(isOpen(view, stage), canLapse(view, stage) ? sinceEver(now) : now);
  });
}

function sinceEver(now: TruthSet): TruthSet {
  if (now === TRUE) return TRUE;
  return (now & FALSE) !== 0 ? TRUE | FALSE | UNKNOWN : TRUE | UNKNOWN;
}

function canLapse(view: View, { when, unless }: Stage): boolean {
  const { model } = view.space;
  if (when !== null && !isRising(model, when)) return true;
  return unless !== null && !isRising(model, { kind: "not", operand: unless, span: unless.span });
}

function held(view: View, stage: Stage): TruthSet {
  return remembered(view, `held ${stage.name}`, () => {
    const { model } = view.space;
    const now = both(isOpen(view, stage), holds(view, stage));
    if (stage.after.length === 0) return now;
    return both(
      now,
      stage.after.reduce((set, name) => either(set, holds(view, model.stage(name))), FALSE),
    );
  });
}

/** `stage is`: held, and no further stage certainly is. */
function isAt(view: View, stage: Stage): TruthSet {
  const own = held(view, stage);
  let free = true;
  let passed = own & FALSE;
  for (const other of view.space.model.policy.stages) {
    if (other.name === stage.name || !isFurther(other, stage)) continue;
    const further = held(view, other);
    if (further === TRUE) free = false;
    if ((further & TRUE) !== 0) passed |= FALSE;
  }
  return passed | (free ? own : 0);
}
