import { formatDate } from "../../values/format-date.ts";
import type { DocumentWords } from "../../words/document-words.ts";
import { columns, definitions, sections } from "./headings.ts";
import { say } from "./say.ts";

const date = (text: string): string => formatDate("zh-CN", text);

export const document: DocumentWords = {
  sections,
  definitions,
  columns,
  nothing: "未作约定。",

  between: (one, other) => say`本协议由 ${one} 与 ${other} 订立。`,
  purpose: (text) => `目的：“${text}”`,
  term: (from, to) =>
    to === null
      ? `本协议自 ${date(from)}起生效，未约定终止日期。`
      : `本协议有效期自 ${date(from)}起至 ${date(to)}止，含起止两日。`,
  noTerm: "未约定有效期。",
  zoneAndCurrency: (zone, currency) => say`日期与时间以时区 ${zone} 为准；金额币种为 ${currency}。`,
  inFlight: (rule) =>
    rule === "keeps"
      ? "计时期间条款发生变更的，该次计时仍适用起算时的条款。"
      : "计时期间条款发生变更的，该次计时适用变更后的条款。",
  otherParties: (parties) => say`本协议另列当事方：${parties}。`,
  optionalRole: "如设有该职位",

  types: {
    text: "文本",
    boolean: "是或否",
    money: "金额",
    percent: "百分比",
    date: "日期",
    time: "时间点",
    integer: "整数",
    number: "数值",
  },
  choice: (values) => say`下列之一：${values}`,
  listOf: (type) => say`列表（每项：${type}）`,
  range: (minimum, maximum) => {
    if (minimum === null) return maximum === null ? "" : `不超过 ${maximum}`;
    return maximum === null ? `不少于 ${minimum}` : `${minimum} 至 ${maximum}`;
  },
  key: "主键",
  required: "必填",
  optional: "选填",
  fromColumn: (column) => `记录于“${column}”列。`,
  aboutAgreement: "属于本协议本身的事件，与线索无关。",
  alsoWhen: (condition) => say`${condition} 的，亦视为已发生。`,
  means: (name, condition) => say`${name} 指：${condition}。`,

  whileHolds: (condition) => say`${condition} 时`,
  perUnit: (field) => say`每单位 ${field}`,
  perEvent: (event) => say`每次 ${event}`,
  once: (duration) => say`每 ${duration}计一次`,
  cap: (points) => say`合计不超过 ${points}`,
  expires: (duration) => say`${duration}后失效`,
  allExpire: (duration) => say`所有分值均于 ${duration}后失效。`,
  fades: (points, every) => say`自最后一次加分事件起，每 ${every}扣减 ${points}。`,
  minimum: (points) => say`评分不低于 ${points}。`,
  maximum: (points) => say`评分不高于 ${points}。`,
  resets: (event, to) => say`发生 ${event} 时，评分恢复为 ${to}。`,
  firstMatch: "以最先符合的类别为准。",
  exclusive: "同一线索不会同时符合两个类别。",
  unless: (when, unless) => say`${when === null ? "" : say`${when}，但 `}${unless} 的除外`,

  rules: [
    "在期限届满的时刻完成的，视为按期完成。",
    "工作时间是指日历所列的营业时间。在营业时间以外起算的，自下一次开始营业时计算。",
    "工作日是指日历上有营业开始的日期。以工作日约定的期限，于最后一个工作日的同一时刻届满；该日营业提前结束的，于营业结束时届满。",
    "非工作时间的分钟与小时昼夜连续计算；以天、周、月约定的期限于同一时刻届满。",
    "条件只有在能够确认满足时方为满足；记录缺少作出判断所需内容的，视为未定，既非满足亦非不满足。",
    "暂停期间停止计时，剩余时间不受影响。",
  ],
  hoursOf: (zone) => say`营业时间（时区 ${zone}）：`,
  dayRange: (first, last) => `${first}至${last}`,
  holidays: (set) => `下列公共假日（${set}）不营业：`,
  closed: (from, to, label) =>
    `${date(from)}${to === null ? "" : `至 ${date(to)}`}不营业${label === null ? "" : `（“${label}”）`}。`,
  open: (day, hours) => `${date(day)}营业：${hours}。`,
  chosenBy: (by) => say`日历根据 ${by} 确定：`,
  defaultCalendar: (calendar) => say`义务条款未指明日历的，以${calendar}为准。`,
  namedCalendar: (name) => say`日历 ${name}`,

  meeting: (every, duration, attendedBy) => say`${every}召开，时长 ${duration}。出席者：${attendedBy}。`,
  agenda: "议程：",
  panel: (members) => say`争议由 ${members} 组成的评审组审理。`,
  hearing: (duration) => say`各方陈述时间为 ${duration}。`,
  decision: (decision) =>
    decision === "binding" ? "评审组的决定具有约束力。" : "评审组的决定仅为建议，不具约束力。",
  arbiter: (role) => say`最终决定由 ${role} 作出。`,
  review: (every) => `各方${every}对本协议进行审查。`,
  cancellation: (goal, { said }) => say`${goal} 连续 ${said} 次未达成的，可解除本协议。`,

  owes: (party) => say`${party} 的义务`,
  owed: (party) => say`他方对 ${party} 的义务`,
  takesPartIn: (meeting) => say`出席 ${meeting}。`,
  responsibleFor: (task) => say`负责执行：${task}。`,
  accountableFor: (task) => say`承担最终责任：${task}。`,
  receives: (reward) => say`可获得 ${reward}。`,
  signing: "各方已阅读本协议，并签署如下。",
  signedOn: (day) => date(day),
};
