import type { Expression, ExpressionOf, Stage } from "@entente/ir";
import type { Model } from "../model.ts";

/**
 * A condition that holds where a stage has an instant of its own (language, section 6): that of `at`, else that
 * of the events in `when`. Null where it always has.
 */
export function ownInstantExists(model: Model, stage: Stage): Expression | null {
  if (stage.at !== null) {
    return { kind: "present", subject: stage.at, span: stage.at.span };
  }
  if (stage.when !== null) return eventsOf(model, stage.when) ?? never(stage);
  return stage.after.length > 0 ? null : never(stage);
}

const never = ({ span }: Stage): Expression => ({
  kind: "literal",
  value: { kind: "boolean", value: false },
  span,
});

/**
 * The events that give a condition its instant, as they are joined there; null where there are none. What a define
 * adds is a define of its own, so that defines of defines do not multiply.
 */
function eventsOf(model: Model, node: Expression): Expression | null {
  switch (node.kind) {
    case "happened":
      return node;
    case "define":
      return eventsOfDefine(model, node);
    case "and":
    case "or": {
      const parts = node.operands.map((operand) => eventsOf(model, operand)).filter((part) => part !== null);
      const [first, ...others] = parts;
      if (first === undefined) return null;
      return others.length === 0 ? first : { kind: node.kind, operands: parts, span: node.span };
    }
    default:
      return null;
  }
}

function eventsOfDefine(model: Model, { name, span }: ExpressionOf<"define">): Expression | null {
  const own = `${name} events`;
  let events = model.derived.get(own);
  if (events === undefined) {
    events = eventsOf(model, model.define(name));
    model.derived.set(own, events);
  }
  return events === null ? null : { kind: "define", name: own, span };
}
