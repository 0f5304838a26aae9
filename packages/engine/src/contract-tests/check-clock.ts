import type { Action } from "@entente/ir";
import { localWords } from "../clocks/clock-words.ts";
import { isOfClause, representative } from "../clocks/combined-status.ts";
import type { ClockVerdict } from "../verdict.ts";
import { type ExpectationOf, type Finding, not, type TestedLead } from "./finding.ts";
import { whyClock } from "./why-clock.ts";

export function checkStatus(tested: TestedLead, expectation: ExpectationOf<"status">): Finding {
  const { status, negated } = expectation;
  const name = clockName(expectation);
  const clock = clockOf(tested, expectation);
  const expected = `${name} is ${not(negated)}${status}`;
  if (clock === undefined) return noClock(name, expected);
  return {
    holds: (clock.status === status) !== negated,
    expected,
    actual: `${name} is ${clock.status}`,
    why: () => whyClock(tested, clock, expectation.clause),
  };
}

export function checkDue(tested: TestedLead, expectation: ExpectationOf<"due">): Finding {
  const { zone } = tested.engine.plan;
  const name = clockName(expectation);
  const clock = clockOf(tested, expectation);
  const expected = `${name} due ${localWords(zone, expectation.at)}`;
  if (clock === undefined) return noClock(name, expected);
  const actual =
    clock.due === null
      ? `${name} is ${clock.status}, without a deadline`
      : `${name} due ${localWords(zone, clock.due)}`;
  return {
    holds: clock.due === expectation.at,
    expected,
    actual,
    why: () => whyClock(tested, clock, expectation.clause),
  };
}

export function checkSteps(tested: TestedLead, expectation: ExpectationOf<"steps">): Finding {
  const { zone } = tested.engine.plan;
  const name = clockName(expectation);
  const clock = clockOf(tested, expectation);
  const expected = `${name} has ${stepsWords(expectation.count)}`;
  if (clock === undefined) return noClock(name, expected);
  const { length } = clock.steps;
  const fallen = clock.steps.map(
    ({ ladder, step, at, actions }) =>
      `step ${step} of ${ladder} fell due ${localWords(zone, at)}: ${actions.map(actionWords).join(", ")}`,
  );
  return {
    holds: length === expectation.count,
    expected,
    actual: `${name} has ${stepsWords(length)}`,
    why: () => [...fallen, ...whyClock(tested, clock, expectation.clause)],
  };
}

type ClockRef = Pick<ExpectationOf<"status">, "commitment" | "clause">;

function clockOf({ verdict }: TestedLead, { commitment, clause }: ClockRef): ClockVerdict | undefined {
  const clocks = verdict.clocks.filter((one) => one.commitment === commitment);
  return representative(clause === null ? clocks : clocks.filter((one) => isOfClause(one, clause)));
}

function noClock(name: string, expected: string): Finding {
  const why = ["it is judged over many leads, and a test has one"];
  return { holds: false, expected, actual: `${name} has no clock for a single lead`, why: () => why };
}

function clockName({ commitment, clause }: ClockRef): string {
  return clause === null ? commitment : `${commitment}.${clause}`;
}

function stepsWords(count: number): string {
  return `${count} ${count === 1 ? "step" : "steps"}`;
}

function actionWords({ verb, to, text }: Action): string {
  return [verb, text ?? "", to.join(" and ")].filter((word) => word !== "").join(" ");
}
