import { assertNever, type Expression, type Policy, type Span } from "@entente/ir";
import { keyOf } from "../elements/place.ts";
import type { ConditionPair } from "../joint/ask.ts";
import { fixed } from "../joint/ask.ts";

type Node = Readonly<Record<string, unknown>>;

/** Keys under which a part of a policy holds a condition, and what stands there for none. */
const conditionKeys: ReadonlyMap<string, boolean> = new Map([
  ["appliesTo", true],
  ["when", true],
  ["unless", false],
  ["where", true],
  ["condition", true],
  ["while", true],
]);

/** Two parts of policies taken apart into the conditions that stand for one another. */
export interface Taken {
  readonly pairs: readonly ConditionPair[];
  /** Whether the parts are alike in everything beside these conditions. */
  readonly alike: boolean;
}

/**
 * The conditions in which two parts of policies differ.
 *
 * @param event the event whose attributes the parts' conditions see
 */
export function conditionPairs(before: unknown, after: unknown, event: string | null = null): Taken {
  if (keyOf(before) === keyOf(after)) return { pairs: [], alike: true };
  if (isCondition(before) && isCondition(after))
    return { pairs: [{ base: before, head: after, event }], alike: true };
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, event);
  if (!isNode(before) || !isNode(after) || before.kind !== after.kind) return { pairs: [], alike: false };
  const seen = typeof before.event === "string" && before.event === after.event ? before.event : event;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return joined(keys.filter((key) => key !== "span").map((key) => ofKey(key, before, after, seen)));
}

function ofKey(key: string, before: Node, after: Node, event: string | null): Taken {
  const none = conditionKeys.get(key);
  const [one, other] = [before[key], after[key]];
  const [here, there] = [before.span, after.span] as readonly (Span | undefined)[];
  const missing = (one === null) !== (other === null);
  if (none !== undefined && isNode(one) && isNode(other) && keyOf(one) !== keyOf(other))
    return {
      pairs: [{ base: one as unknown as Expression, head: other as unknown as Expression, event }],
      alike: true,
    };
  if (none === undefined || !missing || here === undefined || there === undefined)
    return conditionPairs(one, other, event);
  return conditionPairs(one ?? fixed(none, { span: here }), other ?? fixed(none, { span: there }), event);
}

function ofLists(before: readonly unknown[], after: readonly unknown[], event: string | null): Taken {
  if (before.length !== after.length) return { pairs: [], alike: false };
  return joined(before.map((one, index) => conditionPairs(one, after[index], event)));
}

function joined(all: readonly Taken[]): Taken {
  return { pairs: all.flatMap(({ pairs }) => pairs), alike: all.every(({ alike }) => alike) };
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const conditions: ReadonlySet<string> = new Set<Expression["kind"]>([
  "happened",
  "stageIs",
  "stageReached",
  "verdictIs",
  "not",
  "and",
  "or",
  "compare",
  "in",
  "textMatch",
  "listContains",
  "present",
  "withinTime",
]);

/** Whether a node is true or false by its form; a boolean literal and a define of a condition are told by their place. */
function isCondition(value: unknown): value is Expression {
  if (!isNode(value) || typeof value.kind !== "string") return false;
  if (conditions.has(value.kind)) return true;
  const literal = value.kind === "literal" && isNode(value.value) ? value.value : null;
  return literal?.kind === "boolean";
}

/** The conditions in which a score's, class's or stage's outcome shows, asked of both versions. */
export function outcomePairs(
  kind: "score" | "classify" | "stage" | "define",
  name: string,
  base: Policy,
  head: Policy,
): readonly ConditionPair[] {
  const pair = (node: (span: Span) => Expression): ConditionPair => {
    const condition = node(base.agreement.span);
    return { base: condition, head: condition, event: null };
  };
  switch (kind) {
    case "define":
      return [pair((span) => ({ kind: "define", name, span }))];
    case "stage":
      return [pair((span) => ({ kind: "stageReached", stage: name, span }))];
    case "classify": {
      const cases = [base, head].flatMap(
        ({ classes }) => classes.find((one) => one.name === name)?.cases ?? [],
      );
      return [...new Set(cases.map((one) => one.name))].map((value) =>
        pair((span) => ({
          kind: "in",
          subject: { kind: "class", name, span },
          values: [{ kind: "choice", value }],
          span,
        })),
      );
    }
    case "score":
      return [];
    default:
      return assertNever(kind);
  }
}
