import type { ExpressionOf } from "@entente/ir";
import { localWords } from "../clocks/clock-words.ts";
import type { WorthAmount } from "../verdict.ts";
import { amountWords } from "./amount-words.ts";
import { type ExpectationOf, type Finding, not, type TestedLead } from "./finding.ts";
import { pointsWords, whyClass, whyDefine, whyScore, whyStage, whyWorth } from "./why-classified.ts";

export function checkStage(tested: TestedLead, { stage, negated }: ExpectationOf<"stage">): Finding {
  const { verdict } = tested;
  return {
    holds: (verdict.stage === stage) !== negated,
    expected: `stage is ${not(negated)}${stage ?? "none"}`,
    actual: `stage is ${verdict.stage ?? "none"}`,
    why: () => whyStage(tested, stage),
  };
}

export function checkReached(tested: TestedLead, { stage, negated }: ExpectationOf<"reached">): Finding {
  const { verdict, engine } = tested;
  const found = verdict.stages.find((one) => one.stage === stage);
  return {
    holds: (found !== undefined) !== negated,
    expected: `stage ${not(negated)}reached ${stage}`,
    actual:
      found === undefined
        ? `${stage} was not reached`
        : `${stage} was reached ${localWords(engine.plan.zone, found.at)}`,
    why: () => whyStage(tested, stage),
  };
}

export function checkClass(tested: TestedLead, expectation: ExpectationOf<"class">): Finding {
  const { name, value, negated } = expectation;
  const { classes } = tested.verdict;
  const found = Object.hasOwn(classes, name) ? classes[name] : null;
  return {
    holds: (found === value) !== negated,
    expected: `${name} is ${not(negated)}${value}`,
    actual: `${name} is ${found ?? "unknown, or no case fits"}`,
    why: () => whyClass(tested, name),
  };
}

export function checkScore(tested: TestedLead, { name, value }: ExpectationOf<"score">): Finding {
  const { scores } = tested.verdict;
  const found = Object.hasOwn(scores, name) ? scores[name] : undefined;
  const expected = `${name} = ${value}`;
  if (found === undefined)
    return { holds: false, expected, actual: `there is no score ${name}`, why: () => [] };
  const { minimum, maximum } = found;
  const isRange = minimum !== maximum;
  const open = isRange ? ["a line of the score is unknown, because a field is missing"] : [];
  return {
    holds: !isRange && minimum === Number(value),
    expected,
    actual: isRange ? `${name} is from ${minimum} to ${maximum}` : `${name} = ${pointsWords(found)}`,
    why: () => [...open, ...whyScore(tested, name)],
  };
}

export function checkWorth(tested: TestedLead, { value }: ExpectationOf<"worth">): Finding {
  const { worth } = tested.verdict;
  const expectedWorth = worthOfLiteral(value);
  return {
    holds: worthWords(worth) === worthWords(expectedWorth),
    expected: `worth = ${worthWords(expectedWorth)}`,
    actual: `worth = ${worthWords(worth)}`,
    why: () => whyWorth(tested),
  };
}

function worthOfLiteral(value: ExpectationOf<"worth">["value"]): WorthAmount | null {
  if (value.kind === "money") return { unit: "money", minor: value.minor, currency: value.currency };
  return value.kind === "number" ? { unit: "points", points: Number(value.value) } : null;
}

function worthWords(worth: WorthAmount | null): string {
  if (worth === null) return "nothing";
  return worth.unit === "points" ? `${worth.points} points` : amountWords(worth.minor, worth.currency);
}

export function checkDefine(tested: TestedLead, expectation: ExpectationOf<"define">): Finding {
  const { name, value, negated } = expectation;
  const { engine } = tested;
  const wanted = value !== negated;
  const define: ExpressionOf<"define"> = { kind: "define", name, span: engine.policy.agreement.span };
  const missing = new Set<string>();
  const holds = engine.plan.condition(define)({ ...tested.context(), missing });
  return {
    holds: holds === wanted,
    expected: `${name} is ${wanted}`,
    actual: holds === undefined ? `${name} is unknown` : `${name} is ${holds}`,
    why: () => [...[...missing].map((field) => `${field} is missing`), ...whyDefine(tested, define)],
  };
}
