import { say } from "../../phrase/say.ts";
import { formatDate } from "../../values/format-date.ts";
import type { PromiseWords } from "../../words/promise-words.ts";

const bounds = { atLeast: "以上", atMost: "以下" } as const;
const measured = { count: "件数", worth: "価値の合計", points: "ポイントの合計" } as const;
const statistics = {
  median: "中央値",
  mean: "平均値",
  p75: "75パーセンタイル",
  p90: "90パーセンタイル",
  p95: "95パーセンタイル",
  p99: "99パーセンタイル",
} as const;
const periods = { month: "月", quarter: "四半期", year: "年" } as const;
const sides = {
  either: (percent: string) => `目標との差は、上下とも${percent}までを目標どおりとみなす。`,
  above: (percent: string) => `目標を上回る差は、${percent}までを目標どおりとみなす。`,
  below: (percent: string) => `目標を下回る差は、${percent}までを目標どおりとみなす。`,
} as const;

export const promises: PromiseWords = {
  goal: (parties, measure) => say`${parties}は、${measure}について、次の目標を達成しなければならない。`,
  reach: (what, stage) => say`ステージ${stage}に到達したリードの${measured[what]}`,
  rate: (from, to, basis, maturing) =>
    say`${basis === "snapshot" ? "当該期間中の実績による" : ""}${from}から${to}への転換率${maturing === null ? "" : say`（リードごとに${maturing}の経過を待って算定する）`}`,
  time: (statistic, from, to) => say`${from}から${to}までの所要時間の${statistics[statistic]}`,
  sum: (event, attribute) => say`${event}の${attribute}の合計`,
  share: (commitment) => say`${commitment}の履行率`,
  stage: (name) => say`ステージ${name}`,
  event: (name) => say`${name}`,
  narrowed: (measure, condition) => say`${measure}（${condition}ものに限る）`,
  per: (measure, field) => say`${field}ごとの${measure}`,
  baseline: (value) => say`合意時点の実績：${value}。`,
  target: (bound, value, window, from) =>
    say`${window}、${value}${bounds[bound]}${from === null ? "" : `（${formatDate("ja", from)}以降）`}`,
  inYear: (year) => `${year}年に`,
  byDate: (date) => `${date}までに`,
  overLast: (duration) => say`直近${duration}で`,
  tolerance: (percent, side) => sides[side](percent),

  funnelFor: (condition) => say`${condition}リードに適用する。`,
  alternativeTo: (funnel) => say`${funnel}に代わる案であり、両者を合算しない。`,
  quotaOfMoney: (amount, every) => say`販売目標：${every}${amount}。`,
  quotaOfLeads: (count, stage, every) => say`販売目標：${every}、ステージ${stage}のリード${count.said}件。`,
  deal: (amount) => say`受注1件あたりの金額：${amount}。`,
  cycle: (duration) => say`リードは、受注の${duration}前に必要となる。`,
  capacity: (count, stage, every, reps) =>
    say`対応能力：営業担当者1人あたり${every}、ステージ${stage}のリード${count.said}件。営業担当者は${reps.said}人とする。`,
  rounding: (rounding) =>
    rounding === "everyStage"
      ? "リード数は、ステージごとに整数に切り上げる。"
      : "途中のステージでは端数を処理せず、結果のみを丸める。",

  reward: ({ goals, several, period, give, to }) =>
    say`同一の${periods[period]}に${goals ?? "すべての目標"}が${goals !== null && several ? "すべて" : ""}達成されたときは、${to}に${give}を与える。`,

  atBreach: "不履行の発生時：",
  afterMiss: (duration) => say`未達または不履行から${duration}後：`,
  actions: {
    notify: ({ to }) => say`${to}に通知する。`,
    escalate: ({ to }) => say`${to}に上申する。`,
    reassign: ({ to }) => say`リードの担当を${to}に変更する。`,
    return: ({ to }) => say`リードを${to}に差し戻す。`,
    assign: ({ assignee, task }) => say`${assignee}に${task}を割り当てる。`,
    meet: ({ to }) => say`${to}が出席する会議を開く。`,
    report: ({ to, every }) => say`${every === "" ? "" : `${every}、`}${to}に報告する。`,
    do: ({ text }) => say`${text}`,
  },
  theOwner: "リードの担当者",
};
