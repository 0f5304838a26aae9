import type { SyntaxNode } from "../../1-syntax/ast/node.ts";
import { visit } from "../../1-syntax/children.ts";
import { reportLint } from "../../diagnostics/lint.ts";
import { declaredHere } from "../declared-here.ts";
import type { LintedContract, LintRule } from "../rule.ts";

/**
 * An event on which no verdict depends. A test that lets it happen is no use of it. One with an attribute `owner` is
 * in use anyhow: it says who holds the lead from then on.
 */
export const unusedEvent: LintRule = {
  name: "unused-event",
  isOn: true,
  check: (contract) => {
    const used = usedEvents(contract);
    return declaredHere(contract, "Event")
      .filter(({ name }) => !used.has(name.text))
      .filter(({ attributes }) => attributes.every((attribute) => attribute.name.text !== "owner"))
      .map(({ name }) => reportLint("lint/unused-event", name.span, { name: name.text }));
  },
};

function usedEvents({ declarations, resolution }: LintedContract): ReadonlySet<string> {
  const used = new Set<string>();
  for (const declaration of declarations) {
    if (declaration.kind === "Test") continue;
    visit(declaration, (node) => {
      for (const name of eventsIn(node, resolution.bindings)) used.add(name);
    });
  }
  return used;
}

/** The names of events that a node itself uses; mileposts may be stages as well, which does no harm here. */
function eventsIn(node: SyntaxNode, bindings: LintedContract["resolution"]["bindings"]): readonly string[] {
  switch (node.kind) {
    case "EventMatch":
    case "Occurrence":
    case "Count":
    case "SumMeasure":
      return [node.event.text];
    case "RateMeasure":
    case "TimeMeasure":
      return [node.from.text, node.to.text];
    case "Reference":
    case "Member": {
      const binding = bindings.get(node);
      if (binding?.kind === "event") return [binding.node.name.text];
      return binding?.kind === "occurrenceAttribute" ? [binding.event.name.text] : [];
    }
    default:
      return [];
  }
}
