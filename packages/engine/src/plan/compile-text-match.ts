import { assertNever, type ExpressionOf } from "@entente/ir";
import type { Scope, Test } from "./scope.ts";
import { composed, folded } from "./text.ts";

/** `contains`, `starts with`, `ends with`: exact up to composition of characters, or without upper and lower case. */
export function compileTextMatch(scope: Scope, node: ExpressionOf<"textMatch">): Test {
  const subject = scope.term(node.subject);
  const wanted = scope.term(node.text);
  const prepare = node.ignoreCase ? folded : composed;
  const found = matcher(node.match);
  return (context) => {
    const text = subject(context);
    const part = wanted(context);
    if (text === null || part === null) return false;
    if (typeof text !== "string" || typeof part !== "string") return undefined;
    return found(prepare(text), prepare(part));
  };
}

function matcher(match: ExpressionOf<"textMatch">["match"]): (text: string, part: string) => boolean {
  switch (match) {
    case "contains":
      return (text, part) => text.includes(part);
    case "startsWith":
      return (text, part) => text.startsWith(part);
    case "endsWith":
      return (text, part) => text.endsWith(part);
    default:
      return assertNever(match);
  }
}
