import { formatDate } from "../../values/format-date.ts";
import type { PromiseWords } from "../../words/promise-words.ts";
import { say } from "./say.ts";

const bounds = { atLeast: "不低于", atMost: "不超过" } as const;
const measured = { count: "数量", worth: "价值总额", points: "分值合计" } as const;
const statistics = {
  median: "中位数",
  mean: "平均值",
  p75: "第 75 百分位数",
  p90: "第 90 百分位数",
  p95: "第 95 百分位数",
  p99: "第 99 百分位数",
} as const;
const periods = { month: "月", quarter: "季度", year: "年" } as const;
const sides = { either: "高于或低于", above: "高于", below: "低于" } as const;

export const promises: PromiseWords = {
  goal: (parties, measure) => say`${parties} 应就${measure}达成下列目标：`,
  reach: (what, stage) => say`到达阶段 ${stage} 的线索${measured[what]}`,
  rate: (from, to, basis, maturing) =>
    say`${basis === "snapshot" ? "按当期实际发生计算的" : ""}从 ${from} 到 ${to} 的转化率${maturing === null ? "" : say`（每条线索给予 ${maturing}的转化期）`}`,
  time: (statistic, from, to) => say`从 ${from} 到 ${to} 所用时间的${statistics[statistic]}`,
  sum: (event, attribute) => say`${event} 的 ${attribute} 总和`,
  share: (commitment) => say` ${commitment} 的履行率`,
  stage: (name) => say`阶段 ${name}`,
  event: (name) => say`${name}`,
  narrowed: (measure, condition) => say`${measure}（仅计 ${condition} 者）`,
  per: (measure, field) => say`${measure}（按每个 ${field} 分别计算）`,
  baseline: (value) => say`约定时的实际水平：${value}。`,
  target: (bound, value, window, from) =>
    say`${window}${bounds[bound]} ${value}${from === null ? "" : `（自 ${formatDate("zh-CN", from)}起）`}`,
  inYear: (year) => `${year} 年全年`,
  byDate: (date) => `截至 ${date}`,
  overLast: (duration) => say`最近 ${duration}内`,
  tolerance: (percent, side) => `${sides[side]}目标不超过 ${percent} 的，视为达标。`,

  funnelFor: (condition) => say`适用于 ${condition} 的线索。`,
  alternativeTo: (funnel) => say`为 ${funnel} 的替代方案，两者不相加。`,
  quotaOfMoney: (amount, every) => say`销售指标：${every} ${amount}。`,
  quotaOfLeads: (count, stage, every) => say`销售指标：${every} ${count.said} 条到达阶段 ${stage} 的线索。`,
  deal: (amount) => say`每笔成交金额：${amount}。`,
  cycle: (duration) => say`线索须比成交提前 ${duration}到位。`,
  capacity: (count, stage, every, reps) =>
    say`跟进能力：每名销售人员${every}可跟进 ${count.said} 条处于阶段 ${stage} 的线索；销售人员共 ${reps.said} 名。`,
  rounding: (rounding) =>
    rounding === "everyStage" ? "各阶段的线索数均向上取整。" : "各阶段之间保留精确值，仅对最终结果取整。",

  reward: ({ goals, several, period, give, to }) =>
    say`同一${periods[period]}内${goals === null ? "所有目标" : say` ${goals} `}${several ? "均" : ""}达成的，给予 ${to}：${give}。`,

  atBreach: "发生违约时：",
  afterMiss: (duration) => say`未达成或违约 ${duration}后：`,
  actions: {
    notify: ({ to }) => say`通知 ${to}。`,
    escalate: ({ to }) => say`上报 ${to}。`,
    reassign: ({ to }) => say`将线索改派给 ${to}。`,
    return: ({ to }) => say`将线索退回 ${to}。`,
    assign: ({ assignee, task }) => say`指派 ${assignee} 负责：${task}。`,
    meet: ({ to }) => say`召集 ${to} 开会。`,
    report: ({ to, every }) => say`${every}向 ${to} 报告。`,
    do: ({ text }) => say`${text}`,
  },
  theOwner: "线索负责人",
};
