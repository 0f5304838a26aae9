import { visit } from "../../1-syntax/children.ts";
import { reportLint } from "../../diagnostics/lint.ts";
import { declaredHere } from "../declared-here.ts";
import type { LintedContract, LintRule } from "../rule.ts";

/** One of several calendars that nothing names. A sole calendar is everybody's without being named. */
export const unusedCalendar: LintRule = {
  name: "unused-calendar",
  isOn: true,
  check: (contract) => {
    const { calendars, people } = contract.resolution.symbols;
    const { names, of } = usedCalendars(contract);
    if (calendars.size < 2 || of.has("lead")) return [];
    if (of.has("owner")) {
      for (const field of people?.fields ?? [])
        for (const item of field.type.cases) names.add(item.name.text);
    }
    return declaredHere(contract, "Calendar")
      .filter(({ name }) => !names.has(name.text))
      .map(({ name }) => reportLint("lint/unused-calendar", name.span, { name: name.text }));
  },
};

/** The calendars that are named, and whose hours count where none is: `calendar of owner`, `calendar of lead`. */
function usedCalendars({ declarations }: LintedContract): { names: Set<string>; of: Set<string> } {
  const names = new Set<string>();
  const of = new Set<string>();
  for (const declaration of declarations) {
    visit(declaration, (node) => {
      if (node.kind === "CalendarCase") names.add(node.calendar.text);
      if (node.kind !== "UseCalendar") return;
      if (node.name !== null) names.add(node.name.text);
      if (node.of !== null) of.add(node.of);
    });
  }
  return { names, of };
}
