import { nearest } from "@entente/ir";
import type { UseCalendarNode } from "../1-syntax/ast/commitments.ts";
import type { EventNode } from "../1-syntax/ast/facts.ts";
import type { NameNode } from "../1-syntax/ast/name.ts";
import { reportResolve } from "../diagnostics/resolve.ts";
import type { Resolving } from "./scope.ts";
import { renaming } from "./suggest.ts";
import { describeTerm } from "./symbols.ts";

/** The event of that name; null, and a report, where there is none. */
export function findEvent(name: NameNode, resolving: Resolving): EventNode | null {
  const term = resolving.symbols.terms.get(name.text);
  if (term?.kind === "event") return term.node;
  if (term !== undefined) {
    resolving.diagnostics.push(
      reportResolve("resolve/wrong-kind", name.span, {
        name: name.text,
        is: describeTerm(term),
        wanted: "an event",
      }),
    );
    return null;
  }
  const events = [...resolving.symbols.terms.values()].flatMap((other) =>
    other.kind === "event" ? [other.node.name.text] : [],
  );
  reportUnknown("event", name, events, resolving);
  return null;
}

/** The stage of that name; null, and a report, where there is none. */
export function findStage(name: NameNode, resolving: Resolving): boolean {
  return findDeclared("stage", name, resolving.symbols.stages, resolving);
}

/** Whether something of that name is declared; reports where it is not. */
export function findDeclared(
  what: string,
  name: NameNode,
  table: ReadonlyMap<string, unknown>,
  resolving: Resolving,
): boolean {
  if (table.has(name.text)) return true;
  reportUnknown(what, name, [...table.keys()], resolving);
  return false;
}

function reportUnknown(
  what: string,
  name: NameNode,
  declared: readonly string[],
  resolving: Resolving,
): void {
  resolving.diagnostics.push(
    reportResolve(
      "resolve/unknown-declaration",
      name.span,
      { what, name: name.text, near: nearest(name.text, declared), declared },
      renaming(name.text, name.span, declared),
    ),
  );
}

/** The attribute of that name; null, and a report, where the event has none. */
export function findAttribute(
  event: EventNode,
  name: NameNode,
  resolving: Resolving,
): EventNode["attributes"][number] | null {
  const field = event.attributes.find((attribute) => attribute.name.text === name.text);
  if (field !== undefined) return field;
  const attributes = event.attributes.map((attribute) => attribute.name.text);
  resolving.diagnostics.push(
    reportResolve(
      "resolve/unknown-attribute",
      name.span,
      { name: name.text, near: nearest(name.text, attributes), event: event.name.text, attributes },
      renaming(name.text, name.span, attributes),
    ),
  );
  return null;
}

/** `calendar office` names a calendar; `calendar of owner` none. */
export function resolveUseCalendar(node: UseCalendarNode, resolving: Resolving): void {
  if (node.name !== null) findDeclared("calendar", node.name, resolving.symbols.calendars, resolving);
}

/** Names that must be parties of the agreement. */
export function resolveParties(names: readonly NameNode[], resolving: Resolving): void {
  for (const name of names) findDeclared("party", name, resolving.symbols.parties, resolving);
}

/** A trigger name may be a time field of the lead as well as an event. */
export function isTimeField(name: NameNode, resolving: Resolving): boolean {
  const term = resolving.symbols.terms.get(name.text);
  return term?.kind === "field" && term.node.type.name === "time";
}

/** A milepost of a rate or a time is a stage or an event. */
export function resolveMilepost(name: NameNode, resolving: Resolving): void {
  if (resolving.symbols.stages.has(name.text)) return;
  findEvent(name, resolving);
}
