import { assertNever, type CalendarChoice, type Deadline, type EventMatch, type Trigger } from "@entente/ir";
import type { Json } from "../json.ts";
import type { ExpressionForms } from "./normal-expression.ts";
import { sortedOnce } from "./order.ts";
import type { References } from "./references.ts";

/** What the normal forms of declarations are made with. */
export interface Forms {
  readonly expression: ExpressionForms;
  readonly refer: References;
}

export function normalMatch({ expression, refer }: Forms, { event, where }: EventMatch): Json {
  return { event: refer.event(event), where: expression.of(where) };
}

/** Any of some events: their order has no meaning. */
export function normalMatches(forms: Forms, matches: readonly EventMatch[]): Json {
  return sortedOnce(matches.map((match) => normalMatch(forms, match)));
}

export function normalTrigger(forms: Forms, trigger: Trigger): Json {
  switch (trigger.kind) {
    case "event":
      return { kind: "event", which: trigger.which, events: normalMatches(forms, trigger.events) };
    case "stage":
      return { kind: "stage", stage: forms.refer.stage(trigger.stage) };
    case "field":
      return { kind: "field", field: trigger.field };
    default:
      return assertNever(trigger);
  }
}

export function normalDeadline({ expression }: Forms, deadline: Deadline): Json {
  switch (deadline.kind) {
    case "within":
      return { kind: "within", duration: expression.of(deadline.duration) };
    case "closeOfDay":
      return { kind: "closeOfDay", day: deadline.day };
    case "timeOfDay": {
      const { minute, day, business } = deadline;
      return { kind: "timeOfDay", minute, day, business };
    }
    default:
      return assertNever(deadline);
  }
}

export function normalChoice({ refer }: Forms, choice: CalendarChoice | null): Json {
  if (choice === null) return null;
  if (choice.kind === "named") return { kind: "named", name: refer.calendar(choice.name) };
  const hours = refer.anyCalendar();
  return hours === null ? { kind: choice.kind } : { kind: choice.kind, hours };
}
