import type { Milepost, Policy } from "@entente/ir";

/** The stage that a milepost is: itself, or the one whose condition is that event. */
export function stageOfMilepost(policy: Policy, { kind, name }: Milepost): string | null {
  return kind === "stage" ? name : stageOfEvent(policy, name);
}

/** The one stage that is reached by an event; null where there is none, or several. */
export function stageOfEvent({ stages }: Policy, event: string): string | null {
  const [only, ...others] = stages.filter(({ when }) => when?.kind === "happened" && when.event === event);
  return only === undefined || others.length > 0 ? null : only.name;
}
