import { assertNever, nearest } from "@entente/ir";
import type { FieldNode } from "../1-syntax/ast/facts.ts";
import type {
  ExpectationNode,
  SettingNode,
  SubjectNode,
  TestNode,
  TestPersonNode,
} from "../1-syntax/ast/tests.ts";
import { reportResolve } from "../diagnostics/resolve.ts";
import { resolveValues } from "./expressions.ts";
import { findDeclared, findEvent, findStage } from "./find.ts";
import { caseListOf, LEAD_SCOPE, type Resolving } from "./scope.ts";
import { renaming } from "./suggest.ts";
import type { Binding, SymbolTable } from "./symbols.ts";

/** Binds the names of a test: fields and events with their values, and what is expected. */
export function resolveTest(node: TestNode, resolving: Resolving): void {
  for (const clause of node.clauses) {
    switch (clause.kind) {
      case "TestLead":
        resolveSettings(clause.settings, resolving.symbols.lead?.fields ?? [], { of: "lead" }, resolving);
        break;
      case "TestPerson":
        resolvePerson(clause, resolving);
        break;
      case "TestEvent": {
        const event = findEvent(clause.event, resolving);
        if (event !== null) {
          resolveSettings(clause.attributes, event.attributes, { event: event.name.text }, resolving);
        }
        break;
      }
      case "TestAt":
        break;
      default:
        resolveExpectation(clause, resolving);
    }
  }
}

/** That there is no people table at all is reported once, beside the other declarations that are missing. */
function resolvePerson({ settings }: TestPersonNode, resolving: Resolving): void {
  const { people } = resolving.symbols;
  if (people !== null) resolveSettings(settings, people.fields, { of: "people" }, resolving);
}

/** What values are given to: a record, or the attributes of an event. */
type Given = { readonly of: "lead" | "people" } | { readonly event: string };

/** `owner` may be set on any event: it says who holds the lead from then on. */
function resolveSettings(
  settings: readonly SettingNode[],
  fields: readonly FieldNode[],
  given: Given,
  resolving: Resolving,
): void {
  const names = fields.map((field) => field.name.text);
  for (const { name, value } of settings) {
    const field = fields.find((candidate) => candidate.name.text === name.text);
    if (field !== undefined) {
      resolveValues([value], caseListOf({ kind: "field", node: field }, resolving), LEAD_SCOPE, resolving);
    } else if ("of" in given) {
      const near = nearest(name.text, names);
      const fixes = renaming(name.text, name.span, names);
      resolving.diagnostics.push(
        reportResolve(
          "resolve/unknown-field",
          name.span,
          { name: name.text, near, ...ofPeople(given) },
          fixes,
        ),
      );
    } else if (name.text !== "owner" && name.text !== "recorded") {
      const params = { name: name.text, near: nearest(name.text, names), ...given, attributes: names };
      const fixes = renaming(name.text, name.span, names);
      resolving.diagnostics.push(reportResolve("resolve/unknown-attribute", name.span, params, fixes));
    }
  }
}

function ofPeople({ of }: Extract<Given, { of: string }>): { of?: "people" } {
  return of === "people" ? { of } : {};
}

function resolveExpectation(node: ExpectationNode, resolving: Resolving): void {
  switch (node.kind) {
    case "ExpectIs": {
      const cases = caseListOf(subjectBinding(node.subject, resolving), resolving);
      return resolveValues([node.value], cases, LEAD_SCOPE, resolving);
    }
    case "ExpectReached":
      findStage(node.stage, resolving);
      return;
    case "ExpectEquals":
      if (node.property !== null) {
        findDeclared("funnel", node.subject.name, resolving.symbols.funnels, resolving);
      } else if (node.subject.name.text !== "worth") {
        subjectBinding(node.subject, resolving);
      }
      return;
    case "ExpectDue":
    case "ExpectSteps":
      findDeclared("commitment", node.subject.name, resolving.symbols.commitments, resolving);
      return;
    case "ExpectNeeds":
    case "ExpectWorth":
      findDeclared("funnel", node.funnel, resolving.symbols.funnels, resolving);
      findStage(node.stage, resolving);
      return;
    default:
      assertNever(node);
  }
}

/** What an expectation is about; a commitment goes before an event of the same name, which has no value to expect. */
export function findSubject(subject: SubjectNode, symbols: SymbolTable): Binding | null {
  const name = subject.name.text;
  if (name === "stage" && subject.member === null) return { kind: "currentStage" };
  const term = symbols.terms.get(name);
  const commitment = symbols.commitments.get(name);
  if (commitment !== undefined && (term === undefined || term.kind === "event")) {
    return { kind: "clock", commitment, clause: subject.member?.text ?? null };
  }
  return term === undefined || term.kind === "event" || term.kind === "field" ? null : term;
}

function subjectBinding(subject: SubjectNode, resolving: Resolving): Binding {
  const found = findSubject(subject, resolving.symbols);
  if (found !== null) return found;
  const { terms, commitments } = resolving.symbols;
  const names = [...terms].flatMap(([key, term]) =>
    term.kind === "event" || term.kind === "field" ? [] : [key],
  );
  const declared = [...commitments.keys(), ...names];
  resolving.diagnostics.push(
    reportResolve(
      "resolve/unknown-declaration",
      subject.span,
      {
        what: "commitment, classification, score or define",
        name: subject.name.text,
        near: nearest(subject.name.text, declared),
        declared,
      },
      renaming(subject.name.text, subject.name.span, declared),
    ),
  );
  return { kind: "error" };
}
