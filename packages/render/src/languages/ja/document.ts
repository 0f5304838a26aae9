import { say } from "../../phrase/say.ts";
import { formatDate } from "../../values/format-date.ts";
import type { DocumentWords } from "../../words/document-words.ts";
import { columns, definitions, sections } from "./headings.ts";

const date = (text: string): string => formatDate("ja", text);

export const document: DocumentWords = {
  sections,
  definitions,
  columns,
  nothing: "定めなし。",

  between: (one, other) => say`本合意書は、${one}と${other}との間で締結する。`,
  purpose: (text) => `目的：「${text}」`,
  term: (from, to) =>
    to === null
      ? `有効期間は、${date(from)}からとし、終期を定めない。`
      : `有効期間は、${date(from)}から${date(to)}までとする（両日を含む）。`,
  noTerm: "有効期間の定めはない。",
  zoneAndCurrency: (zone, currency) =>
    say`日付および時刻はタイムゾーン${zone}により、金額の通貨は${currency}とする。`,
  inFlight: (rule) =>
    rule === "keeps"
      ? "期限の進行中に条件が変更されたときは、当該期限には起算時点の条件を適用する。"
      : "期限の進行中に条件が変更されたときは、当該期限にも変更後の条件を適用する。",
  otherParties: (parties) => say`このほか、${parties}を当事者とする。`,
  optionalRole: "置かれている場合",

  types: {
    text: "文字列",
    boolean: "はい・いいえ",
    money: "金額",
    percent: "割合",
    date: "日付",
    time: "日時",
    integer: "整数",
    number: "数値",
  },
  choice: (values) => say`次のいずれか：${values}`,
  listOf: (type) => say`一覧（各項目：${type}）`,
  range: (minimum, maximum) => {
    if (minimum === null) return maximum === null ? "" : `${maximum}以下`;
    return maximum === null ? `${minimum}以上` : `${minimum}以上${maximum}以下`;
  },
  key: "キー",
  required: "必須",
  optional: "任意",
  fromColumn: (column) => `列「${column}」に記録される。`,
  aboutAgreement: "リードではなく、本合意書自体に関するものである。",
  alsoWhen: (condition) => say`${condition}場合にも、発生したものとみなす。`,
  means: (name, condition) => say`${name}とは、次をいう：${condition}。`,

  whileHolds: (condition) => say`${condition}間`,
  perUnit: (field) => say`${field}の1単位ごと`,
  perEvent: (event) => say`${event}1回ごと`,
  once: (duration) => say`${duration}につき1回まで算入`,
  cap: (points) => say`合計${points}まで`,
  expires: (duration) => say`${duration}後に失効`,
  allExpire: (duration) => say`すべてのポイントは、${duration}後に失効する。`,
  fades: (points, every) => say`最後に加点された時点から${every}ごとに${points}を減じる。`,
  minimum: (points) => say`スコアは${points}を下回らない。`,
  maximum: (points) => say`スコアは${points}を上回らない。`,
  resets: (event, to) => say`${event}が発生したときは、スコアを${to}に戻す。`,
  firstMatch: "最初に該当した区分を適用する。",
  exclusive: "一つのリードが複数の区分に該当することはない。",
  unless: (when, unless) => say`${when === null ? "" : say`${when}。ただし、`}${unless}場合を除く`,

  rules: [
    "期限ちょうどに行われたものは、期限内に行われたものとする。",
    "営業時間とは、カレンダーにおいて営業している時間をいう。営業時間外に起算事由が生じたときは、次の営業開始から数える。",
    "営業日とは、カレンダーにおいて営業が開始される日をいう。営業日で定めた期限は、最終日の同じ時刻に満了する。ただし、その日の営業終了が先に到来するときは、営業終了時とする。",
    "営業時間によらない分および時間は昼夜を問わず経過時間で数え、日、週および月による期限は同じ時刻に満了する。",
    "条件は、満たすことが確認できる場合に限り満たされたものとする。判断に必要な記録を欠くときは、真偽いずれともせず、未確定とする。",
    "停止の期間中は期限が進行せず、残りの時間は失われない。",
  ],
  hoursOf: (zone) => say`営業時間（タイムゾーン${zone}）：`,
  dayRange: (first, last) => `${first}から${last}まで`,
  holidays: (set) => `次の祝日（${set}）は休業とする。`,
  closed: (from, to, label) =>
    `${date(from)}${to === null ? "" : `から${date(to)}まで`}は休業とする${label === null ? "" : `（「${label}」）`}。`,
  open: (day, hours) => `${date(day)}は次の時間に営業する：${hours}。`,
  chosenBy: (by) => say`カレンダーは、${by}に応じて次のとおりとする。`,
  defaultCalendar: (calendar) => say`義務にカレンダーの指定がないときは、次による：${calendar}。`,
  namedCalendar: (name) => say`カレンダー${name}`,

  meeting: (every, duration, attendedBy) =>
    say`${every}開催し、所要時間は${duration}とする。出席者：${attendedBy}。`,
  agenda: "議題：",
  panel: (members) => say`紛争は、${members}で構成する委員会が審理する。`,
  hearing: (duration) => say`各当事者の陳述時間は${duration}とする。`,
  decision: (decision) =>
    decision === "binding" ? "委員会の決定は拘束力を有する。" : "委員会の決定は勧告とし、拘束力を有しない。",
  arbiter: (role) => say`最終決定は${role}が行う。`,
  review: (every) => `当事者は、${every}、本合意書を見直す。`,
  cancellation: (goal, { said }) =>
    say`${goal}が${said}回連続して達成されなかったときは、本合意書を解約することができる。`,

  owes: (party) => say`${party}の義務`,
  owed: (party) => say`${party}に対して負われる義務`,
  takesPartIn: (meeting) => say`${meeting}に出席する。`,
  responsibleFor: (task) => say`${task}の実行責任を負う。`,
  accountableFor: (task) => say`${task}の説明責任を負う。`,
  receives: (reward) => say`${reward}を受けることができる。`,
  signing: "当事者は、本合意書の内容を確認し、ここに署名する。",
  signedOn: (day) => date(day),
};
