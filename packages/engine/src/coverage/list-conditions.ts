import type { EventMatch, Expression, ExpressionOf, Literal, Span } from "@entente/ir";
import { sourceText } from "../explain/source-text.ts";
import { childrenOf } from "../plan/children-of.ts";
import { conditionText, isLogical, isMissingTest, partsOfTest } from "./condition-shape.ts";
import type { Listing } from "./listing.ts";

/**
 * Lists the branches and boundaries of a condition: each operand that is a test of its own, true and false.
 *
 * @param of what the condition belongs to, such as `define big`
 */
export function listCondition(
  listing: Listing,
  node: Expression | null,
  of: string,
  parent: Span | null = null,
): void {
  if (node === null || node.kind === "literal") return;
  if (node.kind === "and" || node.kind === "or") {
    for (const operand of node.operands) listCondition(listing, operand, of, node.span);
    return;
  }
  if (node.kind === "not" && !isMissingTest(node)) return listCondition(listing, node.operand, of, parent);
  const text = conditionText(listing.plan, node, parent);
  const { span } = node;
  for (const side of ["true", "false"]) {
    const gap = `was never ${side} where it decides`;
    listing.ledger.list(node, { kind: "branch", of, text, side, gap, span });
  }
  for (const { side, label } of listing.boundaries.of(node)?.sides ?? []) {
    const gap = `was never tried at its boundary: ${label}`;
    listing.ledger.list(node, { kind: "boundary", of, text, side, gap, span });
  }
  for (const child of partsOfTest(node)) listValue(listing, child, of);
}

/** Lists the cases of the tables and dated values in a value, and the conditions of the events that it looks at. */
export function listValue(listing: Listing, node: Expression | null, of: string): void {
  if (node === null) return;
  switch (node.kind) {
    case "occurrence":
    case "count":
      listCondition(listing, node.where, of);
      return;
    case "table":
      return listTable(listing, node, of);
    case "dated":
      return listDated(listing, node, of);
    default:
      if (isLogical(node)) listCondition(listing, node, of);
      else for (const child of childrenOf(node)) listValue(listing, child, of);
  }
}

function listTable(listing: Listing, node: ExpressionOf<"table">, of: string): void {
  const { ledger, plan } = listing;
  listValue(listing, node.by, of);
  const gap = "was never the case that holds";
  for (const one of node.cases) {
    const text = sourceText(plan.policy, one.span);
    ledger.list(one, { kind: "case", of, text, side: "case", gap, span: one.span });
    listValue(listing, one.result, of);
  }
  if (node.otherwise === null) return;
  const { span } = node.otherwise;
  const text = `otherwise -> ${sourceText(plan.policy, span)}`;
  ledger.list(node, { kind: "case", of, text, side: "otherwise", gap, span });
  listValue(listing, node.otherwise, of);
}

function listDated(listing: Listing, { entries }: ExpressionOf<"dated">, of: string): void {
  for (const entry of entries) {
    const { span } = entry.value;
    const from = entry.from === null ? "" : ` from ${entry.from}`;
    const text = `${sourceText(listing.plan.policy, span)}${from}`;
    const gap = "was never the value in force";
    if (entries.length > 1) listing.ledger.list(entry, { kind: "case", of, text, side: "case", gap, span });
    listValue(listing, entry.value, of);
  }
}

/** Lists the conditions of the events that a clause names, and each event where there is a choice of several. */
export function listEvents(
  listing: Listing,
  matches: readonly EventMatch[],
  of: string,
  gap: string | null,
): void {
  for (const match of matches) {
    listCondition(listing, match.where, of);
    if (gap === null || matches.length < 2) continue;
    const text = sourceText(listing.plan.policy, match.span) || match.event;
    listing.ledger.list(match, { kind: "case", of, text, side: "counted", gap, span: match.span });
  }
}

/** The values of a case as a table writes them. */
export function valuesText(values: readonly Literal[]): string {
  return values.map((value) => ("value" in value ? String(value.value) : value.kind)).join(", ");
}
