import type { IToken } from "chevrotain";
import type {
  CalendarCaseNode,
  CalendarNode,
  ClosedNode,
  HolidaysNode,
  HoursNode,
  OpenNode,
  WeeklyHoursNode,
} from "../ast/governance.ts";
import {
  Arrow,
  Block,
  Comma,
  Day,
  LeftBrace,
  Minus,
  Name,
  RightBrace,
  Separator,
  Text,
  Time,
  word,
} from "../lexer/vocabulary.ts";
import { DAY_WORDS } from "../lexer/words.ts";
import { FunnelRules } from "./funnels.ts";
import type { Rule } from "./syntax-parser.ts";

/** Whose hours count (language, section 7). */
export abstract class CalendarRules extends FunnelRules {
  readonly calendar: Rule<CalendarNode> = this.rule("calendar", () => {
    const start = this.CONSUME(word.calendar);
    const name = this.nameOf(this.CONSUME(Name));
    const clauses = this.block(this.CONSUME(Block), "calendar");
    return { kind: "Calendar", name, by: null, cases: [], clauses, span: this.spanFrom(start) };
  });

  /** `calendar local by region { EMEA -> london, otherwise -> office }`. */
  readonly calendarBy: Rule<CalendarNode> = this.rule("calendarBy", () => {
    const start = this.CONSUME(word.calendar);
    const name = this.nameOf(this.CONSUME(Name));
    const cases: CalendarCaseNode[] = [];
    this.CONSUME(word.by);
    const by = this.SUBRULE(this.operand);
    this.CONSUME(LeftBrace);
    cases.push(this.SUBRULE(this.calendarCase));
    this.MANY(() => {
      this.either([{ ALT: () => this.CONSUME(Comma) }, { ALT: () => this.CONSUME(Separator) }]);
      this.OPTION({
        GATE: () => !this.sees(1, RightBrace),
        DEF: () => cases.push(this.SUBRULE1(this.calendarCase)),
      });
    });
    this.CONSUME(RightBrace);
    return { kind: "Calendar", name, by, cases, clauses: [], span: this.spanFrom(start) };
  });

  readonly calendarCase: Rule<CalendarCaseNode> = this.rule("calendarCase", () => {
    const start = this.LA(1);
    const values = this.SUBRULE(this.caseValues);
    this.CONSUME(Arrow);
    const calendar = this.nameOf(this.CONSUME(Name));
    return { kind: "CalendarCase", values, calendar, span: this.spanFrom(start) };
  });

  readonly weeklyHours: Rule<WeeklyHoursNode> = this.rule("weeklyHours", () => {
    const start = this.LA(1);
    const days: number[] = [];
    this.separated(Comma, () => days.push(...(this.SUBRULE(this.days).listed ?? [])));
    const hours = this.SUBRULE(this.hoursList);
    return { kind: "WeeklyHours", days: [...new Set(days)], hours, span: this.spanFrom(start) };
  });

  /** `mon` or `mon-fri`; a stretch may go on over Sunday. */
  readonly days: Rule<{ readonly listed?: readonly number[] }> = this.rule("days", () => {
    const first = this.#dayOf(this.CONSUME(Day));
    const last =
      this.OPTION(() => this.behind(this.CONSUME(Minus), this.#dayOf(this.CONSUME1(Day)))) ?? first;
    const length = ((last - first + 7) % 7) + 1;
    return { listed: Array.from({ length }, (_, offset) => ((first - 1 + offset) % 7) + 1) };
  });

  #dayOf(token: IToken): number {
    return DAY_WORDS.findIndex((words) => words.some((text) => text === token.image)) + 1;
  }

  readonly hoursList: Rule<HoursNode[]> = this.rule("hoursList", () => {
    const hours: HoursNode[] = [];
    this.separated(Comma, () => hours.push(this.SUBRULE(this.hours)));
    return hours;
  });

  readonly hours: Rule<HoursNode> = this.rule("hours", () => {
    const start = this.CONSUME(Time);
    const opens = this.clockOf(start);
    this.CONSUME(Minus);
    const closes = this.clockOf(this.CONSUME1(Time));
    return { kind: "Hours", opens, closes, span: this.spanFrom(start) };
  });

  /** `holidays US`, `holidays US-MA`. */
  readonly holidays: Rule<HolidaysNode> = this.rule("holidays", () => {
    const start = this.CONSUME(word.holidays);
    const set = this.nameOf(this.CONSUME(Name));
    const region =
      this.OPTION(() => this.behind(this.CONSUME(Minus), this.nameOf(this.CONSUME1(Name)))) ?? null;
    return { kind: "Holidays", set, region, span: this.spanFrom(start) };
  });

  readonly closed: Rule<ClosedNode> = this.rule("closed", () => {
    const start = this.CONSUME(word.closed);
    const from = this.SUBRULE(this.date);
    const to = this.OPTION(() => this.behind(this.CONSUME(word.to), this.SUBRULE1(this.date))) ?? null;
    const label = this.OPTION1(() => this.textOf(this.CONSUME(Text))) ?? null;
    return { kind: "Closed", from, to, label, span: this.spanFrom(start) };
  });

  readonly open: Rule<OpenNode> = this.rule("open", () => {
    const start = this.CONSUME(word.open);
    const date = this.SUBRULE(this.date);
    const hours = this.SUBRULE(this.hoursList);
    return { kind: "Open", date, hours, span: this.spanFrom(start) };
  });
}
