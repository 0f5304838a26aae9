import { assertNever } from "@entente/ir";
import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import type { FieldNode } from "../1-syntax/ast/facts.ts";
import type { ExpectationNode, SettingNode, SubjectNode, TestNode } from "../1-syntax/ast/tests.ts";
import { reportCheck } from "../diagnostics/check.ts";
import type { Checking } from "./checking.ts";
import { checkComparable } from "./comparisons.ts";
import { checkExpression, checkValue } from "./expressions.ts";
import { fieldType } from "./names.ts";
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
      case "TestEvent":
        checkExpression(clause.at, checking);
        checkSettings(clause.attributes, attributesOf(clause.event.text, checking), checking);
        break;
      case "TestAt":
        checkExpression(clause.at, checking);
        break;
      default:
        expects = true;
        looksAtLead ||= !isAboutFunnel(clause);
        checkExpectation(clause, checking);
    }
  }
  checkSetup(node, looksAtLead, expects, checking);
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
      checkExpression(node.at, checking);
      return checkClauseLabel(node.subject.name.text, node.subject.member, checking);
    case "ExpectSteps":
      return checkClauseLabel(node.subject.name.text, node.subject.member, checking);
    case "ExpectWorth":
      checkValue(
        node.value,
        (type) => type.kind === "money" || type.kind === "number",
        "an amount",
        MONEY,
        checking,
      );
      if (node.roundedTo !== null) checkExpression(node.roundedTo, checking);
      return;
    case "ExpectNeeds":
    case "ExpectReached":
      return;
    default:
      assertNever(node);
  }
}

function checkExpectIs(subject: SubjectNode, value: ExpressionNode, checking: Checking): void {
  const { symbols } = checking.resolution;
  if (symbols.commitments.has(subject.name.text)) {
    return checkClauseLabel(subject.name.text, subject.member, checking);
  }
  const term = symbols.terms.get(subject.name.text);
  if (term?.kind !== "define") return;
  if (value.kind === "Boolean") return;
  checking.diagnostics.push(
    reportCheck("check/bad-expectation", value.span, {
      subject: subject.name.text,
      wanted: "a define, which holds or does not",
      found: "anything but `yes` or `no`",
    }),
  );
}

function checkExpectEquals(
  node: Extract<ExpectationNode, { kind: "ExpectEquals" }>,
  checking: Checking,
): void {
  const wanted = wantedBy(node, checking);
  const type = checkExpression(node.value, checking);
  if (wanted === null || type.kind === "error" || type.kind === wanted.kind) return;
  checking.diagnostics.push(
    reportCheck("check/bad-expectation", node.value.span, {
      subject:
        node.property === null ? node.subject.name.text : `${node.subject.name.text} ${node.property.text}`,
      wanted: describeType(wanted),
      found: describeType(type),
    }),
  );
}

function wantedBy(node: Extract<ExpectationNode, { kind: "ExpectEquals" }>, checking: Checking): Type | null {
  if (node.property !== null) return PERCENT;
  if (node.subject.name.text === "worth") return node.points ? NUMBER : MONEY;
  return checking.resolution.symbols.terms.get(node.subject.name.text)?.kind === "score" ? NUMBER : null;
}
