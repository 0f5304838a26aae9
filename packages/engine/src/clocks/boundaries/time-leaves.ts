import type { Expression } from "@entente/ir";
import { childrenOf } from "../../plan/children-of.ts";
import type { Scope } from "../../plan/scope.ts";

/** A part of a condition whose truth can change with the passing of time. */
export type TimeLeaf =
  | {
      readonly kind: "elapsed";
      /** The time since something, or what may be it, and what it is compared with. */
      readonly subject: Expression;
      readonly against: readonly Expression[];
      /** The event whose occurrences a `where` around it looks at; null outside one. */
      readonly event: string | null;
    }
  | { readonly kind: "score"; readonly name: string };

/**
 * The time-dependent parts of expressions (of a `where` about `event`, unless that is null), each once, following defines, classes and stages. Dated values are not among
 * them: their dates stand in the policy. Scores are named and not followed, since their lines see fewer events.
 */
export function timeLeaves(
  scope: Scope,
  roots: readonly (Expression | null)[],
  event: string | null = null,
): readonly TimeLeaf[] {
  const search = new LeafSearch(scope);
  for (const root of roots) if (root !== null) search.visit(root, event);
  return search.leaves;
}

class LeafSearch {
  readonly leaves: TimeLeaf[] = [];
  readonly #scope: Scope;
  readonly #visited = new Map<string | null, Set<Expression>>();
  readonly #named = new Set<string>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  visit(node: Expression, event: string | null): void {
    const visited = this.#visited.get(event) ?? new Set();
    if (visited.has(node)) return;
    this.#visited.set(event, visited.add(node));
    this.#followName(node, event);
    this.#comparison(node, event);
    const inner = node.kind === "count" || node.kind === "occurrence" ? node.event : event;
    for (const child of childrenOf(node)) this.visit(child, inner);
  }

  #followName(node: Expression, event: string | null): void {
    const { policy } = this.#scope;
    switch (node.kind) {
      case "define":
        return this.visit(this.#scope.define(node.name), event);
      case "score":
        if (this.#isNew(`score ${node.name}`)) this.leaves.push({ kind: "score", name: node.name });
        return;
      case "class":
        if (!this.#isNew(`class ${node.name}`)) return;
        return this.#all(
          policy.classes.find(({ name }) => name === node.name)?.cases.map(({ when }) => when),
        );
      case "stageIs":
      case "stageReached":
        // Which stage is the current one depends on all of them.
        if (!this.#isNew("stages")) return;
        return this.#all(policy.stages.flatMap(({ when, unless, at }) => [when, unless, at]));
      default:
        return;
    }
  }

  #comparison(node: Expression, event: string | null): void {
    switch (node.kind) {
      case "compare":
        this.#elapsed(node.left, [node.right], event);
        this.#elapsed(node.right, [node.left], event);
        return;
      case "in":
        return this.#elapsed(node.subject, literals(node.values, node), event);
      case "table":
        for (const { values } of node.cases) this.#elapsed(node.by, literals(values, node), event);
        return;
      default:
        return;
    }
  }

  #elapsed(subject: Expression, against: readonly Expression[], event: string | null): void {
    if (mentionsElapsed(this.#scope, subject)) this.leaves.push({ kind: "elapsed", subject, against, event });
  }

  #all(nodes: readonly (Expression | null)[] = []): void {
    for (const node of nodes) if (node !== null) this.visit(node, null);
  }

  #isNew(name: string): boolean {
    const size = this.#named.size;
    return this.#named.add(name).size > size;
  }
}

type Literals = Extract<Expression, { kind: "in" }>["values"];

function literals(values: Literals, { span }: Expression): readonly Expression[] {
  return values.map((value) => ({ kind: "literal", value, span }));
}

/** Whether an expression may give the time since something. */
function mentionsElapsed(scope: Scope, node: Expression, seen = new Set<Expression>()): boolean {
  if (seen.has(node)) return false;
  seen.add(node);
  if (node.kind === "elapsedSince") return true;
  const inner = node.kind === "define" ? [scope.define(node.name)] : childrenOf(node);
  return inner.some((child) => mentionsElapsed(scope, child, seen));
}
