import type { EventMatch, Trigger } from "@entente/ir";

/** The events of a clause as a reader would list them: `accept or reject`. */
export function eventWords(matches: readonly EventMatch[], joint: "or" | "and" = "or"): string {
  const names = [...new Set(matches.map((match) => match.event))];
  const last = names.pop() ?? "";
  return names.length === 0 ? last : `${names.join(", ")} ${joint} ${last}`;
}

/** What starts a clock, as the contract writes it: `first handoff`, `reaching SQL`. */
export function triggerWords(trigger: Trigger): string {
  if (trigger.kind === "stage") return `reaching ${trigger.stage}`;
  if (trigger.kind === "field") return trigger.field;
  const which = trigger.which === "each" ? "" : `${trigger.which} `;
  return `${which}${eventWords(trigger.events)}`;
}
