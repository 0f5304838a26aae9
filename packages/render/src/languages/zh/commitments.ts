import type { CommitmentWords } from "../../words/commitment-words.ts";
import { say } from "./say.ts";
import { values } from "./values.ts";

const bounds = { atLeast: "不少于", atMost: "不超过" } as const;
const which = { each: "每次", first: "首次", last: "末次" } as const;

export const commitments: CommitmentWords = {
  appliesTo: (condition) => say`适用于 ${condition} 的线索。`,
  respond: ({ party, events, times, due }) =>
    say`${party} 应${due}完成 ${events}${times === null ? "" : say` ${values.times(times)}`}。`,
  provide: ({ party, fields, trigger }) => say`${party} 应最迟于${trigger} 时在线索记录中提供 ${fields}。`,
  limit: ({ party, events, bound, times, per, every }) =>
    say`${party} ${per === null ? "" : say`对每个 ${per} `}${every}进行 ${events} 的次数应${bounds[bound]} ${values.times(times)}。`,
  share: ({ party, events, bound, percent, of, per, every }) =>
    say`${party} ${per === null ? "" : say`对每个 ${per} `}${every}完成 ${events} 的数量应${bounds[bound]} ${of} 的 ${percent}。`,
  follow: ({ party, trigger, business }) =>
    say`${party} 应在${trigger} 之后按下列计划执行（以${business ? "工作日" : "自然日"}计）：`,
  followStep: (day, business, events) => say`第 ${day} ${business ? "个工作日" : "天"}：${events}`,
  leave: ({ party, stage, due }) => say`${party} 应${due}使线索离开阶段 ${stage}。`,
  recur: ({ party, events, every, while: condition }) =>
    say`${condition === null ? "" : say`在 ${condition} 期间，`}${party} 应至少每 ${every}进行一次 ${events}。`,
  within: (time, trigger) => say`在${trigger} 后 ${time}内`,
  byClose: (day, trigger) => say`在${trigger} 当日之后第 ${day} 个工作日营业结束前`,
  byTime: (time, day, business, trigger) => {
    if (day === null) return say`在${trigger} 的同一${business ? "工作日" : "日"} ${time} 前`;
    return say`在${trigger} 当日之后第 ${day} ${business ? "个工作日" : "天"} ${time} 前`;
  },
  onEvent: (occurrence, events) => say`${which[occurrence]} ${events}`,
  onStage: (stage) => say`到达阶段 ${stage}`,
  onField: (field) => say` ${field} 所记时间`,
  ofEvents: (occurrence, events) => say`${occurrence === "each" ? "全部" : which[occurrence]} ${events}`,
  ofStage: (stage) => say`全部到达阶段 ${stage} 的线索`,
  ofField: (field) => say`全部线索（以 ${field} 所记时间计）`,
  apart: (time) => say`相互间隔至少 ${time}的，方可计入次数。`,
  onAnotherChannel: "须采用与前一次不同的渠道。",
  restarts: "再次触发时，原有期限终止，并重新计算新的期限。",
  calendar: (name) => say`工作时间与工作日以日历 ${name} 为准。`,
  calendarOf: (whose) =>
    whose === "owner"
      ? "工作时间与工作日以起算时线索负责人的日历为准。"
      : "工作时间与工作日按线索所在时区计算。",
  pause: (from, to, cap) =>
    say`自 ${from} 起至 ${to} 止暂停计时${cap === null ? "" : say`，累计不超过 ${cap}`}。`,
  until: (events) => say`期限届满前发生 ${events} 的，该义务即告解除，不视为违约。`,
  excuse: (condition) => say`${condition} 的，免除违约责任。`,
  waiver: ({ for: condition, from, to, because }) =>
    say`自 ${values.date(from)}起${to === null ? "" : `至 ${values.date(to)}止`}，${condition === null ? "" : say`对 ${condition} 的情形`}豁免适用${because === null ? "" : `（理由：“${because}”）`}。`,
  warn: (percent) => `规定时间用去 ${percent} 时发出预警。`,
  ladder: (ladder) => say`未达成或违约时的处理：${ladder}。`,
  because: (text) => `理由：“${text}”`,
};
