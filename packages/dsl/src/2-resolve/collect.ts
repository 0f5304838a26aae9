import type { Diagnostic, Span } from "@entente/ir";
import type { DeclarationNode, DeclarationOf } from "../1-syntax/ast/file.ts";
import type { NameNode } from "../1-syntax/ast/name.ts";
import { reportResolve } from "../diagnostics/resolve.ts";
import type { PartySymbol, SymbolTable, Term } from "./symbols.ts";

/**
 * Lists every declaration under its name and reports names given twice, missing and repeated single
 * declarations, and names with a meaning of their own.
 */
export function collectSymbols(
  declarations: readonly DeclarationNode[],
  start: Span,
): { symbols: SymbolTable; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const of = <K extends DeclarationNode["kind"]>(kind: K): DeclarationOf<K>[] =>
    declarations.filter((node): node is DeclarationOf<K> => node.kind === kind);
  const named = <N extends { readonly name: NameNode }>(what: string, nodes: readonly N[]): Map<string, N> =>
    byName(what, nodes, diagnostics);

  const agreement = single("agreement", of("Agreement"), diagnostics);
  const lead = single("lead", of("Lead"), diagnostics);
  const people = single("people", of("People"), diagnostics);
  requireDeclarations(agreement !== null, lead !== null, start, diagnostics);
  if (people === null) requirePeople(of("Test"), diagnostics);

  const symbols: SymbolTable = {
    agreement,
    lead,
    people,
    terms: collectTerms(declarations, diagnostics),
    parties: collectParties(agreement, of("Party"), diagnostics),
    roles: named("roles", of("Role")),
    calendars: named("calendars", of("Calendar")),
    stages: named("stages", of("Stage")),
    commitments: named("commitments", of("Commitment")),
    ladders: named("ladders", of("Ladder")),
    goals: named("goals", of("Goal")),
    funnels: named("funnels", of("Funnel")),
    rewards: named("rewards", of("Reward")),
    meetings: named("meetings", of("Meeting")),
  };
  return { symbols, diagnostics };
}

function single<N extends { readonly span: Span }>(
  what: string,
  nodes: readonly N[],
  diagnostics: Diagnostic[],
): N | null {
  const [first, ...others] = nodes;
  for (const other of others) {
    diagnostics.push(
      reportResolve(
        "resolve/duplicate-declaration",
        other.span,
        { what },
        related(first?.span, "the first one"),
      ),
    );
  }
  return first ?? null;
}

function requireDeclarations(
  agreement: boolean,
  lead: boolean,
  start: Span,
  diagnostics: Diagnostic[],
): void {
  if (!agreement) {
    const example = `\`agreement "Title" { between marketing and sales; time zone "Europe/Berlin"; currency EUR }\``;
    diagnostics.push(reportResolve("resolve/missing-declaration", start, { what: "agreement", example }));
  }
  if (!lead) {
    const example = "`lead { id text key; created time }`";
    diagnostics.push(reportResolve("resolve/missing-declaration", start, { what: "lead", example }));
  }
}

/** Tests that state rows of the people table need one. */
function requirePeople(tests: readonly DeclarationOf<"Test">[], diagnostics: Diagnostic[]): void {
  const row = tests.flatMap(({ clauses }) => clauses).find(({ kind }) => kind === "TestPerson");
  if (row === undefined) return;
  const example = "`people { id text key; hours one of office; time_zone text }`";
  diagnostics.push(reportResolve("resolve/missing-declaration", row.span, { what: "people", example }));
}

function byName<N extends { readonly name: NameNode }>(
  what: string,
  nodes: readonly N[],
  diagnostics: Diagnostic[],
): Map<string, N> {
  const table = new Map<string, N>();
  for (const node of nodes) {
    const first = table.get(node.name.text);
    if (first === undefined) table.set(node.name.text, node);
    else diagnostics.push(duplicate(what, node.name, first.name));
  }
  return table;
}

function collectTerms(
  declarations: readonly DeclarationNode[],
  diagnostics: Diagnostic[],
): Map<string, Term> {
  const terms = new Map<string, Term>();
  for (const term of declarations.flatMap(termsOf)) {
    const { name } = term.node;
    diagnostics.push(...refuseReservedMeaning(term));
    const first = terms.get(name.text);
    if (first === undefined) terms.set(name.text, term);
    else
      diagnostics.push(duplicate(first.kind === term.kind ? plural(term) : "things", name, first.node.name));
  }
  return terms;
}

function termsOf(node: DeclarationNode): Term[] {
  switch (node.kind) {
    case "Lead":
      return node.fields.map((field) => ({ kind: "field", node: field }));
    case "Event":
      return [{ kind: "event", node }];
    case "Define":
      return [{ kind: "define", node }];
    case "Score":
      return [{ kind: "score", node }];
    case "Classify":
      return [{ kind: "class", node }];
    default:
      return [];
  }
}

function plural(term: Term): string {
  return term.kind === "class" ? "classifications" : `${term.kind}s`;
}

/** Names with a meaning of their own; see the decision on names with a meaning. */
function refuseReservedMeaning(term: Term): Diagnostic[] {
  const { name } = term.node;
  const attributes = term.kind === "event" ? term.node.attributes.map((attribute) => attribute.name) : [];
  const hazards = [name, ...attributes].filter(({ text }) => text === "__proto__");
  if (hazards.length > 0) return hazards.map(refusePrototype);
  if (name.text === "stage" || name.text === "worth") {
    return [
      reportResolve("resolve/reserved-meaning", name.span, {
        name: name.text,
        what:
          term.kind === "event" ? "an event" : `a ${term.kind === "class" ? "classification" : term.kind}`,
        meaning: name.text === "stage" ? "asks for the stage of the lead" : "asks for the worth of the lead",
        instead:
          term.kind === "field"
            ? `call it crm_${name.text}, with \`from "${name.text}"\` for the column of the export`
            : "choose another name",
      }),
    ];
  }
  return [];
}

/** Tools that read records as objects give this one key a meaning of its own, so data under it would be lost. */
function refusePrototype(name: NameNode): Diagnostic {
  return reportResolve("resolve/reserved-meaning", name.span, {
    name: name.text,
    what: "a field or an attribute",
    meaning: "has a meaning of its own in the tools that read records",
    instead: "choose another name, with `from` for the column of the export",
  });
}

function collectParties(
  agreement: SymbolTable["agreement"],
  declared: readonly DeclarationOf<"Party">[],
  diagnostics: Diagnostic[],
): Map<string, PartySymbol> {
  const labels = byName("parties", declared, diagnostics);
  const parties = new Map<string, PartySymbol>();
  for (const clause of agreement?.clauses ?? []) {
    if (clause.kind !== "BetweenParties") continue;
    for (const name of clause.parties) {
      const first = parties.get(name.text);
      if (first !== undefined) diagnostics.push(duplicate("parties", name, first.name));
      else parties.set(name.text, { name, declaration: labels.get(name.text) ?? null });
    }
  }
  for (const [name, declaration] of labels) {
    if (!parties.has(name)) parties.set(name, { name: declaration.name, declaration });
  }
  return parties;
}

function duplicate(what: string, second: NameNode, first: NameNode): Diagnostic {
  return reportResolve(
    "resolve/duplicate",
    second.span,
    { what, name: second.text },
    related(first.span, "the first one"),
  );
}

function related(span: Span | undefined, label: string): { related?: { span: Span; label: string }[] } {
  return span === undefined ? {} : { related: [{ span, label }] };
}
