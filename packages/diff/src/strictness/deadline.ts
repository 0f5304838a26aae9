import type { Deadline } from "@entente/ir";
import { normalDeadline } from "../canonical/normal-match.ts";
import { textOf } from "../canonical/order.ts";
import type { Both } from "./both.ts";
import { type Order, orderOfValues, sign } from "./order-of-values.ts";
import { incomparable, looser, type Relation, stricter } from "./relation.ts";

/** Which deadline comes later after every trigger, and in how many words. */
export function deadlineRelation(both: Both, a: Deadline, b: Deadline): Relation | null {
  const { base, head } = both;
  if (textOf(normalDeadline(base.forms, a)) === textOf(normalDeadline(head.forms, b))) return null;
  const order = orderOfDeadlines(both, a, b);
  if (order === null) return incomparable("the deadline is counted in another way");
  if (order === 0) return null;
  return order < 0 ? stricter("less time") : looser("more time");
}

function orderOfDeadlines({ base, head }: Both, a: Deadline, b: Deadline): Order {
  if (a.kind === "within" && b.kind === "within") return orderOfValues(base, head, a.duration, b.duration);
  if (a.kind === "closeOfDay" && b.kind === "closeOfDay") return sign(b.day - a.day);
  if (a.kind !== "timeOfDay" || b.kind !== "timeOfDay" || a.business !== b.business) return null;
  return orderOfTimes(a, b);
}

/** A time of the start's own day that has passed gives way to the next day: there an earlier time may be the later. */
function orderOfTimes(
  a: Extract<Deadline, { kind: "timeOfDay" }>,
  b: Extract<Deadline, { kind: "timeOfDay" }>,
): Order {
  const days = sign(b.day - a.day);
  const minutes = sign(b.minute - a.minute);
  if (minutes === 0) return days;
  if (Math.min(a.day, b.day) === 0) return null;
  return days === 0 || days === minutes ? minutes : null;
}
