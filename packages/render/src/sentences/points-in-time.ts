import type { Expression, Field, Policy } from "@entente/ir";

/**
 * Whether an expression stands for a point in time rather than for an amount: the two are compared in other words.
 * An attribute counts as one where every event that records one of that name records a point in time.
 */
export function isPointInTime(policy: Policy, expression: Expression): boolean {
  switch (expression.kind) {
    case "literal":
      return expression.value.kind === "date" || expression.value.kind === "instant";
    case "field":
      return hasTime(policy.lead.fields, expression.name);
    case "attribute":
    case "occurrenceAttribute": {
      const name = expression.kind === "attribute" ? expression.name : expression.attribute;
      const attributes = policy.events.flatMap((event) => event.attributes);
      return hasTime([...attributes, ...policy.lead.fields], name);
    }
    case "define": {
      const index = policy.defines.findIndex((define) => define.name === expression.name);
      const define = policy.defines[index];
      // A define uses only earlier ones.
      return (
        define !== undefined &&
        isPointInTime({ ...policy, defines: policy.defines.slice(0, index) }, define.value)
      );
    }
    case "occurrence":
      return true;
    case "arithmetic":
      return isPointInTime(policy, expression.left) !== isPointInTime(policy, expression.right);
    case "table":
      return expression.cases.some(({ result }) => isPointInTime(policy, result));
    case "dated":
      return expression.entries.some(({ value }) => isPointInTime(policy, value));
    default:
      return false;
  }
}

function hasTime(fields: readonly Field[], name: string): boolean {
  const found = fields.filter((field) => field.name === name);
  return found.length > 0 && found.every(({ type }) => type.kind === "time" || type.kind === "date");
}
