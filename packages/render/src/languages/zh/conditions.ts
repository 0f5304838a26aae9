import type { ClockStatus, ComparisonOperator } from "@entente/ir";
import { type Phrase, uninflected } from "../../phrase/say.ts";
import type { ConditionWords } from "../../words/condition-words.ts";
import { glued, say } from "./say.ts";

const ofAmounts: Readonly<Record<ComparisonOperator, string>> = {
  "=": "为",
  "!=": "不为",
  "<": "少于",
  "<=": "不超过",
  ">": "超过",
  ">=": "不少于",
};
const ofPoints: Readonly<Record<ComparisonOperator, string>> = {
  "=": "为",
  "!=": "不为",
  "<": "早于",
  "<=": "不晚于",
  ">": "晚于",
  ">=": "不早于",
};
const matches = {
  contains: ["包含", "不包含"],
  startsWith: ["开头为", "开头不为"],
  endsWith: ["结尾为", "结尾不为"],
} as const;
const statuses: Readonly<Record<ClockStatus, string>> = {
  waiting: "尚未起算",
  inapplicable: "不适用",
  unknown: "因资料缺失无法判定",
  met: "已履行",
  discharged: "已解除",
  excused: "已免责",
  late: "逾期履行",
  breached: "违约",
  paused: "暂停计时",
  at_risk: "临近期限",
  running: "计时中",
};
const is = (negated: boolean): string => (negated ? "不为" : "为");

/** Conditions with a word between each two of them. */
function connected(operands: readonly Phrase[], word: string): Phrase {
  return glued(operands.flatMap((operand, index) => (index === 0 ? [operand] : [word, operand])));
}

export const conditions: ConditionWords = {
  all: (operands) => connected(operands, "，且"),
  any: (operands) => connected(operands, "，或"),
  brackets: (condition) => say`（${condition}）`,
  not: (condition) => say`不符合“${condition}”`,
  isYes: (subject, negated) => say`${subject} 为“${negated ? "否" : "是"}”`,
  holds: (name, negated) => say`${negated ? "不符合" : "符合"} ${name}`,
  happened: (event, negated) => say`${negated ? "未发生" : "已发生"} ${event}`,
  stageIs: (stage, negated) => say`当前阶段${is(negated)} ${stage}`,
  stageReached: (stage, negated) => say`${negated ? "未到达" : "已到达"}阶段 ${stage}`,
  verdictIs: (commitment, status, negated) =>
    say`${commitment ?? "该义务"} 的判定${is(negated)}“${statuses[status]}”`,
  compare: (operator, left, right, ofTimes) =>
    say`${left} ${(ofTimes ? ofPoints : ofAmounts)[operator]} ${right}`,
  oneOf: (subject, values, negated) => say`${subject} ${is(negated)} ${values}`,
  text: (match, subject, text, { ignoreCase, negated }) => {
    const verb: string = matches[match][negated ? 1 : 0];
    return say`${subject} ${verb}${text}${ignoreCase ? "（不区分大小写）" : ""}`;
  },
  listContains: (subject, value, negated) => say`${subject} ${matches.contains[negated ? 1 : 0]} ${value}`,
  present: (subject, negated) => say`${negated ? "未填写" : "已填写"} ${subject}`,
  withinTime: (subject, duration, of, negated) =>
    say`${subject} ${negated ? "不在" : "在"} ${of} 前后 ${duration}之内`,
  occurrence: (which, event) => uninflected(say`${which === "first" ? "首次" : "末次"} ${event}`),
  occurrenceAttribute: (which, event, attribute) =>
    say`${which === "first" ? "首次" : "末次"} ${event} 的 ${attribute}`,
  count: (event) => say`${event} 的次数`,
  elapsedSince: (time) => say`自 ${time} 以来经过的时间`,
  score: (name) => say`评分 ${name}`,
  matching: (event, condition) => say`${event}（仅限 ${condition} 者）`,
};
