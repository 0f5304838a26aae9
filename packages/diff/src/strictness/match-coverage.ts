import type { EventMatch } from "@entente/ir";
import { normalMatch } from "../canonical/normal-match.ts";
import { textOf } from "../canonical/order.ts";
import { coverage, fixed } from "../joint/ask.ts";
import type { Both } from "./both.ts";

/**
 * Whether every event that the earlier list takes is taken by the later one (`wider`), and the other way round
 * (`narrower`). Each event is looked for in a single line of the other list.
 */
export function matchesCoverage(
  both: Both,
  base: readonly EventMatch[],
  head: readonly EventMatch[],
): { readonly wider: boolean; readonly narrower: boolean } {
  return {
    wider: base.every((one) => head.some((other) => covers(both, one, other, "wider"))),
    narrower: head.every((other) => base.some((one) => covers(both, one, other, "narrower"))),
  };
}

function covers(both: Both, one: EventMatch, other: EventMatch, side: "wider" | "narrower"): boolean {
  const { base, head, joint } = both;
  if (textOf(base.forms.refer.event(one.event)) !== textOf(head.forms.refer.event(other.event))) return false;
  if (textOf(normalMatch(base.forms, one)) === textOf(normalMatch(head.forms, other))) return true;
  if (side === "wider" && other.where === null) return true;
  if (side === "narrower" && one.where === null) return true;
  const pair = {
    base: one.where ?? fixed(true, one),
    head: other.where ?? fixed(true, other),
    event: one.event,
  };
  return coverage(joint, pair)[side];
}
