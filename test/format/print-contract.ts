import { assertNever } from "@entente/ir";
import type { StageNode } from "../../packages/dsl/src/1-syntax/ast/classification.ts";
import type { DeclarationNode } from "../../packages/dsl/src/1-syntax/ast/file.ts";
import type {
  AgreementClauseNode,
  CalendarClauseNode,
  DisputeClauseNode,
  HoursNode,
} from "../../packages/dsl/src/1-syntax/ast/governance.ts";
import type { RewardNode } from "../../packages/dsl/src/1-syntax/ast/promises.ts";
import type { SettingNode, SubjectNode, TestClauseNode } from "../../packages/dsl/src/1-syntax/ast/tests.ts";
import {
  behind,
  block,
  printCase,
  printCommitmentClause,
  printField,
  printPeriod,
  printScoreClause,
  printStep,
  printSum,
  words,
} from "./print-clause.ts";
import {
  BINDING,
  printDuration,
  printExpression,
  printName,
  printNames,
  printText,
  printValues,
} from "./print-expression.ts";
import { printFunnelClause, printGoalClause } from "./print-promises.ts";

/** Declarations as text, each on one line. Nothing of the layout is meant to be beautiful. */
export function print(declarations: readonly DeclarationNode[]): string {
  return declarations.map((node) => `${printDeclaration(node)}\n`).join("");
}

function printDeclaration(node: DeclarationNode): string {
  switch (node.kind) {
    case "Agreement":
      return `agreement ${printText(node.title)} ${block(node.clauses.map(printAgreementClause))}`;
    case "Import":
      return `import ${printText(node.path)}`;
    case "Party":
      return words("party", printName(node.name), node.label && printText(node.label));
    case "Role":
      return words(
        "role",
        printName(node.name),
        node.label && printText(node.label),
        behind("of", node.party, printName),
        node.optional && "optional",
      );
    case "Calendar": {
      const head = `calendar ${printName(node.name)}`;
      if (node.by === null) return `${head} ${block(node.clauses.map(printCalendarClause))}`;
      const cases = node.cases.map(
        ({ values, calendar }) => `${printValues(values)} -> ${printName(calendar)}`,
      );
      return `${head} by ${printExpression(node.by, BINDING.operand)} { ${cases.join(", ")} }`;
    }
    case "Lead":
      return `lead ${block(node.fields.map(printField))}`;
    case "People":
      return `people ${block(node.fields.map(printField))}`;
    case "Event": {
      const also = node.alsoWhen ? `, also when ${printExpression(node.alsoWhen)}` : "";
      const attributes = node.attributes.length > 0 && block(node.attributes.map(printField));
      return words(
        `${words("event", printName(node.name), node.about === "agreement" && "of agreement", behind("from", node.column, printText))}${also}`,
        attributes,
      );
    }
    case "Define":
      return `define ${printName(node.name)} = ${printExpression(node.value)}`;
    case "Score":
      return `score ${printName(node.name)} ${block(node.clauses.map(printScoreClause))}`;
    case "Classify":
      return `classify ${printName(node.name)}${node.firstMatch ? ", first match" : ""} ${block(node.cases.map(printCase))}`;
    case "Stage":
      return printStage(node);
    case "Commitment":
      return words(
        "commitment",
        printName(node.name),
        behind("for leads where", node.appliesTo, printExpression),
        block(node.clauses.map(printCommitmentClause)),
      );
    case "Ladder":
      return `ladder ${printName(node.name)} ${block(node.steps.map(printStep))}`;
    case "Goal":
      return `goal ${printName(node.name)} by ${printNames(node.parties, " and ")} ${block(node.clauses.map(printGoalClause))}`;
    case "Funnel":
      return words(
        "funnel",
        printName(node.name),
        behind("for leads where", node.appliesTo, printExpression),
        behind("as alternative to", node.alternativeTo, printName),
        block(node.clauses.map(printFunnelClause)),
      );
    case "Reward":
      return printReward(node);
    case "Meeting":
      return words(
        `meeting ${printName(node.name)} ${printPeriod(node.every)} for ${printDuration(node.duration)}`,
        `attended by ${printNames(node.attendedBy)}`,
        node.agenda.length > 0 && block(node.agenda.map((point) => `agenda ${printText(point)}`)),
      );
    case "Dispute":
      return `dispute ${block(node.clauses.map(printDisputeClause))}`;
    case "Responsibility":
      return `responsibility ${printText(node.title)} ${block(node.clauses.map(({ part, names }) => `${part} ${printNames(names)}`))}`;
    case "Review":
      return `review ${printPeriod(node.every)}`;
    case "Cancellation":
      return `cancellation when ${printName(node.goal)} missed ${node.missed} times in a row`;
    case "Signature":
      return `signature ${printText(node.who)} as ${printName(node.role)} on ${node.on.value}`;
    case "Test":
      return `test ${printText({ kind: "Text", value: node.name, span: node.span })} ${block(node.clauses.map(printTestClause))}`;
    default:
      return assertNever(node);
  }
}

function printStage({ name, label, after, when, unless, at }: StageNode): string {
  return words(
    "stage",
    printName(name),
    label && printText(label),
    after.length > 0 && `after ${printNames(after, " or ")}`,
    behind("when", when, printExpression),
    behind("unless", unless, printExpression),
    behind("at", at, printSum),
  );
}

function printReward({ name, goals, period, give, to }: RewardNode): string {
  const met = goals === null ? "all goals" : printNames(goals, " and ");
  const given = give.kind === "Text" ? printText(give) : printSum(give);
  return `reward ${printName(name)} { when ${met} met in a ${period}; give ${given} to ${printNames(to)} }`;
}

function printAgreementClause(node: AgreementClauseNode): string {
  switch (node.kind) {
    case "BetweenParties":
      return `between ${printNames(node.parties, " and ")}`;
    case "Effective":
      return words(
        "effective",
        node.from.value,
        behind("to", node.to, ({ value }) => value),
      );
    case "TimeZone":
      return `time zone ${printText(node.zone)}`;
    case "Currency":
      return `currency ${node.code.text}`;
    case "InFlight":
      return `in flight ${node.rule}`;
    default:
      return printCommitmentClause(node);
  }
}

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const printHours = (hours: readonly HoursNode[]): string =>
  hours.map(({ opens, closes }) => `${opens}-${closes}`).join(", ");

function printCalendarClause(node: CalendarClauseNode): string {
  switch (node.kind) {
    case "WeeklyHours":
      return `${printDays(node.days)} ${printHours(node.hours)}`;
    case "Holidays":
      return `holidays ${printName(node.set)}${node.region ? `-${printName(node.region)}` : ""}`;
    case "Closed":
      return words(
        "closed",
        node.from.value,
        behind("to", node.to, ({ value }) => value),
        node.label && printText(node.label),
      );
    case "Open":
      return `open ${node.date.value} ${printHours(node.hours)}`;
    case "TimeZone":
      return `time zone ${printText(node.zone)}`;
    default:
      return assertNever(node);
  }
}
/** Days in the order in which they are listed; three or more that follow each other are a stretch. */
function printDays(days: readonly number[]): string {
  const [first = 1] = days;
  const isStretch = days.length > 2 && days.every((day, index) => day === ((first - 1 + index) % 7) + 1);
  const name = (day: number | undefined): string => DAYS[(day ?? 1) - 1] ?? "";
  return isStretch ? `${name(first)}-${name(days.at(-1))}` : days.map(name).join(", ");
}

function printDisputeClause(node: DisputeClauseNode): string {
  switch (node.kind) {
    case "Panel":
      return `panel ${printNames(node.names)}`;
    case "Hearing":
      return `hearing ${printDuration(node.duration)} per party`;
    case "Decision":
      return `decision ${node.decision}`;
    case "Arbiter":
      return `arbiter ${printName(node.name)}`;
    default:
      return assertNever(node);
  }
}

const printSettings = (settings: readonly SettingNode[]): string =>
  settings.length === 0
    ? "{}"
    : `{ ${settings.map(({ name, value }) => `${printName(name)}: ${printSum(value)}`).join(", ")} }`;
const printSubject = ({ name, member }: SubjectNode): string =>
  printName(name) + (member ? `.${printName(member)}` : "");

function printTestClause(node: TestClauseNode): string {
  switch (node.kind) {
    case "TestLead":
      return `lead ${printSettings(node.settings)}`;
    case "TestPerson":
      return `people ${printSettings(node.settings)}`;
    case "TestEvent":
      return words(
        printExpression(node.at),
        printName(node.event),
        node.attributes.length > 0 && printSettings(node.attributes),
      );
    case "TestAt":
      return `at ${printExpression(node.at)}`;
    case "ExpectIs":
      return words("expect", printSubject(node.subject), "is", node.negated && "not", printSum(node.value));
    case "ExpectReached":
      return words("expect stage", node.negated && "not", "reached", printName(node.stage));
    case "ExpectEquals":
      return words(
        "expect",
        printSubject(node.subject),
        node.property && printName(node.property),
        "=",
        printSum(node.value),
        node.points && "points",
      );
    case "ExpectDue":
      return `expect ${printSubject(node.subject)} due ${printExpression(node.at)}`;
    case "ExpectSteps":
      return `expect ${printSubject(node.subject)} has ${node.count.value} steps`;
    case "ExpectNeeds":
      return words(
        "expect",
        printName(node.funnel),
        "needs",
        node.count.value,
        printName(node.stage),
        node.earlier && `${printDuration(node.earlier)} earlier`,
      );
    case "ExpectWorth": {
      const rounded = node.roundedTo ? `, rounded to ${printSum(node.roundedTo)}` : "";
      return `expect ${printName(node.funnel)} worth ${printSum(node.value)} per ${printName(node.stage)}${rounded}`;
    }
    default:
      return assertNever(node);
  }
}
