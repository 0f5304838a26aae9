import type { Classification, Expression } from "@entente/ir";
import { worthOrder } from "../canonical/canonical.ts";
import { normalClass } from "../canonical/normal-classification.ts";
import { normalFunnel } from "../canonical/normal-promise.ts";
import { byName, textOf } from "../canonical/order.ts";
import type { Json } from "../json.ts";
import type { Version } from "../version.ts";
import type { Both } from "./both.ts";
import { common, type Order, orderOfValues } from "./order-of-values.ts";
import { incomparable, looser, type Relation, stricter } from "./relation.ts";

/** All that says what a lead is worth: classifications with worths, and funnels. */
export function worthForm({ policy, forms }: Version): Json {
  return {
    classes: byName(policy.classes.filter(givesWorth)).map((one) => normalClass(forms, one)),
    order: worthOrder(policy),
    funnels: byName(policy.funnels).map((one) => normalFunnel(forms, one)),
  };
}

/** The declarations that say what a lead is worth, for what refers to them. */
export function worthReferences({ policy }: Version): readonly string[] {
  return [
    ...policy.classes.filter(givesWorth).map(({ name }) => `classify ${name}`),
    ...policy.funnels.map(({ name }) => `funnel ${name}`),
  ];
}

function givesWorth({ cases }: Classification): boolean {
  return cases.some(({ worth }) => worth !== null);
}

/** How a change of what leads are worth bears on who owes a sum of it: the more a lead counts, the fewer are needed. */
export function worthRelation({ base, head }: Both, bound: "atLeast" | "atMost"): Relation | null {
  if (textOf(worthForm(base)) === textOf(worthForm(head))) return null;
  const order = orderOfWorths(base, head);
  if (order === null || order === 0) return incomparable("leads are worth something else");
  const words = order > 0 ? "leads are worth more" : "leads are worth less";
  return order > 0 === (bound === "atLeast") ? looser(words) : stricter(words);
}

/** One sign for all cases, where nothing but the amounts differs. */
function orderOfWorths(base: Version, head: Version): Order {
  const bare = (version: Version): string =>
    textOf(worthForm({ ...version, policy: withoutAmounts(version.policy) }));
  if (bare(base) !== bare(head)) return null;
  const orders = base.policy.classes.filter(givesWorth).flatMap((one) => {
    const other = head.policy.classes.find(({ name }) => name === one.name);
    return one.cases.map((own, index): Order => {
      const after = other?.cases[index];
      if (after?.name !== own.name || own.worth === null || after.worth === null)
        return own.worth === null && after?.worth === null ? 0 : null;
      return orderOfValues(base, head, own.worth.value, after.worth.value);
    });
  });
  return common(orders);
}

function withoutAmounts(policy: Version["policy"]): Version["policy"] {
  const nothing: Expression = {
    kind: "literal",
    value: { kind: "boolean", value: true },
    span: policy.agreement.span,
  };
  return {
    ...policy,
    classes: policy.classes.map((one) => ({
      ...one,
      cases: one.cases.map((each) => ({
        ...each,
        worth: each.worth === null ? null : { ...each.worth, value: nothing },
      })),
    })),
  };
}
