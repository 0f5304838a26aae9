import { assertNever, type Span } from "@entente/ir";
import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import type { FieldNode } from "../1-syntax/ast/facts.ts";
import type {
  ExpectationNode,
  SettingNode,
  SubjectNode,
  TestNode,
  TestPersonNode,
} from "../1-syntax/ast/tests.ts";
import { describeTerm } from "../2-resolve/symbols.ts";
import { reportCheck } from "../diagnostics/check.ts";
import { checkZoneName } from "./agreement.ts";
import { isAboutAgreement } from "./agreement-events.ts";
import type { Checking } from "./checking.ts";
import { checkComparable } from "./comparisons.ts";
import { checkExpression, checkValue } from "./expressions.ts";
import { fieldType } from "./names.ts";
import { checkPlain } from "./plain-value.ts";
import { checkClauseLabel } from "./promises.ts";
import { describeType, INSTANT, MONEY, NUMBER, PERCENT, TEXT, type Type } from "./types.ts";

/** A test's lead, events and expectations (language section 14). */
export function checkTest(node: TestNode, checking: Checking): void {
  let looksAtLead = false;
  let expects = false;
  for (const clause of node.clauses) {
    switch (clause.kind) {
      case "TestLead":
        checkSettings(clause.settings, checking.resolution.symbols.lead?.fields ?? [], checking);
        break;
      case "TestPerson":
        checkPerson(clause, checking);
        break;
      case "TestEvent":
        checkExpression(clause.at, checking);
        checkSettings(clause.attributes, attributesOf(clause.event.text, checking), checking);
        break;
      case "TestAt":
        checkExpression(clause.at, checking);
        break;
      default:
        expects = true;
        looksAtLead ||= !isAboutFunnel(clause) && !isAboutAgreementOnly(clause, checking);
        checkExpectation(clause, checking);
    }
  }
  checkPersonsDiffer(node, checking);
  checkSetup(node, looksAtLead, expects, checking);
}

/** A row of the people table has its key, and a zone that exists. */
function checkPerson({ settings, span }: TestPersonNode, checking: Checking): void {
  const fields = checking.resolution.symbols.people?.fields ?? [];
  checkSettings(settings, fields, checking);
  const key = keyOfPeople(checking);
  if (key !== null && !settings.some(({ name }) => name.text === key)) {
    checking.diagnostics.push(reportCheck("check/person-without-key", span, { key }));
  }
  for (const { name, value } of settings) {
    if (name.text === "time_zone" && value.kind === "Text") checkZoneName(value, checking);
  }
}

function keyOfPeople(checking: Checking): string | null {
  const { people } = checking.resolution.symbols;
  return people === null ? null : (people.fields.find(({ key }) => key)?.name.text ?? "id");
}

/** Nobody stands twice in the people table of a test. */
function checkPersonsDiffer(node: TestNode, checking: Checking): void {
  const key = keyOfPeople(checking);
  const seen = new Map<string, Span>();
  for (const clause of node.clauses) {
    if (clause.kind !== "TestPerson") continue;
    const value = clause.settings.find(({ name }) => name.text === key)?.value;
    if (value === undefined) continue;
    const name = checking.textAt(value.span);
    const first = seen.get(name);
    if (first === undefined) seen.set(name, value.span);
    else {
      const related = [{ span: first, label: "the first one" }];
      const params = { name, of: `the people of "${node.name}"` };
      checking.diagnostics.push(reportCheck("check/duplicate-case", value.span, params, { related }));
    }
  }
}

function checkSetup(node: TestNode, looksAtLead: boolean, expects: boolean, checking: Checking): void {
  const has = (kind: string): boolean => node.clauses.some((clause) => clause.kind === kind);
  const test = node.name;
  if (!expects) checking.diagnostics.push(reportCheck("check/nothing-expected", node.span, { test }));
  if (!looksAtLead) return;
  if (!has("TestLead")) checking.diagnostics.push(reportCheck("check/test-needs-lead", node.span, { test }));
  if (!has("TestEvent") && !has("TestAt")) {
    checking.diagnostics.push(reportCheck("check/test-needs-instant", node.span, { test }));
  }
}

/** A promise about the agreement needs no lead. */
function isAboutAgreementOnly(node: ExpectationNode, { resolution }: Checking): boolean {
  if (node.kind !== "ExpectIs" && node.kind !== "ExpectDue" && node.kind !== "ExpectSteps") return false;
  const commitment = resolution.symbols.commitments.get(node.subject.name.text);
  return commitment !== undefined && isAboutAgreement(commitment, resolution.symbols);
}

function isAboutFunnel(node: ExpectationNode): boolean {
  return (
    node.kind === "ExpectNeeds" ||
    node.kind === "ExpectWorth" ||
    (node.kind === "ExpectEquals" && node.property !== null)
  );
}

function attributesOf(event: string, checking: Checking): readonly FieldNode[] {
  const term = checking.resolution.symbols.terms.get(event);
  return term?.kind === "event" ? term.node.attributes : [];
}

function checkSettings(
  settings: readonly SettingNode[],
  fields: readonly FieldNode[],
  checking: Checking,
): void {
  for (const { name, value } of settings) {
    const type = checkExpression(value, checking);
    if (type.kind !== "error" && !checkPlain(value, `\`${name.text}\` of a test`, checking)) continue;
    const field = fields.find((candidate) => candidate.name.text === name.text);
    if (field === undefined) {
      checkBuiltIn(name.text, value, type, checking);
      continue;
    }
    const wanted = fieldType(field.name.text, field.type);
    const items = wanted.kind === "list" ? wanted.item : wanted;
    checkComparable({ kind: "Reference", name, span: name.span }, value, items, type, checking);
  }
}

/** An event may say who holds the lead from then on, and when it was written down. */
function checkBuiltIn(name: string, value: ExpressionNode, type: Type, checking: Checking): void {
  const wanted = name === "owner" ? TEXT : name === "recorded" ? INSTANT : null;
  if (wanted === null || type.kind === wanted.kind || type.kind === "error") return;
  checking.diagnostics.push(
    reportCheck("check/wrong-type", value.span, {
      wanted: describeType(wanted),
      found: describeType(type),
      write: undefined,
    }),
  );
}

function checkExpectation(node: ExpectationNode, checking: Checking): void {
  switch (node.kind) {
    case "ExpectIs":
      return checkExpectIs(node.subject, node.value, checking);
    case "ExpectEquals":
      return checkExpectEquals(node, checking);
    case "ExpectDue":
      checkInstant(node.at, checking);
      return checkClauseLabel(node.subject.name.text, node.subject.member, checking);
    case "ExpectSteps":
      if (!/^\d{1,9}$/.test(node.count.value)) {
        const params = { what: "a number of steps", found: node.count.value };
        checking.diagnostics.push(reportCheck("check/whole-number", node.count.span, params));
      }
      return checkClauseLabel(node.subject.name.text, node.subject.member, checking);
    case "ExpectWorth":
      checkValue(node.value, ({ kind }) => kind === "money", "an amount", MONEY, checking);
      checkPlain(node.value, "the amount that a test expects", checking);
      if (node.roundedTo === null) return;
      checkValue(node.roundedTo, ({ kind }) => kind === "money", "an amount", MONEY, checking);
      checkPlain(node.roundedTo, "the amount that a test rounds to", checking);
      return;
    case "ExpectNeeds":
    case "ExpectReached":
      return;
    default:
      assertNever(node);
  }
}

/** What `is` can be asked for stands in a list; names that are in none were told when they were looked up. */
function checkExpectIs(subject: SubjectNode, value: ExpressionNode, checking: Checking): void {
  const { symbols, bindings } = checking.resolution;
  const name = subject.name.text;
  const cannotBe = (wanted: string, found: string): void => {
    checking.diagnostics.push(
      reportCheck("check/bad-expectation", value.span, { subject: name, wanted, found }),
    );
  };
  const isNamed = value.kind === "Reference" || value.kind === "Member";
  const binding = isNamed ? bindings.get(value) : undefined;
  if (symbols.commitments.has(name)) {
    checkClauseLabel(name, subject.member, checking);
    if (binding?.kind !== "status" && binding?.kind !== "error")
      cannotBe("a commitment", "anything but a status, such as `met`");
    return;
  }
  const term = symbols.terms.get(name);
  if (term?.kind === "score") return cannotBe("a score", "what `is` asks for: write `=` and the points");
  if (term?.kind === "define") {
    if (value.kind !== "Boolean") cannotBe("a define, which holds or does not", "anything but `yes` or `no`");
    return;
  }
  if (binding?.kind === "error" || (name !== "stage" && term?.kind !== "class")) return;
  if (binding?.kind !== (name === "stage" ? "stage" : "case"))
    cannotBe(name === "stage" ? "a stage" : "a classification", "a value: name one of its cases");
}

function checkExpectEquals(
  node: Extract<ExpectationNode, { kind: "ExpectEquals" }>,
  checking: Checking,
): void {
  if (!canBeEqual(node, checking)) return;
  const wanted = wantedBy(node);
  const type = checkExpression(node.value, checking);
  if (!checkPlain(node.value, "what a test expects", checking)) return;
  if (type.kind === "error" || type.kind === wanted.kind) return;
  checking.diagnostics.push(
    reportCheck("check/bad-expectation", node.value.span, {
      subject:
        node.property === null ? node.subject.name.text : `${node.subject.name.text} ${node.property.text}`,
      wanted: describeType(wanted),
      found: describeType(type),
    }),
  );
}

/** Tells a subject that has no number to compare with; one that does not exist was told when it was looked up. */
function canBeEqual(
  { subject: { name }, property }: Extract<ExpectationNode, { kind: "ExpectEquals" }>,
  checking: Checking,
): boolean {
  const { commitments, terms } = checking.resolution.symbols;
  const term = terms.get(name.text);
  if (property !== null || name.text === "worth") return true;
  const isCommitment = commitments.has(name.text);
  if (term?.kind === "score" && !isCommitment) return true;
  const wanted = isCommitment ? "a commitment" : term === undefined ? "a stage" : describeTerm(term);
  const found = "equal to a value: only a score, `worth` and the rate of a funnel's mix can";
  if (isCommitment || name.text === "stage" || term?.kind === "define" || term?.kind === "class")
    checking.diagnostics.push(
      reportCheck("check/bad-expectation", name.span, { subject: name.text, wanted, found }),
    );
  return false;
}

/** A due instant has a time of day. */
function checkInstant(node: ExpressionNode, checking: Checking): void {
  const type = checkExpression(node, checking);
  if (type.kind === "error" || node.kind === "DateTime") return;
  checking.diagnostics.push(
    reportCheck("check/wrong-type", node.span, {
      wanted: "a date with a time of day",
      found: describeType(type),
      write: node.kind === "Date" ? `${node.value} 17:00, or whatever time is meant` : undefined,
    }),
  );
}

function wantedBy(node: Extract<ExpectationNode, { kind: "ExpectEquals" }>): Type {
  if (node.property !== null) return PERCENT;
  if (node.subject.name.text === "worth") return node.points ? NUMBER : MONEY;
  return NUMBER;
}
