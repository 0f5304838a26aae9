import { assertNever, type Duty, type DutyOf, type Expression, type Trigger } from "@entente/ir";
import { normalDuty } from "../canonical/normal-commitment.ts";
import { normalMatches, normalTrigger } from "../canonical/normal-match.ts";
import { textOf } from "../canonical/order.ts";
import type { Json } from "../json.ts";
import type { Both } from "./both.ts";
import { deadlineRelation } from "./deadline.ts";
import { matchesCoverage } from "./match-coverage.ts";
import { orderOfDurations, orderOfValues } from "./order-of-values.ts";
import { directed, incomparable, looser, type Relation, reversed, stricter } from "./relation.ts";

const same = (a: Json, b: Json): boolean => textOf(a) === textOf(b);

/** How a changed duty bears on the party that owes it; empty where both mean the same. */
export function dutyRelations(both: Both, a: Duty, b: Duty): readonly Relation[] {
  if (same(normalDuty(both.base.forms, a), normalDuty(both.head.forms, b))) return [];
  switch (a.kind) {
    case "respond":
      return b.kind === a.kind ? respondRelations(both, a, b) : [otherDuty];
    case "provide":
      return b.kind === a.kind ? provideRelations(both, a, b) : [otherDuty];
    case "limit":
      return b.kind === a.kind ? limitRelations(both, a, b) : [otherDuty];
    case "share":
      return b.kind === a.kind ? shareRelations(both, a, b) : [otherDuty];
    case "follow":
      return [incomparable("another plan of touches")];
    case "leave":
      return b.kind === a.kind ? leaveRelations(both, a, b) : [otherDuty];
    case "recur":
      return b.kind === a.kind ? recurRelations(both, a, b) : [otherDuty];
    default:
      return assertNever(a);
  }
}

const otherDuty: Relation = { ...incomparable("another kind of duty"), startsOthers: true };

function respondRelations(both: Both, a: DutyOf<"respond">, b: DutyOf<"respond">): readonly Relation[] {
  return present([
    startingOthers(triggerRelation(both, a, b)),
    answersRelation(both, a, b),
    timesRelation(both, a.times, b.times),
    apartRelation(a, b),
    flag(a.onAnotherChannel, b.onAnotherChannel, "it must be on another channel"),
    a.restarts === b.restarts
      ? null
      : startingOthers(incomparable("new triggers restart its clock, or no longer do")),
    deadlineRelation(both, a.deadline, b.deadline),
  ]);
}

/** A relation of a promise that has other clocks. */
function startingOthers(relation: Relation | null): Relation | null {
  return relation === null ? null : { ...relation, startsOthers: true };
}

function present(relations: readonly (Relation | null)[]): readonly Relation[] {
  return relations.filter((one) => one !== null);
}

function flag(before: boolean, after: boolean, reason: string): Relation | null {
  if (before === after) return null;
  return after ? stricter(reason) : looser(`no longer: ${reason}`);
}

/** Which occurrences start a clock. With `restarts` or `last`, one more trigger also ends a clock. */
function triggerRelation(
  both: Both,
  a: { readonly trigger: Trigger; readonly restarts?: boolean },
  b: { readonly trigger: Trigger },
): Relation | null {
  const [before, after] = [a.trigger, b.trigger];
  if (same(normalTrigger(both.base.forms, before), normalTrigger(both.head.forms, after))) return null;
  const unclear = incomparable("something else starts its clock");
  if (before.kind !== "event" || after.kind !== "event" || a.restarts === true) return unclear;
  const { wider, narrower } = matchesCoverage(both, before.events, after.events);
  if (before.which === "each" && after.which === "each") {
    if (wider && narrower) return null;
    if (wider) return stricter("more events start a clock");
    return narrower ? looser("fewer events start a clock") : unclear;
  }
  if (!wider || !narrower) return unclear;
  if (before.which === "first" && after.which === "each") return stricter("every trigger starts a clock");
  return before.which === "each" && after.which === "first"
    ? looser("only the first trigger starts a clock")
    : unclear;
}

/** Which events count as done. */
function answersRelation(
  both: Both,
  a: Pick<DutyOf<"respond">, "events">,
  b: Pick<DutyOf<"respond">, "events">,
): Relation | null {
  if (same(normalMatches(both.base.forms, a.events), normalMatches(both.head.forms, b.events))) return null;
  const { wider, narrower } = matchesCoverage(both, a.events, b.events);
  if (wider && narrower) return null;
  if (wider) return looser("more events count as done");
  return narrower ? stricter("fewer events count as done") : incomparable("other events count as done");
}

function timesRelation({ base, head }: Both, a: Expression, b: Expression): Relation | null {
  return directed(orderOfValues(base, head, a, b), {
    less: looser("fewer times"),
    more: stricter("more times"),
    unclear: "another number of times",
  });
}

function apartRelation(a: DutyOf<"respond">, b: DutyOf<"respond">): Relation | null {
  const unclear = "another distance between touches";
  if (a.apart === null || b.apart === null) {
    if (a.apart === b.apart) return null;
    return a.apart === null ? stricter("touches must be apart") : looser("touches need not be apart");
  }
  const order = a.apart.business === b.apart.business ? orderOfDurations(a.apart, b.apart) : null;
  return directed(order, {
    less: looser("touches may be closer together"),
    more: stricter("touches must be further apart"),
    unclear,
  });
}

function provideRelations(both: Both, a: DutyOf<"provide">, b: DutyOf<"provide">): readonly Relation[] {
  const added = b.fields.filter((field) => !a.fields.includes(field));
  const gone = a.fields.filter((field) => !b.fields.includes(field));
  const fields = [
    ...(added.length > 0 ? [stricter(`${added.join(", ")} must be provided too`)] : []),
    ...(gone.length > 0 ? [looser(`${gone.join(", ")} need not be provided`)] : []),
  ];
  return [...fields, ...present([startingOthers(triggerRelation(both, a, b))])];
}

function limitRelations(both: Both, a: DutyOf<"limit">, b: DutyOf<"limit">): readonly Relation[] {
  const most = a.bound === "atMost";
  if (a.bound !== b.bound || !samePeriods(both, a, b)) return [incomparable("it is counted in another way")];
  const answers = answersRelation(both, a, b);
  return present([
    answers === null || !most ? answers : reversed(answers),
    boundRelation(both, a.bound, a.times, b.times),
  ]);
}

function shareRelations(both: Both, a: DutyOf<"share">, b: DutyOf<"share">): readonly Relation[] {
  const sameBase = same(normalTrigger(both.base.forms, a.of), normalTrigger(both.head.forms, b.of));
  if (a.bound !== b.bound || !sameBase || !samePeriods(both, a, b)) {
    return [incomparable("the share is of something else")];
  }
  const answers = answersRelation(both, a, b);
  return present([
    answers === null || a.bound === "atLeast" ? answers : reversed(answers),
    boundRelation(both, a.bound, a.percent, b.percent),
  ]);
}

type Counted = Pick<DutyOf<"limit">, "per" | "every">;

function samePeriods({ base, head }: Both, a: Counted, b: Counted): boolean {
  return (
    JSON.stringify(a.every) === JSON.stringify(b.every) &&
    same(base.forms.expression.of(a.per), head.forms.expression.of(b.per))
  );
}

/** A bound that moves: at most less, or at least more, is stricter. */
export function boundRelation(
  { base, head }: Both,
  bound: "atMost" | "atLeast",
  a: Expression,
  b: Expression,
): Relation | null {
  const order = orderOfValues(base, head, a, b);
  const most = bound === "atMost";
  return directed(order, {
    less: most ? stricter("the most allowed is less") : looser("the least asked for is less"),
    more: most ? looser("the most allowed is more") : stricter("the least asked for is more"),
    unclear: "another bound",
  });
}

function leaveRelations(both: Both, a: DutyOf<"leave">, b: DutyOf<"leave">): readonly Relation[] {
  const [before, after] = [both.base.forms.refer, both.head.forms.refer];
  if (!same(before.stage(a.stage), after.stage(b.stage))) return [incomparable("another stage")];
  const others = same(before.allStages(), after.allStages());
  return present([
    others ? null : incomparable("the stages that a lead may leave it for are others"),
    startingOthers(triggerRelation(both, a, b)),
    deadlineRelation(both, a.deadline, b.deadline),
  ]);
}

/** Every touch starts the next clock: with other touches, or while something else holds, there are other clocks. */
function recurRelations(both: Both, a: DutyOf<"recur">, b: DutyOf<"recur">): readonly Relation[] {
  const { base, head } = both;
  const events = same(normalMatches(base.forms, a.events), normalMatches(head.forms, b.events));
  const condition = same(base.forms.expression.of(a.while), head.forms.expression.of(b.while));
  if (!events || !condition) return [incomparable("it recurs at other times")];
  return present([
    directed(orderOfValues(base, head, a.every, b.every), {
      less: stricter("more often"),
      more: looser("less often"),
      unclear: "another rhythm",
    }),
  ]);
}
