import { addDays, type Policy } from "@entente/ir";
import { zoneOf } from "./meeting-calendar.ts";

/** A stretch of time, epoch milliseconds, its end excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The days of an agreement, in its zone; without `effective`, those for which the policy has calendars. */
export function termOf(policy: Policy): Stretch {
  const zone = zoneOf(policy);
  const { from, to } = policy.agreement.effective ?? policy.horizon;
  const start = (date: string): number => zone.instantOf(date, 0);
  const end = (date: string): number => start(addDays(date, 1));
  return {
    from: Math.max(start(from), start(policy.horizon.from)),
    to: Math.min(end(to ?? policy.horizon.to), end(policy.horizon.to)),
  };
}

/** What two stretches have in common; of no length where they do not meet. */
export function common(a: Stretch, b: Stretch): Stretch {
  const from = Math.max(a.from, b.from);
  return { from, to: Math.max(from, Math.min(a.to, b.to)) };
}
