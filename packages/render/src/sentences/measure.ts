import { assertNever, type Goal, type GoalWindow, type Measure, type Milepost } from "@entente/ir";
import { code } from "../phrase/nodes.ts";
import type { Inflected, Part, Phrase } from "../phrase/say.ts";
import type { Draft } from "./draft.ts";
import { condition, value } from "./expression.ts";
import { named } from "./names.ts";
import { quantity } from "./quantity.ts";

/** What a goal measures. */
export function measure(draft: Draft, measured: Measure): Phrase {
  const { promises } = draft.language;
  const whole = wholeMeasure(draft, measured);
  const narrow = measured.where === null ? whole : promises.narrowed(whole, condition(draft, measured.where));
  return measured.per === null ? narrow : promises.per(narrow, value(draft, measured.per));
}

function wholeMeasure(draft: Draft, measured: Measure): Phrase {
  const { promises, values } = draft.language;
  switch (measured.kind) {
    case "reach":
      return promises.reach(measured.what, named("stage", measured.stage));
    case "rate": {
      const maturing = measured.maturing === null ? null : values.duration(measured.maturing);
      return promises.rate(
        milepost(draft, measured.from),
        milepost(draft, measured.to),
        measured.basis,
        maturing,
      );
    }
    case "time":
      return promises.time(measured.statistic, milepost(draft, measured.from), milepost(draft, measured.to));
    case "sum":
      return promises.sum(named("event", measured.event), code(measured.attribute));
    case "share": {
      const name = named("commitment", measured.commitment);
      return promises.share(measured.clause === null ? name : values.given(name, code(measured.clause)));
    }
    default:
      return assertNever(measured);
  }
}

function milepost({ language }: Draft, { kind, name }: Milepost): Phrase {
  return language.promises[kind](named(kind, name));
}

/** One target of a goal: the bound, the value and when it is measured. */
export function target(draft: Draft, goal: Goal, aim: Goal["targets"][number]): Phrase {
  const { promises } = draft.language;
  return promises.target(aim.bound, amount(draft, goal, aim.value), window(draft, aim.window), aim.from);
}

/** A value of a goal's measure: leads and points are said to be that. */
export function amount(draft: Draft, goal: Goal, expression: Goal["targets"][number]["value"]): Part {
  const { measure: measured } = goal;
  const { values } = draft.language;
  if (measured.kind !== "reach" || measured.what === "worth") return value(draft, expression);
  const counted = quantity(draft, expression);
  return measured.what === "points" ? values.points(counted) : values.leads(counted);
}

function window({ language }: Draft, when: GoalWindow): Part | Inflected {
  const { promises, values } = language;
  switch (when.kind) {
    case "every":
      return values.inEvery(when.period);
    case "in":
      return promises.inYear(String(when.year));
    case "by":
      return promises.byDate(values.date(when.date));
    case "last":
      return promises.overLast(values.duration(when.duration));
    default:
      return assertNever(when);
  }
}
