import { Policy } from "@entente/ir";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const DECIMALS = new Set(["points", "cap", "minimum", "maximum", "percent", "warnAt"]);
const NO_TERMS = new Set(["span", "sources", "zones", "horizon", "tests", "agreement"]);

/**
 * A policy with other numbers: each differs from every other, so that one which a document shows cannot stand there for
 * another. Dates and times of day stay.
 */
export function renumbered(policy: Policy): Policy {
  let last = 54_321;
  const fresh = (): number => {
    last += 1_237;
    return last;
  };

  function visit(node: Json, key: string): Json {
    if (typeof node === "string") return DECIMALS.has(key) && /^-?\d/.test(node) ? String(fresh()) : node;
    if (typeof node === "number") return key === "missed" || (key === "day" && node > 0) ? fresh() : node;
    if (node === null || typeof node === "boolean") return node;
    if (Array.isArray(node)) return node.map((each) => visit(each, key));
    return renumberedObject(node);
  }

  function renumberedObject(node: { [key: string]: Json }): Json {
    if (node.kind === "money" && "minor" in node) return { ...node, minor: fresh() };
    if (node.kind === "duration" && "amount" in node) return { ...node, amount: fresh() };
    if ((node.kind === "number" || node.kind === "percent") && typeof node.value === "string") {
      return { ...node, value: String(fresh()) };
    }
    if ("count" in node && "unit" in node) return { ...node, count: node.count === 1 ? 1 : fresh() };
    return Object.fromEntries(
      Object.entries(node).map(([key, child]) => [key, NO_TERMS.has(key) ? child : visit(child, key)]),
    );
  }

  return Policy.parse(visit(JSON.parse(JSON.stringify(policy)) as Json, ""));
}
