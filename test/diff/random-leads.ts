import {
  candidates,
  createModel,
  demandOf,
  expressionsIn,
  type Json,
  jsonValue,
  noDemand,
} from "@entente/analysis";
import { dayNumber, type Field, type FieldType, type Policy } from "@entente/ir";
import type { Dice } from "./dice.ts";

/** A record with its events as JSON, and an instant to ask for it. */
export interface AskedLead {
  readonly record: Readonly<Record<string, unknown>>;
  readonly at: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Random leads around the boundaries of a contract, in its term. */
export function leadsFor(policy: Policy, dice: Dice): () => AskedLead {
  const model = createModel(policy);
  const { defines, scores, classes, stages, commitments } = policy;
  const demand = {
    ...noDemand,
    ...demandOf(model, expressionsIn({ defines, scores, classes, stages, commitments })),
  };
  const start = dayNumber(policy.agreement.effective?.from ?? policy.horizon.from) * DAY;
  const known = new Map<FieldType, readonly Json[]>();
  const valuesOf = (type: FieldType): readonly Json[] => {
    const before = known.get(type);
    if (before !== undefined) return before;
    const values = candidates(model, type, demand).map((value) => jsonValue(type, value, model.digits));
    known.set(type, values);
    return values;
  };
  const valueFor = ({ type, required, key }: Field, at: number): Json => {
    if (key) return "1";
    if (!required && dice.below(4) === 0) return null;
    if (type.kind === "time") return new Date(at + dice.below(20) * DAY).toISOString();
    const [first, ...more] = valuesOf(type);
    return first === undefined ? null : dice.pick([first, ...more]);
  };
  const row = (begin: number) => {
    const [first, ...more] = policy.events;
    if (first === undefined) return null;
    const event = dice.pick([first, ...more]);
    const near = [dice.below(60), dice.below(60 * 24), dice.below(60 * 24 * 20)] as const;
    const at = begin + dice.pick(near) * MINUTE;
    const attributes = event.attributes.map((one) => [one.name, valueFor(one, at)]);
    return { event: event.name, at: new Date(at).toISOString(), ...Object.fromEntries(attributes) };
  };
  return () => {
    const begin = start + DAY + dice.below(300 * 24 * 60) * MINUTE;
    const fields = policy.lead.fields.map((field) => [field.name, valueFor(field, begin - 2 * DAY)]);
    const events = Array.from({ length: dice.below(9) }, () => row(begin)).filter((one) => one !== null);
    return {
      record: { ...Object.fromEntries(fields), events },
      at: begin + dice.pick([DAY / 8, DAY, 5 * DAY, 40 * DAY, 100 * DAY]),
    };
  };
}
