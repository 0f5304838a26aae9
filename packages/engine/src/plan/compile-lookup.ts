import type { Expression, ExpressionOf } from "@entente/ir";
import { compileMembership } from "./compile-logic.ts";
import type { Context } from "./context.ts";
import type { Scope, Term } from "./scope.ts";

/**
 * A value table: the first case whose values contain the subject. Unknown where the subject is, and where no
 * case fits and there is no `otherwise`.
 */
export function compileTable(scope: Scope, node: ExpressionOf<"table">): Term {
  const choose = tableChoice(scope, node);
  return (context) => {
    const chosen = choose(context);
    return chosen === undefined ? undefined : scope.term(chosen)(context);
  };
}

/** Which result of a table applies; undefined where none does or where that is unknown. */
export function tableChoice(
  scope: Scope,
  node: ExpressionOf<"table">,
): (context: Context) => Expression | undefined {
  const cases = node.cases.map(({ values, result }) => ({
    fits: compileMembership(scope, node.by, values),
    result,
  }));
  return (context) => {
    for (const { fits, result } of cases) {
      const truth = fits(context);
      if (truth === true) return result;
      if (truth === undefined) return undefined;
    }
    return node.otherwise ?? undefined;
  };
}

/** A value that changes with time: the one in force on the local date of the context's instant; unknown before the first. */
export function compileDated(scope: Scope, node: ExpressionOf<"dated">): Term {
  const choose = datedChoice(scope, node);
  return (context) => {
    const chosen = choose(context);
    return chosen === undefined ? undefined : scope.term(chosen)(context);
  };
}

/** Which entry of a dated value is in force. */
export function datedChoice(
  scope: Scope,
  node: ExpressionOf<"dated">,
): (context: Context) => Expression | undefined {
  return (context) => {
    const today = scope.zone.localDate(context.at);
    return node.entries.findLast((entry) => entry.from === null || entry.from <= today)?.value;
  };
}
