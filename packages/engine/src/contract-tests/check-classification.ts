import type { ExpressionOf } from "@entente/ir";
import { localWords } from "../clocks/clock-words.ts";
import type { Reason } from "../explain/explain-condition.ts";
import type { WorthAmount } from "../verdict.ts";
import { amountWords } from "./amount-words.ts";
import { type ExpectationOf, type Finding, not, type TestedLead } from "./finding.ts";

export function checkStage(
  { verdict, explain }: TestedLead,
  { stage, negated }: ExpectationOf<"stage">,
): Finding {
  const expected = `stage is ${not(negated)}${stage ?? "none"}`;
  return {
    holds: (verdict.stage === stage) !== negated,
    expected,
    actual: `stage is ${verdict.stage ?? "none"}`,
    why: misses(explain),
  };
}

export function checkReached(
  { verdict, engine, explain }: TestedLead,
  { stage, negated }: ExpectationOf<"reached">,
): Finding {
  const found = verdict.stages.find((one) => one.stage === stage);
  const actual =
    found === undefined
      ? `${stage} was not reached`
      : `${stage} was reached ${localWords(engine.plan.zone, found.at)}`;
  return {
    holds: (found !== undefined) !== negated,
    expected: `stage ${not(negated)}reached ${stage}`,
    actual,
    why: misses(explain),
  };
}

export function checkClass(
  { verdict, explain }: TestedLead,
  { name, value, negated }: ExpectationOf<"class">,
): Finding {
  const found = Object.hasOwn(verdict.classes, name) ? verdict.classes[name] : null;
  const expected = `${name} is ${not(negated)}${value}`;
  const actual = `${name} is ${found ?? "unknown, or no case fits"}`;
  return { holds: (found === value) !== negated, expected, actual, why: reasonsOfClass(explain, name) };
}

export function checkScore({ verdict }: TestedLead, { name, value }: ExpectationOf<"score">): Finding {
  const found = Object.hasOwn(verdict.scores, name) ? verdict.scores[name] : undefined;
  const expected = `${name} = ${value}`;
  if (found === undefined) return { holds: false, expected, actual: `there is no score ${name}`, why: [] };
  const { minimum, maximum } = found;
  const isRange = minimum !== maximum;
  return {
    holds: !isRange && minimum === Number(value),
    expected,
    actual: isRange ? `${name} is from ${minimum} to ${maximum}` : `${name} = ${minimum}`,
    why: isRange ? ["a line of the score is unknown, because a field is missing"] : [],
  };
}

export function checkWorth({ verdict }: TestedLead, { value }: ExpectationOf<"worth">): Finding {
  const expectedWorth = worthOfLiteral(value);
  const same = worthWords(verdict.worth) === worthWords(expectedWorth);
  const why = verdict.worth === null ? [`the stage is ${verdict.stage ?? "none"}`] : [];
  return {
    holds: same,
    expected: `worth = ${worthWords(expectedWorth)}`,
    actual: `worth = ${worthWords(verdict.worth)}`,
    why,
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

export function checkDefine(
  { engine, facts, verdict }: TestedLead,
  { name, value, negated }: ExpectationOf<"define">,
): Finding {
  const wanted = value !== negated;
  const define: ExpressionOf<"define"> = { kind: "define", name, span: engine.policy.agreement.span };
  const missing = new Set<string>();
  const { at } = verdict;
  const holds = engine.plan.condition(define)({
    facts,
    at,
    knownAt: at,
    occurrence: null,
    statuses: null,
    missing,
  });
  const actual = holds === undefined ? `${name} is unknown` : `${name} is ${holds}`;
  const why = [...missing].map((field) => `${field} is missing`);
  return { holds: holds === wanted, expected: `${name} is ${wanted}`, actual, why };
}

/** What the lead lacks for the next stages. */
function misses(explain: TestedLead["explain"]): string[] {
  return explain().nearestMisses.map((miss) => miss.text);
}

/** What the conditions of a class found, case by case. */
function reasonsOfClass(explain: TestedLead["explain"], name: string): string[] {
  const found = explain().classes.find((one) => one.name === name);
  return (found?.cases ?? []).flatMap((one) =>
    one.reason === null
      ? []
      : [`${one.name} when ${one.reason.text}: ${one.reason.truth}${valueWords(one.reason)}`],
  );
}

function valueWords(reason: Reason): string {
  const values = leaves(reason).flatMap((leaf) => leaf.values);
  return values.length === 0 ? "" : ` (${[...new Set(values)].join(", ")})`;
}

function leaves(reason: Reason): readonly Reason[] {
  return reason.children.length === 0 ? [reason] : reason.children.flatMap(leaves);
}
