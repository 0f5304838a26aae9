import type { DueLadderStep } from "./ladder-book.ts";

/** A ladder step that somebody has to carry out now. */
export interface CurrentStep extends Pick<DueLadderStep, "ladder" | "step" | "actions"> {
  /** Promises to single leads that are missed and still not done. */
  readonly leads: number;
  /** The goals whose run of misses has come this far, and not further. */
  readonly goals: readonly string[];
}

/**
 * What is to be done now: the steps of promises that are still not done, and of each missed goal the furthest step that
 * fell due. In the order of `steps`.
 */
export function currentSteps(steps: readonly DueLadderStep[]): readonly CurrentStep[] {
  const open = steps.filter((step) => step.open > 0);
  const furthest = open.filter(
    ({ ladder, step, goal }) =>
      goal === null ||
      !open.some((other) => other.ladder === ladder && other.goal === goal && other.step > step),
  );
  const grouped = Map.groupBy(furthest, ({ ladder, step }) => JSON.stringify([ladder, step]));
  return [...grouped.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { ladder, step, actions } = first;
    const leads = group.reduce((sum, each) => sum + (each.goal === null ? each.open : 0), 0);
    return [
      { ladder, step, actions, leads, goals: group.flatMap(({ goal }) => (goal === null ? [] : [goal])) },
    ];
  });
}
