import { type Action, assertNever } from "@entente/ir";

/** An action of a ladder as the contract writes it: `notify owner`, `report every week to executives`. */
export function actionWords({ verb, to, text, every }: Action): string {
  const whom = to.map(nameOrQuoted).join(", ");
  const what = text === null ? "" : JSON.stringify(text);
  switch (verb) {
    case "notify":
    case "meet":
      return words(verb, whom, what);
    case "escalate":
    case "reassign":
    case "return":
      return words(`${verb} to`, whom, what);
    case "assign":
      return words(verb, what, whom === "" ? "" : `to ${whom}`);
    case "report":
      return words(verb, what, every === null ? "" : periodWords(every), whom === "" ? "" : `to ${whom}`);
    case "do":
      return words(verb, what);
    default:
      return assertNever(verb);
  }
}

function words(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

/** Roles and parties are names; anything else is free text. */
function nameOrQuoted(text: string): string {
  return /^[\p{L}_][\p{L}\p{M}\p{Nd}_]*$/u.test(text) ? text : JSON.stringify(text);
}

function periodWords({ count, unit, business }: NonNullable<Action["every"]>): string {
  const what = `${business ? "business " : ""}${unit}`;
  return count === 1 ? `every ${what}` : `every ${count} ${what}s`;
}
