import type { Policy } from "@entente/ir";
import { type Binding, bindFields } from "./binding.ts";
import type { Setting } from "./codec-of.ts";
import { currencyOf } from "./currency.ts";
import { createEventCodec, type EventCodec } from "./event-codec.ts";
import { agreementClock } from "./local-clock.ts";

/** How lead records of a policy are spelled: the one description that reader and schema are made from. */
export interface LeadCodec {
  readonly fields: readonly Binding[];
  /** The field that identifies a lead: the one declared `key`, else one named `id`; null where there is neither. */
  readonly key: Binding | null;
  readonly events: EventCodec;
  /** Whether a JSON lead may hold events under `events`: not where a field or a column has that name. */
  readonly nested: boolean;
}

export function createLeadCodec(policy: Policy): LeadCodec {
  const setting: Setting = {
    currency: currencyOf(policy.agreement.currency),
    toInstant: agreementClock(policy),
  };
  const keyName = policy.lead.fields.find(({ key }) => key)?.name ?? "id";
  const bound = bindFields(policy.lead.fields, setting);
  const fields = bound.map((binding) =>
    binding.name === keyName ? { ...binding, required: true } : binding,
  );
  const events = createEventCodec(policy, setting);
  const claimed = [...fields, ...events.timestamps].some(({ keys }) => keys.includes("events"));
  return { fields, key: fields.find(({ name }) => name === keyName) ?? null, events, nested: !claimed };
}
