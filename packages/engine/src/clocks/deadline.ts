import type { Deadline } from "@entente/ir";
import type { Context } from "../plan/context.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import { type Allowance, dayAllowance, withinAllowance } from "./allowance.ts";
import { CannotJudgeError, type Reckoning } from "./reckoning.ts";
import { missingWords, type Strand } from "./strand.ts";

/**
 * Compiles a deadline to the time that it gives under a clock's terms.
 *
 * The result throws a CannotJudgeError where a missing field decides which duration holds.
 */
export function compileDeadline(plan: ExpressionPlan, deadline: Deadline): Strand["allowance"] {
  if (deadline.kind !== "within") return (reckoning, start) => dayAllowance(reckoning, start, deadline);
  const duration = plan.duration(deadline.duration);
  return (reckoning: Reckoning, start: number, terms: Context): Allowance => {
    const plain = duration(terms);
    if (plain !== undefined) return withinAllowance(reckoning, start, plain);
    const missing = new Set<string>();
    duration({ ...terms, missing });
    throw new CannotJudgeError(missingWords(missing, "how long"), [...missing]);
  };
}
