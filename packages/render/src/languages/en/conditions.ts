import type { ClockStatus, ComparisonOperator } from "@entente/ir";
import { joined, say, uninflected } from "../../phrase/say.ts";
import type { ConditionWords } from "../../words/condition-words.ts";

const ofAmounts: Readonly<Record<ComparisonOperator, string>> = {
  "=": "is",
  "!=": "is not",
  "<": "is less than",
  "<=": "is at most",
  ">": "is more than",
  ">=": "is at least",
};
const ofPoints: Readonly<Record<ComparisonOperator, string>> = {
  "=": "is",
  "!=": "is not",
  "<": "is before",
  "<=": "is no later than",
  ">": "is after",
  ">=": "is no earlier than",
};
const matches = {
  contains: ["contains", "does not contain"],
  startsWith: ["starts with", "does not start with"],
  endsWith: ["ends with", "does not end with"],
} as const;
const statuses: Readonly<Record<ClockStatus, string>> = {
  waiting: "waiting for its trigger",
  inapplicable: "not applicable",
  unknown: "undecided for want of data",
  met: "met",
  discharged: "discharged",
  excused: "excused",
  late: "done late",
  breached: "breached",
  paused: "paused",
  at_risk: "at risk",
  running: "running",
};
const is = (negated: boolean): string => (negated ? "is not" : "is");
const has = (negated: boolean): string => (negated ? "has not" : "has");

export const conditions: ConditionWords = {
  all: (operands) => joined(operands, " and "),
  any: (operands) => joined(operands, " or "),
  brackets: (condition) => say`(${condition})`,
  not: (condition) => say`it is not so that (${condition})`,
  isYes: (subject, negated) => say`${subject} is “${negated ? "no" : "yes"}”`,
  holds: (name, negated) => say`${name} ${negated ? "does not hold" : "holds"}`,
  happened: (event, negated) => say`${event} ${has(negated)} happened`,
  stageIs: (stage, negated) => say`the current stage ${is(negated)} ${stage}`,
  stageReached: (stage, negated) => say`stage ${stage} ${has(negated)} been reached`,
  verdictIs: (commitment, status, negated) =>
    say`${commitment ?? "the commitment in question"} ${is(negated)} ${statuses[status]}`,
  compare: (operator, left, right, ofTimes) =>
    say`${left} ${(ofTimes ? ofPoints : ofAmounts)[operator]} ${right}`,
  oneOf: (subject, values, negated) => say`${subject} ${is(negated)} ${values}`,
  text: (match, subject, text, { ignoreCase, negated }) => {
    const verb: string = matches[match][negated ? 1 : 0];
    return say`${subject} ${verb} ${text}${ignoreCase ? " (in capitals or not)" : ""}`;
  },
  listContains: (subject, value, negated) => say`${subject} ${matches.contains[negated ? 1 : 0]} ${value}`,
  present: (subject, negated) => say`${subject} is ${negated ? "missing" : "present"}`,
  withinTime: (subject, duration, of, negated) =>
    say`${subject} ${negated ? "does not lie" : "lies"} within ${duration} before or after ${of}`,
  occurrence: (which, event) => uninflected(say`the ${which} ${event}`),
  occurrenceAttribute: (which, event, attribute) => say`${attribute} of the ${which} ${event}`,
  count: (event) => say`the number of ${event}`,
  elapsedSince: (time) => say`the time since ${time}`,
  score: (name) => say`the score ${name}`,
  matching: (event, condition) => say`${event} (where ${condition})`,
};
