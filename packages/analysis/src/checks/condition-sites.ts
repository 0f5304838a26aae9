import {
  assertNever,
  type Commitment,
  type Duty,
  type EventMatch,
  type Expression,
  type Policy,
  type ScoreLine,
  type Trigger,
} from "@entente/ir";
import { expressionsIn, withParts } from "../logic/parts-of.ts";

/** A condition of the contract and where it stands. */
export interface ConditionSite {
  readonly condition: Expression;
  /** What it is, for messages: "this `unless`". */
  readonly what: string;
  /** What follows where it never holds, and where it always does; null where that is as it should be. */
  readonly never: string | null;
  readonly always: string | null;
  /** The event whose attributes it sees. */
  readonly event: string | null;
}

/** Every condition of a policy that decides something about a lead, in the order of its declarations. */
export function conditionSites(policy: Policy): readonly ConditionSite[] {
  const { defines, scores, classes, stages, commitments, goals, funnels } = policy;
  return [
    ...defines
      .filter(({ value }) => isCondition(value))
      .map(({ name, value }) =>
        site(value, `\`${name}\``, "whatever asks for it gets no", "whatever asks for it gets yes"),
      ),
    ...scores.flatMap(({ lines }) => lines).flatMap(lineSite),
    ...classes.flatMap(({ cases }) =>
      cases.flatMap(({ name, when }) =>
        optional(when, `the case \`${name}\``, "no lead falls into it", null),
      ),
    ),
    ...stages.flatMap((stage) => [
      ...optional(stage.when, `the condition of \`${stage.name}\``, "no lead reaches the stage", null),
      ...optional(stage.unless, "this `unless`", "it keeps no lead out", "it keeps every lead out"),
    ]),
    ...commitments.flatMap(commitmentSites),
    ...goals.flatMap(({ measure }) =>
      optional(measure.where, "this `where`", "the goal counts nothing", "`where` is not needed"),
    ),
    ...funnels.flatMap(({ name, appliesTo }) =>
      optional(appliesTo, `\`for\` of \`${name}\``, "it is for no lead", "`for` is not needed"),
    ),
    ...matchesOf(policy).flatMap(matchSite),
    ...nestedFilters(policy),
  ];
}

function lineSite({ basis }: ScoreLine): ConditionSite[] {
  if (basis.kind !== "when") return [];
  return [
    site(basis.condition, "this line's condition", "it adds no points", "it adds its points to every lead"),
  ];
}

function commitmentSites({ name, appliesTo, excuses, waivers, clauses }: Commitment): ConditionSite[] {
  return [
    ...optional(appliesTo, `\`for\` of \`${name}\``, "nobody owes anything", "`for` is not needed"),
    ...excuses.map((excuse) =>
      site(excuse, "this `unless`", "it excuses nobody", "the commitment is always excused"),
    ),
    ...waivers.flatMap((waiver) =>
      optional(waiver.for, "this waiver's `for`", "it waives nothing", "it waives every lead"),
    ),
    ...clauses.flatMap(({ duty }) =>
      duty.kind === "recur"
        ? optional(duty.while, "this `while`", "nothing is ever owed", "`while` is not needed")
        : [],
    ),
  ];
}

function site(
  condition: Expression,
  what: string,
  never: string | null,
  always: string | null,
): ConditionSite {
  return { condition, what, never, always, event: null };
}

function optional(
  condition: Expression | null,
  ...words: [string, string | null, string | null]
): ConditionSite[] {
  return condition === null ? [] : [site(condition, ...words)];
}

function filterOf(event: string, where: Expression): ConditionSite {
  const words = { never: `no \`${event}\` counts`, always: `every \`${event}\` counts, with or without it` };
  return { condition: where, what: "this `where`", ...words, event };
}

function matchSite({ event, where }: EventMatch): ConditionSite[] {
  return where === null ? [] : [filterOf(event, where)];
}

function matchesOf({ scores, commitments }: Policy): readonly EventMatch[] {
  return [
    ...scores.flatMap(({ lines, resets }) => [
      ...lines.flatMap(({ basis }) => (basis.kind === "perEvent" ? [basis.match] : [])),
      ...(resets === null ? [] : [resets.on]),
    ]),
    ...commitments.flatMap(({ clauses, pauses, until }) => [
      ...clauses.flatMap(({ duty }) => dutyMatches(duty)),
      ...pauses.flatMap(({ from, to }) => [...from, ...to]),
      ...until,
    ]),
  ];
}

function dutyMatches(duty: Duty): readonly EventMatch[] {
  switch (duty.kind) {
    case "respond":
      return [...duty.events, ...triggerMatches(duty.trigger)];
    case "provide":
    case "leave":
      return triggerMatches(duty.trigger);
    case "limit":
    case "recur":
      return duty.events;
    case "share":
      return [...duty.events, ...triggerMatches(duty.of)];
    case "follow":
      return [...duty.steps.flatMap(({ events }) => events), ...triggerMatches(duty.trigger)];
    default:
      return assertNever(duty);
  }
}

function triggerMatches(trigger: Trigger): readonly EventMatch[] {
  return trigger.kind === "event" ? trigger.events : [];
}

/** The filters inside `count of` and `first` or `last`. */
function nestedFilters({
  defines,
  scores,
  classes,
  stages,
  commitments,
  goals,
  funnels,
}: Policy): ConditionSite[] {
  const all = expressionsIn({ defines, scores, classes, stages, commitments, goals, funnels }).flatMap(
    withParts,
  );
  return all.flatMap((node) =>
    (node.kind === "count" || node.kind === "occurrence") && node.where !== null
      ? [filterOf(node.event, node.where)]
      : [],
  );
}

/** Whether an expression is true or false by its form. A field is one only by its type, and says nothing by itself. */
export function isCondition({ kind }: Expression): boolean {
  switch (kind) {
    case "happened":
    case "stageIs":
    case "stageReached":
    case "verdictIs":
    case "not":
    case "and":
    case "or":
    case "compare":
    case "in":
    case "textMatch":
    case "listContains":
    case "present":
    case "withinTime":
      return true;
    case "literal":
    case "field":
    case "attribute":
    case "define":
    case "score":
    case "class":
    case "occurrence":
    case "occurrenceAttribute":
    case "count":
    case "elapsedSince":
    case "arithmetic":
    case "negate":
    case "table":
    case "dated":
      return false;
    default:
      return assertNever(kind);
  }
}
