import type { Classification } from "@entente/ir";
import type { Context, Truth } from "../plan/context.ts";
import { collectMissing } from "../plan/missing-fields.ts";
import type { Scope } from "../plan/scope.ts";

/** What stands for a class into which the lead falls nowhere; no case has this name. */
export const NO_CASE = "";

/**
 * Compiles a `classify` to the name of the lead's case, {@link NO_CASE} where none holds, `undefined` where it is unknown.
 *
 * With `first match` the first case that holds decides, and an unknown case before it leaves the class unknown. Without,
 * the case that holds decides (of two, which the checker refuses, the first); where none does, an
 * unknown one leaves the class unknown before `otherwise` applies.
 */
export function compileClass(scope: Scope, one: Classification): (context: Context) => string | undefined {
  const cases = one.cases.map(({ name, when }) => ({
    name,
    test: when === null ? null : scope.test(when),
  }));
  const otherwise = cases.find(({ test }) => test === null)?.name ?? NO_CASE;
  return (context) => {
    let unknown = false;
    for (const { name, test } of cases) {
      const truth: Truth = test === null ? one.firstMatch : test(context);
      if (truth === true) return name;
      if (truth === undefined && one.firstMatch) return undefined;
      if (truth === undefined) unknown = true;
    }
    return unknown ? undefined : otherwise;
  };
}

/** The fields whose absence leaves a class unknown. */
export function missingOfClass(scope: Scope, one: Classification, context: Context): Set<string> {
  const found = new Set<string>();
  for (const { when } of one.cases) {
    if (when === null) continue;
    collectMissing(scope, when, context, found);
    if (one.firstMatch && scope.test(when)(context) === undefined) break;
  }
  return found;
}
