import type { ClockStatus, ComparisonOperator } from "@entente/ir";
import { joined, say } from "../../phrase/say.ts";
import type { ConditionWords } from "../../words/condition-words.ts";
import { accusative, genitive } from "./cases.ts";

const ofAmounts: Readonly<Record<ComparisonOperator, string>> = {
  "=": "ma wartość",
  "!=": "ma wartość inną niż",
  "<": "wynosi mniej niż",
  "<=": "wynosi co najwyżej",
  ">": "wynosi więcej niż",
  ">=": "wynosi co najmniej",
};
const ofPoints: Readonly<Record<ComparisonOperator, string>> = {
  "=": "ma wartość",
  "!=": "ma wartość inną niż",
  "<": "jest wcześniejsze niż",
  "<=": "jest nie późniejsze niż",
  ">": "jest późniejsze niż",
  ">=": "jest nie wcześniejsze niż",
};
const matches = { contains: "zawiera", startsWith: "zaczyna się od", endsWith: "kończy się na" } as const;
const statuses: Readonly<Record<ClockStatus, string>> = {
  waiting: "nierozpoczęte",
  inapplicable: "nie dotyczy",
  unknown: "nierozstrzygnięte z braku danych",
  met: "dotrzymane",
  discharged: "wygasłe",
  excused: "usprawiedliwione",
  late: "wykonane po terminie",
  breached: "niedotrzymane",
  paused: "wstrzymane",
  at_risk: "zagrożone",
  running: "w toku",
};
const isNot = (negated: boolean): string => (negated ? "nie " : "");

export const conditions: ConditionWords = {
  all: (operands) => joined(operands, " oraz "),
  any: (operands) => joined(operands, " lub "),
  brackets: (condition) => say`(${condition})`,
  not: (condition) => say`nie jest tak, że (${condition})`,
  isYes: (subject, negated) => say`${subject} ma wartość „${negated ? "nie" : "tak"}”`,
  holds: (name, negated) => say`${isNot(negated)}zachodzi ${name}`,
  happened: (event, negated) => say`${isNot(negated)}wystąpiło zdarzenie ${event}`,
  stageIs: (stage, negated) => say`bieżącym etapem ${isNot(negated)}jest ${stage}`,
  stageReached: (stage, negated) => say`${isNot(negated)}osiągnięto ${negated ? "etapu" : "etap"} ${stage}`,
  verdictIs: (commitment, status, negated) =>
    say`${commitment === null ? "dane zobowiązanie" : say`zobowiązanie ${commitment}`} ma status ${negated ? "inny niż " : ""}„${statuses[status]}”`,
  compare: (operator, left, right, ofTimes) =>
    ofTimes || operator === "=" || operator === "!="
      ? say`${left} ${(ofTimes ? ofPoints : ofAmounts)[operator]} ${right}`
      : say`${left} ${ofAmounts[operator]} ${accusative(right)}`,
  oneOf: (subject, values, negated) =>
    negated ? say`${subject} nie ma żadnej z wartości: ${values}` : say`${subject} ma wartość ${values}`,
  text: (match, subject, text, { ignoreCase, negated }) =>
    say`${subject} ${isNot(negated)}${matches[match]} ${text}${ignoreCase ? " (bez rozróżniania wielkości liter)" : ""}`,
  listContains: (subject, value, negated) => say`${subject} ${isNot(negated)}zawiera ${value}`,
  present: (subject, negated) => say`${subject} ${isNot(negated)}jest podane`,
  withinTime: (subject, duration, of, negated) =>
    say`${subject} jest oddalone w czasie od ${genitive(of)} o ${negated ? "więcej" : "nie więcej"} niż ${accusative(duration)}`,
  occurrence: (which, event) => (form) => {
    const ending = form === "genitive" ? "ego zdarzenia" : "e zdarzenie";
    return say`${which === "first" ? "pierwsz" : "ostatni"}${ending} ${event}`;
  },
  occurrenceAttribute: (which, event, attribute) =>
    say`${attribute} ${which === "first" ? "pierwszego" : "ostatniego"} zdarzenia ${event}`,
  count: (event) => say`liczba zdarzeń ${event}`,
  elapsedSince: (time) => say`czas od ${genitive(time)}`,
  score: (name) => say`scoring ${name}`,
  matching: (event, condition) => say`${event} (warunek: ${condition})`,
};
