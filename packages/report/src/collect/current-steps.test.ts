import { expect, it } from "vitest";
import { currentSteps } from "./current-steps.ts";
import type { DueLadderStep } from "./ladder-book.ts";

function step(ladder: string, number: number, goal: string | null, open: number): DueLadderStep {
  return { ladder, step: number, goal, due: 5, open, latest: 0, actions: [`${ladder} ${number}`] };
}

it("names every open step of leads, and of each goal the furthest", () => {
  const steps = [
    step("chase", 1, null, 3),
    step("chase", 2, null, 1),
    step("chase", 3, null, 0),
    step("shared", 1, "leads", 1),
    step("shared", 2, "leads", 1),
    step("shared", 1, "revenue", 1),
    step("shared", 2, "speed", 1),
    step("shared", 3, "speed", 0),
  ];
  expect(currentSteps(steps).map(({ ladder, step, leads, goals }) => [ladder, step, leads, goals])).toEqual([
    ["chase", 1, 3, []],
    ["chase", 2, 1, []],
    ["shared", 2, 0, ["leads", "speed"]],
    ["shared", 1, 0, ["revenue"]],
  ]);
});
