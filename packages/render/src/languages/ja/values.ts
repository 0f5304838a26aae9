import type { Duration, Period, TimeUnit } from "@entente/ir";
import { joined, listed, say, uninflected } from "../../phrase/say.ts";
import { clockTime, formatDate } from "../../values/format-date.ts";
import { formatNumber } from "../../values/format-number.ts";
import type { ValueWords } from "../../words/value-words.ts";

const locale = "ja";

const units: Readonly<Record<TimeUnit, string>> = {
  second: "秒",
  minute: "分",
  hour: "時間",
  day: "日",
  week: "週間",
  month: "か月",
  quarter: "四半期",
  year: "年",
};
const eachUnit: Readonly<Record<Period["unit"], string>> = {
  hour: "毎時",
  day: "毎日",
  week: "毎週",
  month: "毎月",
  quarter: "毎四半期",
  year: "毎年",
};

function duration({ amount, unit, business }: Duration): string {
  const number = formatNumber(locale, amount);
  if (!business) return `${number}${units[unit]}`;
  if (unit === "second" || unit === "minute") return `営業時間で${number}${units[unit]}`;
  return `${number}営業${units[unit]}`;
}

function every(period: Period): string {
  const { count, unit, business } = period;
  if (count > 1) return `${duration({ kind: "duration", ...period, amount: count })}ごとに`;
  if (!business) return eachUnit[unit];
  return unit === "day" ? "毎営業日" : `営業${units[unit]}ごとに`;
}

export const values: ValueWords = {
  duration: (length) => uninflected(duration(length)),
  every,
  inEvery: every,
  date: (date) => formatDate(locale, date),
  moment: (date, time) => `${formatDate(locale, date)}${time}`,
  timeOfDay: (minute) => (minute > 1440 ? `翌日${clockTime(minute - 1440)}` : clockTime(minute)),
  yesNo: (value) => (value ? "はい" : "いいえ"),
  quoted: (text) => `「${text}」`,
  given: (value, circumstance) => say`${value}（${circumstance}）`,
  caseIs: (by, cases) => say`${by}が${cases}の場合`,
  otherwise: "その他の場合",
  from: (date) => `${formatDate(locale, date)}から`,
  initially: "当初",
  list: (type, items) =>
    type === "disjunction" || items.length < 2
      ? listed(locale, type, items)
      : say`${joined(items.slice(0, -1), "、")}および${items.at(-1) ?? ""}`,
  gap: "",
  comma: "、",
  semicolon: "；",
  colon: "：",
  times: ({ said }) => say`${said}回`,
  points: ({ said }) => say`${said}ポイント`,
  leads: ({ said }) => say`${said}件`,
};
