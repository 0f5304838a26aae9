import type { ClockStatus, ComparisonOperator } from "@entente/ir";
import { joined, say, uninflected } from "../../phrase/say.ts";
import type { ConditionWords } from "../../words/condition-words.ts";
import { conjunctive } from "./conjunctive.ts";

const ofAmounts: Readonly<Record<ComparisonOperator, string>> = {
  "=": "である",
  "!=": "でない",
  "<": "未満である",
  "<=": "以下である",
  ">": "を超えている",
  ">=": "以上である",
};
const ofPoints: Readonly<Record<ComparisonOperator, string>> = {
  "=": "である",
  "!=": "でない",
  "<": "より前である",
  "<=": "以前である",
  ">": "より後である",
  ">=": "以後である",
};
const matches = {
  contains: ["を含む", "を含まない"],
  startsWith: ["で始まる", "で始まらない"],
  endsWith: ["で終わる", "で終わらない"],
} as const;
const statuses: Readonly<Record<ClockStatus, string>> = {
  waiting: "起算前",
  inapplicable: "適用対象外",
  unknown: "情報不足により判定不能",
  met: "履行済み",
  discharged: "消滅",
  excused: "免責",
  late: "遅延履行",
  breached: "不履行",
  paused: "停止中",
  at_risk: "期限切迫",
  running: "進行中",
};
const is = (negated: boolean): string => (negated ? "でない" : "である");

/** Every condition ends in the plain form, so that 場合, もの or リード can follow it. */
export const conditions: ConditionWords = {
  all: (operands) =>
    joined(
      operands.map((operand, index) => (index < operands.length - 1 ? conjunctive(operand) : operand)),
      "、かつ、",
    ),
  any: (operands) => joined(operands, "か、または、"),
  brackets: (condition) => say`（${condition}）`,
  not: (condition) => say`「${condition}」に該当しない`,
  isYes: (subject, negated) => say`${subject}が「${negated ? "いいえ" : "はい"}」である`,
  holds: (name, negated) => say`${name}に該当${negated ? "しない" : "する"}`,
  happened: (event, negated) => say`${event}が発生して${negated ? "いない" : "いる"}`,
  stageIs: (stage, negated) => say`現在のステージが${stage}${is(negated)}`,
  stageReached: (stage, negated) => say`ステージ${stage}に到達して${negated ? "いない" : "いる"}`,
  verdictIs: (commitment, status, negated) =>
    say`${commitment ?? "当該義務"}の判定が「${statuses[status]}」${is(negated)}`,
  compare: (operator, left, right, ofTimes) =>
    say`${left}が${right}${(ofTimes ? ofPoints : ofAmounts)[operator]}`,
  oneOf: (subject, values, negated) => say`${subject}が${values}のいずれか${is(negated)}`,
  text: (match, subject, text, { ignoreCase, negated }) => {
    const verb: string = matches[match][negated ? 1 : 0];
    return say`${subject}が${ignoreCase ? "、大文字と小文字を区別せずに、" : ""}${text}${verb}`;
  },
  listContains: (subject, value, negated) => say`${subject}が${value}${matches.contains[negated ? 1 : 0]}`,
  present: (subject, negated) => say`${subject}が記録されて${negated ? "いない" : "いる"}`,
  withinTime: (subject, duration, of, negated) => say`${subject}が${of}の前後${duration}以内${is(negated)}`,
  occurrence: (which, event) => uninflected(say`${which === "first" ? "最初" : "最後"}の${event}`),
  occurrenceAttribute: (which, event, attribute) =>
    say`${which === "first" ? "最初" : "最後"}の${event}の${attribute}`,
  count: (event) => say`${event}の件数`,
  elapsedSince: (time) => say`${time}からの経過時間`,
  score: (name) => say`スコア${name}`,
  matching: (event, condition) => say`${event}（${condition}ものに限る）`,
};
