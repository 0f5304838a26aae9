import { type Action, assertNever, type Period, type Policy } from "@entente/ir";
import { labelsOf } from "../agenda/week-agenda.ts";

/** What a ladder step asks for, in a sentence's words: `notify owner`, `report every week to Executive team`. */
export function actionWords(policy: Policy, { verb, to, text, every }: Action): string {
  const whom = labelsOf(policy, to).join(", ");
  const what = text ?? "";
  switch (verb) {
    case "notify":
    case "meet":
      return `${verb} ${whom}`;
    case "escalate":
    case "reassign":
    case "return":
      return `${verb} to ${whom}`;
    case "assign":
      return `assign ${what} to ${whom}`;
    case "report":
      return `report${every === null ? "" : ` ${periodWords(every)}`} to ${whom}`;
    case "do":
      return what;
    default:
      return assertNever(verb);
  }
}

/** `every week`, `every 6 months`, `every business day`. */
export function periodWords({ count, unit, business }: Period): string {
  const what = `${business ? "business " : ""}${unit}`;
  return count === 1 ? `every ${what}` : `every ${count} ${what}s`;
}
