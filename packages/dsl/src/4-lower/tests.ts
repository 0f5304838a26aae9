import {
  assertNever,
  type ContractTest,
  type Expectation,
  invariant,
  type Literal,
  type Setting,
} from "@entente/ir";
import type { ExpectationNode, SettingNode, TestClauseNode, TestNode } from "../1-syntax/ast/tests.ts";
import { findSubject } from "../2-resolve/tests.ts";
import { instantOf, lowerDuration, requireLiteral } from "./literals.ts";
import { boundTo, type Lowering } from "./lowering.ts";

export function lowerTest(node: TestNode, lowering: Lowering): ContractTest {
  const lead = node.clauses.find((clause) => clause.kind === "TestLead");
  const at = node.clauses.findLast((clause) => clause.kind === "TestAt");
  return {
    name: node.name,
    lead: lead === undefined ? null : lowerSettings(lead.settings, lowering),
    ...lowerPeople(node, lowering),
    events: node.clauses.flatMap((clause) =>
      clause.kind === "TestEvent"
        ? [
            {
              at: instantOf(clause.at, lowering),
              event: clause.event.text,
              attributes: lowerSettings(clause.attributes, lowering),
              span: clause.span,
            },
          ]
        : [],
    ),
    at: at === undefined ? null : instantOf(at.at, lowering),
    expectations: node.clauses.filter(isExpectation).map((clause) => lowerExpectation(clause, lowering)),
    span: node.span,
  };
}

/** The people table as the test has it; nothing where it says nothing of people. */
function lowerPeople(node: TestNode, lowering: Lowering): Pick<ContractTest, "people"> {
  const rows = node.clauses.filter((clause) => clause.kind === "TestPerson");
  if (rows.length === 0) return {};
  return {
    people: rows.map(({ settings, span }) => ({ values: lowerSettings(settings, lowering), span })),
  };
}

/** The time zones that the people of tests live in. */
export function zonesOfPeople(tests: readonly ContractTest[]): readonly string[] {
  const values = tests.flatMap(({ people = [] }) => people.flatMap((person) => person.values));
  return values.flatMap(({ name, value }) =>
    name === "time_zone" && value.kind === "text" ? [value.value] : [],
  );
}

function isExpectation(clause: TestClauseNode): clause is ExpectationNode {
  return clause.kind.startsWith("Expect");
}

function lowerSettings(settings: readonly SettingNode[], lowering: Lowering): Setting[] {
  return settings.map(({ name, value, span }) => ({
    name: name.text,
    value: requireLiteral(value, lowering),
    span,
  }));
}

function lowerExpectation(node: ExpectationNode, lowering: Lowering): Expectation {
  const { span } = node;
  switch (node.kind) {
    case "ExpectIs":
      return lowerExpectIs(node, lowering);
    case "ExpectReached":
      return { kind: "reached", negated: node.negated, stage: node.stage.text, span };
    case "ExpectEquals":
      return lowerExpectEquals(node, lowering);
    case "ExpectDue": {
      invariant(node.at.kind === "DateTime", "a due instant has a time of day");
      const { name, member } = node.subject;
      return {
        kind: "due",
        commitment: name.text,
        clause: member?.text ?? null,
        at: instantOf(node.at, lowering),
        span,
      };
    }
    case "ExpectSteps": {
      const { name, member } = node.subject;
      return {
        kind: "steps",
        commitment: name.text,
        clause: member?.text ?? null,
        count: Number(node.count.value),
        span,
      };
    }
    case "ExpectNeeds":
      return {
        kind: "funnelNeeds",
        funnel: node.funnel.text,
        count: node.count.value,
        stage: node.stage.text,
        earlier: node.earlier === null ? null : lowerDuration(node.earlier),
        span,
      };
    case "ExpectWorth":
      return {
        kind: "funnelWorth",
        funnel: node.funnel.text,
        value: requireLiteral(node.value, lowering),
        stage: node.stage.text,
        roundedTo: node.roundedTo === null ? null : requireLiteral(node.roundedTo, lowering),
        span,
      };
    default:
      return assertNever(node);
  }
}

function lowerExpectIs(
  node: Extract<ExpectationNode, { kind: "ExpectIs" }>,
  lowering: Lowering,
): Expectation {
  const { negated, span, subject, value } = node;
  const about = findSubject(subject, lowering.resolution.symbols);
  const expected = boundTo(value, lowering);
  if (about?.kind === "currentStage" && expected?.kind === "stage") {
    return { kind: "stage", negated, stage: expected.node.name.text, span };
  }
  if (about?.kind === "clock" && expected?.kind === "status") {
    const { commitment, clause } = about;
    return {
      kind: "status",
      negated,
      commitment: commitment.name.text,
      clause,
      status: expected.status,
      span,
    };
  }
  if (about?.kind === "class" && expected?.kind === "case") {
    return { kind: "class", negated, name: about.node.name.text, value: expected.name, span };
  }
  invariant(about?.kind === "define" && value.kind === "Boolean", `no expectation at offset ${span.start}`);
  return { kind: "define", negated, name: about.node.name.text, value: value.value, span };
}

function lowerExpectEquals(
  node: Extract<ExpectationNode, { kind: "ExpectEquals" }>,
  lowering: Lowering,
): Expectation {
  const { span, subject } = node;
  const value = requireLiteral(node.value, lowering);
  const name = subject.name.text;
  if (node.property !== null) return { kind: "funnelRate", funnel: name, value: decimalIn(value), span };
  if (name === "worth") return { kind: "worth", value, span };
  return { kind: "score", name, value: decimalIn(value), span };
}

function decimalIn(value: Literal): string {
  invariant(value.kind === "number" || value.kind === "percent", "an exact decimal is expected here");
  return value.value;
}
