import type { Duration, Period, TimeUnit } from "@entente/ir";
import { uninflected } from "../../phrase/say.ts";
import { clockTime, formatDate } from "../../values/format-date.ts";
import { formatNumber } from "../../values/format-number.ts";
import type { ValueWords } from "../../words/value-words.ts";
import { glued, say } from "./say.ts";

const locale = "zh-CN";

const units: Readonly<Record<TimeUnit, string>> = {
  second: "秒",
  minute: "分钟",
  hour: "小时",
  day: "天",
  week: "周",
  month: "个月",
  quarter: "个季度",
  year: "年",
};
const eachUnit: Readonly<Record<Period["unit"], string>> = {
  hour: "每小时",
  day: "每日",
  week: "每周",
  month: "每月",
  quarter: "每季度",
  year: "每年",
};

function duration({ amount, unit, business }: Duration): string {
  const number = formatNumber(locale, amount);
  if (!business) return `${number} ${units[unit]}`;
  if (unit === "day") return `${number} 个工作日`;
  return unit === "hour" ? `${number} 个工作小时` : `${number} ${units[unit]}工作时间`;
}

function every(period: Period): string {
  const { count, unit, business } = period;
  if (count > 1) return `每 ${duration({ kind: "duration", ...period, amount: count })}`;
  if (!business) return eachUnit[unit];
  return unit === "day" ? "每个工作日" : `每个工作${units[unit].replace("个", "")}`;
}

export const values: ValueWords = {
  duration: (length) => uninflected(duration(length)),
  every,
  inEvery: every,
  date: (date) => formatDate(locale, date),
  moment: (date, time) => `${formatDate(locale, date)} ${time}`,
  timeOfDay: (minute) => (minute > 1440 ? `次日 ${clockTime(minute - 1440)}` : clockTime(minute)),
  yesNo: (value) => (value ? "是" : "否"),
  quoted: (text) => `“${text}”`,
  given: (value, circumstance) => say`${value}（${circumstance}）`,
  caseIs: (by, cases) => say`${by} 为 ${cases} 时`,
  otherwise: "其他情形",
  from: (date) => `自 ${formatDate(locale, date)}起`,
  initially: "起初",
  list: (type, items) => {
    const word = type === "conjunction" ? "和" : "或";
    const between = (index: number): string => (index === items.length - 1 ? word : "、");
    return glued(items.flatMap((item, index) => (index === 0 ? [item] : [between(index), item])));
  },
  gap: "",
  comma: "、",
  semicolon: "；",
  colon: "：",
  times: ({ said }) => say`${said} 次`,
  points: ({ said }) => say`${said} 分`,
  leads: ({ said }) => say`${said} 条`,
};
