import { NotPortable, toJsonLogic } from "@entente/engine";
import type { Expression, Policy, Stage } from "@entente/ir";

/** A condition that JSON Logic cannot say exactly, and why. */
interface NotPortableCondition {
  readonly kind: "define" | "stage";
  readonly name: string;
  readonly reason: string;
}

/** The named conditions of a policy as JSON Logic; `docs/cli.md` describes the shape. */
export interface PortableConditions {
  readonly version: 1;
  readonly defines: Readonly<Record<string, unknown>>;
  /** Of each stage its own condition, without its predecessors'. */
  readonly stages: Readonly<Record<string, unknown>>;
  readonly notPortable: readonly NotPortableCondition[];
}

/**
 * Writes the defines and the stages of a policy as JSON Logic. A condition that JSON Logic cannot say exactly
 * is listed with the reason, never approximated.
 */
export function portableConditions(policy: Policy): PortableConditions {
  const notPortable: NotPortableCondition[] = [];
  const rules = (
    kind: NotPortableCondition["kind"],
    conditions: readonly (readonly [string, Expression])[],
  ) =>
    Object.fromEntries(
      conditions.flatMap(([name, condition]) => {
        const rule = ruleOf(policy, condition);
        if (!("reason" in rule)) return [[name, rule.rule] as const];
        notPortable.push({ kind, name, reason: rule.reason });
        return [];
      }),
    );
  return {
    version: 1,
    defines: rules(
      "define",
      policy.defines.map((define) => [define.name, define.value]),
    ),
    stages: rules("stage", policy.stages.flatMap(ownCondition)),
    notPortable,
  };
}

function ruleOf(
  policy: Policy,
  condition: Expression,
): { readonly rule: unknown } | { readonly reason: string } {
  try {
    return { rule: toJsonLogic(policy, condition) };
  } catch (error) {
    if (error instanceof NotPortable) return { reason: error.message };
    throw error;
  }
}

function ownCondition({ name, when, unless, span }: Stage): readonly (readonly [string, Expression])[] {
  if (when === null) return [];
  if (unless === null) return [[name, when]];
  const not: Expression = { kind: "not", operand: unless, span: unless.span };
  return [[name, { kind: "and", operands: [when, not], span }]];
}
