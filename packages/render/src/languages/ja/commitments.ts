import { say } from "../../phrase/say.ts";
import type { CommitmentWords } from "../../words/commitment-words.ts";
import { values } from "./values.ts";

const which = { each: "毎回の", first: "最初の", last: "最後の" } as const;

export const commitments: CommitmentWords = {
  appliesTo: (condition) => say`${condition}リードに適用する。`,
  respond: ({ party, events, times, due }) =>
    say`${party}は、${due}、${events}を${times === null ? "" : values.times(times)}行わなければならない。`,
  provide: ({ party, fields, trigger }) =>
    say`${party}は、${trigger}の時点までに、リードの記録に${fields}を記入しなければならない。`,
  limit: ({ party, events, bound, times, per, every }) =>
    say`${party}が行う${events}は、${per === null ? "" : say`${per}ごとに、`}${every}、${values.times(times)}${bound === "atMost" ? "以内" : "以上"}でなければならない。`,
  share: ({ party, events, bound, percent, of, per, every }) => {
    const counted = per === null ? "" : say`${per}ごとに、`;
    return bound === "atLeast"
      ? say`${party}は、${counted}${every}、${of}の${percent}以上について${events}を行わなければならない。`
      : say`${party}は、${counted}${every}、${events}を行う割合を${of}の${percent}以下にとどめなければならない。`;
  },
  follow: ({ party, trigger, business }) =>
    say`${party}は、${trigger}の後、次の計画に従わなければならない（日数は${business ? "営業日" : "暦日"}で数える）。`,
  followStep: (day, business, events) => say`${business ? `${day}営業日目` : `${day}日目`}：${events}`,
  leave: ({ party, stage, due }) =>
    say`${party}は、${due}、リードをステージ${stage}から移行させなければならない。`,
  recur: ({ party, events, every, while: condition }) =>
    say`${party}は、${condition === null ? "" : say`${condition}間、`}${every}を超えない間隔で${events}を行わなければならない。`,
  within: (time, trigger) => say`${trigger}から${time}以内に`,
  byClose: (day, trigger) => say`${trigger}の日の翌日から起算して${day}営業日目の営業終了までに`,
  byTime: (time, day, business, trigger) => {
    const noun = business ? "営業日" : "日";
    return day === null
      ? say`${trigger}と同じ${noun}の${time}までに`
      : say`${trigger}の日の翌日から起算して${day}${noun}目の${time}までに`;
  },
  onEvent: (occurrence, events) => say`${which[occurrence]}${events}`,
  onStage: (stage) => say`ステージ${stage}への到達`,
  onField: (field) => say`${field}に記録された日時`,
  ofEvents: (occurrence, events) => say`${occurrence === "each" ? "すべての" : which[occurrence]}${events}`,
  ofStage: (stage) => say`ステージ${stage}に到達したすべてのリード`,
  ofField: (field) => say`${field}に日時が記録されたすべてのリード`,
  apart: (time) => say`${time}以上の間隔を空けて行われたもののみを回数に算入する。`,
  onAnotherChannel: "直前のものとは異なるチャネルで行わなければならない。",
  restarts: "新たに起算事由が生じたときは、進行中の期限は終了し、新たな期限が進行を開始する。",
  calendar: (name) => say`営業時間および営業日は、カレンダー${name}による。`,
  calendarOf: (whose) =>
    whose === "owner"
      ? "営業時間および営業日は、起算時点におけるリードの担当者のものによる。"
      : "営業時間および営業日は、リードのタイムゾーンで数える。",
  pause: (from, to, cap) =>
    say`${from}から${to}までの間、期限の進行を停止する${cap === null ? "" : say`（通算${cap}を限度とする）`}。`,
  until: (events) => say`期限までに${events}が発生したときは、義務は消滅し、不履行とはならない。`,
  excuse: (condition) => say`${condition}場合は、不履行を免責する。`,
  waiver: ({ for: condition, from, to, because }) =>
    say`${values.date(from)}から${to === null ? "" : `${values.date(to)}まで`}、${condition === null ? "" : say`${condition}場合に限り、`}適用を免除する${because === null ? "" : `（理由：「${because}」）`}。`,
  warn: (percent) => `所定の時間の${percent}が経過した時点で警告する。`,
  ladder: (ladder) => say`未達・不履行時の対応：${ladder}。`,
  because: (text) => `理由：「${text}」`,
};
