import type { Expression, Funnel, Literal, Policy } from "@entente/ir";
import { funnelNamed } from "./plan-funnel.ts";

/** Amounts to reckon with in place of a funnel's own. */
export interface Supposition {
  /** Money, or a number of leads at `stage`. */
  readonly quota?: { readonly value: Literal; readonly stage: string | null } | undefined;
  readonly deal?: Literal | undefined;
  readonly rates?:
    | readonly { readonly from: string; readonly to: string; readonly rate: Literal }[]
    | undefined;
}

/**
 * The policy with some amounts of one funnel replaced: what if?
 *
 * @throws RangeError where the funnel has no such rate, or a quota without a period of its own
 */
export function suppose(policy: Policy, name: string, given: Supposition): Policy {
  const funnel = funnelNamed(policy, name);
  const changed: Funnel = {
    ...funnel,
    quota: quotaOf(funnel, given),
    deal: given.deal === undefined ? funnel.deal : written(given.deal, funnel),
    rates: ratesOf(funnel, given.rates ?? []),
  };
  return { ...policy, funnels: policy.funnels.map((one) => (one === funnel ? changed : one)) };
}

function quotaOf(funnel: Funnel, { quota }: Supposition): Funnel["quota"] {
  if (quota === undefined) return funnel.quota;
  const every = funnel.quota?.every ?? ({ count: 1, unit: "month", business: false } as const);
  return { value: written(quota.value, funnel), stage: quota.stage, every };
}

function ratesOf(funnel: Funnel, given: NonNullable<Supposition["rates"]>): Funnel["rates"] {
  const strange = given.find(
    ({ from, to }) => !funnel.rates.some((own) => own.from === from && own.to === to),
  );
  if (strange !== undefined) {
    const known = funnel.rates.map(({ from, to }) => `${from}-${to}`).join(", ");
    throw new RangeError(
      `The funnel ${funnel.name} has no rate from ${strange.from} to ${strange.to}. ${known === "" ? "It has none." : `It has ${known}.`}`,
    );
  }
  return funnel.rates.map((own) => {
    const other = given.find(({ from, to }) => own.from === from && own.to === to);
    return other === undefined ? own : { ...own, rate: written(other.rate, funnel) };
  });
}

function written(value: Literal, { span }: Funnel): Expression {
  return { kind: "literal", value, span };
}
