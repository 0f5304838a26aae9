import { assertNever, type Calendar, type CalendarChoice, type ChosenCalendar, Zone } from "@entente/ir";
import type { Context } from "../plan/context.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import { ownerAt } from "../plan/owner-at.ts";
import type { Value } from "../records/facts.ts";
import type { BusinessCalendar } from "../time/business-calendar.ts";
import { compileCalendar } from "../time/compile-calendar.ts";
import { CannotJudgeError, type Reckoning } from "./reckoning.ts";

/** A row of the people table, by the names of its fields. `hours` names a calendar, `time_zone` a zone. */
export type Person = Readonly<Record<string, Value>>;

/** Picks the hours by which a clock counts, from the lead as it was when the clock started. */
export type ChooseReckoning = (context: Context) => Reckoning;

/** The calendars of one policy, each compiled when it is first needed. */
export class ReckoningChoices {
  readonly #plan: ExpressionPlan;
  readonly #calendars: ReadonlyMap<string, Calendar>;
  readonly #people: ReadonlyMap<string, Person>;
  readonly #compiled = new Map<string, BusinessCalendar>();
  readonly #zones = new Map<string, Zone>();

  constructor(plan: ExpressionPlan, people: readonly Person[]) {
    this.#plan = plan;
    this.#calendars = new Map(plan.policy.calendars.map((calendar) => [calendar.name, calendar]));
    const key = plan.policy.people?.fields.find((field) => field.key)?.name ?? "id";
    this.#people = new Map(
      people.flatMap((person) => (key in person ? [[String(person[key]), person]] : [])),
    );
  }

  /** Compiles a commitment's choice: its own, else the agreement's, else the sole calendar, else none. */
  compile(own: CalendarChoice | null): ChooseReckoning {
    const { policy } = this.#plan;
    const sole = policy.calendars.length === 1 ? policy.calendars[0] : undefined;
    const choice = own ?? policy.agreement.calendar;
    if (choice === null) return sole === undefined ? () => this.#none() : this.#named(sole.name);
    switch (choice.kind) {
      case "named":
        return this.#named(choice.name);
      case "owner":
        return (context) => this.#ofOwner(context);
      case "lead":
        return (context) => this.#ofLead(context);
      default:
        return assertNever(choice);
    }
  }

  #none(): Reckoning {
    return { zone: this.#plan.zone, calendar: null };
  }

  #named(name: string): ChooseReckoning {
    const calendar = this.#calendars.get(name);
    if (calendar === undefined) return () => this.#unknownCalendar(name);
    if (calendar.kind === "office") return () => this.#office(name, calendar.timeZone);
    return this.#chosen(calendar);
  }

  #chosen(calendar: ChosenCalendar): ChooseReckoning {
    const { by: subject, span } = calendar;
    const known = this.#plan.value(subject);
    const cases = calendar.cases.map((one) => ({
      holds: this.#plan.condition({ kind: "in", subject, values: one.values, span }),
      choose: this.#named(one.calendar),
    }));
    const otherwise = calendar.otherwise === null ? null : this.#named(calendar.otherwise);
    return (context) => {
      const missing = new Set<string>();
      if (known({ ...context, missing }).kind === "unknown") {
        throw new CannotJudgeError(`what the calendar "${calendar.name}" depends on is missing`, [
          ...missing,
        ]);
      }
      const choose = cases.find(({ holds }) => holds(context) === true)?.choose ?? otherwise;
      if (choose === null) throw new CannotJudgeError(`no case of the calendar "${calendar.name}" fits`);
      return choose(context);
    };
  }

  #ofOwner(context: Context): Reckoning {
    const owner = ownerAt(context.facts, context.at, this.#plan.policy, context.knownAt);
    if (owner === null)
      throw new CannotJudgeError("nobody holds the lead, whose hours would count", ["owner"]);
    const person = this.#people.get(owner);
    if (person === undefined)
      throw new CannotJudgeError(`"${owner}" is not in the people table, so their hours are unknown`);
    return this.#hoursIn(textOf(person, "hours"), textOf(person, "time_zone"));
  }

  #ofLead(context: Context): Reckoning {
    const zone = context.facts.values.get("time_zone");
    if (typeof zone !== "string") throw new CannotJudgeError("time_zone is missing", ["time_zone"]);
    return this.#hoursIn(null, zone);
  }

  /** The hours of a calendar (the first office one, unless named) in a zone (the calendar's, unless named). */
  #hoursIn(name: string | null, zone: string | null): Reckoning {
    const office = [...this.#calendars.values()].find(
      (one) => one.kind === "office" && (name === null || one.name === name),
    );
    if (office?.kind === "office") return this.#office(office.name, zone ?? office.timeZone);
    if (name !== null) return this.#unknownCalendar(name);
    return { zone: zone === null ? this.#plan.zone : this.#zone(zone), calendar: null };
  }

  #office(name: string, zoneName: string): Reckoning {
    const zone = this.#zone(zoneName);
    const key = JSON.stringify([name, zoneName]);
    const compiled = this.#compiled.get(key);
    if (compiled !== undefined) return { zone, calendar: compiled };
    const office = this.#calendars.get(name);
    if (office?.kind !== "office") return this.#unknownCalendar(name);
    const calendar = compileCalendar(office, zone, this.#plan.policy.horizon);
    this.#compiled.set(key, calendar);
    return { zone, calendar };
  }

  #zone(name: string): Zone {
    const known = this.#zones.get(name);
    if (known !== undefined) return known;
    const { zones } = this.#plan.policy;
    const table = Object.hasOwn(zones, name) ? zones[name] : undefined;
    if (table === undefined)
      throw new CannotJudgeError(`the rules of the time zone "${name}" are not part of the compiled policy`);
    const zone = new Zone(name, table);
    this.#zones.set(name, zone);
    return zone;
  }

  #unknownCalendar(name: string): never {
    throw new CannotJudgeError(`there is no calendar "${name}"`);
  }
}

function textOf(person: Person, field: string): string | null {
  const value = Object.hasOwn(person, field) ? person[field] : undefined;
  return typeof value === "string" ? value : null;
}
