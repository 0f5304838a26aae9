import type { Clause, ClockStatus, Commitment, Expression, Policy } from "@entente/ir";
import { childrenOf } from "../plan/children-of.ts";

/** The statuses that a clock of a clause can have, in the order of the language's table (section 8). */
export function possibleStatuses(
  policy: Policy,
  commitment: Commitment,
  clause: Clause,
): readonly ClockStatus[] {
  const { duty } = clause;
  const awaited = duty.kind !== "provide";
  const excusable = commitment.excuses.length > 0 || commitment.waivers.length > 0;
  const possible: Readonly<Record<ClockStatus, boolean>> = {
    waiting: true,
    inapplicable: commitment.appliesTo !== null,
    unknown: readsOf(commitment, clause).some((node) => mayBeUnknown(policy, node, new Set())),
    met: true,
    discharged: awaited && isStoppable(commitment, clause),
    excused: excusable,
    late: awaited,
    breached: true,
    paused: awaited && commitment.pauses.length > 0,
    at_risk: awaited && commitment.warnAt !== null,
    running: awaited,
  };
  return (Object.keys(possible) as ClockStatus[]).filter((status) => possible[status]);
}

function isStoppable({ until }: Commitment, { duty }: Clause): boolean {
  if (until.length > 0) return true;
  if (duty.kind === "recur") return duty.while !== null;
  const restarts = (duty.kind === "respond" || duty.kind === "follow") && duty.restarts;
  const last = "trigger" in duty && duty.trigger.kind === "event" && duty.trigger.which === "last";
  return restarts || last;
}

/** What decides whether a clock can be judged. */
function readsOf({ appliesTo, excuses, waivers }: Commitment, { duty }: Clause): readonly Expression[] {
  const terms: (Expression | null)[] = [
    appliesTo,
    ...excuses,
    ...waivers.map((waiver) => waiver.for),
    "deadline" in duty && duty.deadline.kind === "within" ? duty.deadline.duration : null,
    duty.kind === "respond" ? duty.times : null,
    duty.kind === "recur" ? duty.every : null,
    duty.kind === "recur" ? duty.while : null,
  ];
  return terms.filter((node) => node !== null);
}

/** Whether a field that may be missing has a part in a condition, through all the names in it. */
function mayBeUnknown(policy: Policy, node: Expression, seen: Set<string>): boolean {
  const inside = (nodes: readonly (Expression | null | undefined)[]): boolean =>
    nodes.some((one) => one != null && mayBeUnknown(policy, one, seen));
  switch (node.kind) {
    case "present":
      return false;
    case "field":
      return policy.lead.fields.some((field) => field.name === node.name && !field.required && !field.key);
    case "attribute":
    case "occurrenceAttribute":
      return isOptionalAttribute(policy, node.kind === "attribute" ? node.name : node.attribute);
    case "define":
    case "score":
    case "class":
    case "stageIs":
    case "stageReached": {
      const name = "stage" in node ? node.stage : node.name;
      const key = `${node.kind === "stageIs" ? "stageReached" : node.kind} ${name}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return inside(partsOfName(policy, node.kind, name));
    }
    default:
      return inside(childrenOf(node));
  }
}

function isOptionalAttribute(policy: Policy, name: string): boolean {
  return policy.events.some((event) => event.attributes.some((one) => one.name === name && !one.required));
}

function partsOfName(
  policy: Policy,
  kind: "define" | "score" | "class" | "stageIs" | "stageReached",
  name: string,
): readonly (Expression | null | undefined)[] {
  switch (kind) {
    case "define":
      return [policy.defines.find((one) => one.name === name)?.value];
    case "class":
      return policy.classes.find((one) => one.name === name)?.cases.map((one) => one.when) ?? [];
    case "score":
      return policy.scores
        .filter((one) => one.name === name)
        .flatMap((one) =>
          one.lines.map(({ basis, span }): Expression | null => {
            if (basis.kind === "when") return basis.condition;
            return basis.kind === "perField" ? { kind: "field", name: basis.field, span } : basis.match.where;
          }),
        );
    case "stageIs":
    case "stageReached":
      return policy.stages
        .filter((one) => one.name === name)
        .flatMap(({ when, unless, after, span }) => [
          when,
          unless,
          ...after.map((stage): Expression => ({ kind: "stageReached", stage, span })),
        ]);
  }
}
