import {
  assertNever,
  type Funnel,
  type Goal,
  type GoalWindow,
  type Measure,
  type Milepost,
  type Reward,
} from "@entente/ir";
import type { Json } from "../json.ts";
import type { Forms } from "./normal-match.ts";
import { normalDecimal, normalDuration, normalLiteral, normalPeriod } from "./normal-value.ts";
import { sorted } from "./order.ts";

export function normalGoal(forms: Forms, goal: Goal): Json {
  const { expression, refer } = forms;
  const { tolerance, ladder } = goal;
  return {
    name: goal.name,
    parties: goal.parties.toSorted(),
    measure: normalMeasure(forms, goal.measure),
    baseline: expression.of(goal.baseline),
    targets: sorted(
      goal.targets.map(({ bound, value, window, from }) => ({
        bound,
        value: expression.of(value),
        window: normalWindow(window),
        from,
      })),
    ),
    tolerance:
      tolerance === null ? null : { percent: normalDecimal(tolerance.percent), side: tolerance.side },
    ladder: ladder === null ? null : refer.ladder(ladder),
    because: goal.because,
  };
}

export function normalMeasure(forms: Forms, measure: Measure): Json {
  const { expression, refer } = forms;
  const narrowing = { where: expression.of(measure.where), per: expression.of(measure.per) };
  const milepost = ({ kind, name }: Milepost): Json => ({
    kind,
    name: kind === "stage" ? refer.stage(name) : refer.event(name),
  });
  switch (measure.kind) {
    case "reach":
      return { kind: measure.kind, what: measure.what, stage: refer.stage(measure.stage), ...narrowing };
    case "rate": {
      const { kind, basis, maturing } = measure;
      const [from, to] = [milepost(measure.from), milepost(measure.to)];
      return {
        kind,
        from,
        to,
        basis,
        maturing: maturing === null ? null : normalDuration(maturing),
        ...narrowing,
      };
    }
    case "time": {
      const { kind, statistic } = measure;
      return { kind, statistic, from: milepost(measure.from), to: milepost(measure.to), ...narrowing };
    }
    case "sum":
      return {
        kind: measure.kind,
        event: refer.event(measure.event),
        attribute: measure.attribute,
        ...narrowing,
      };
    case "share": {
      const { kind, commitment, clause } = measure;
      return { kind, commitment: refer.commitment(commitment), clause, ...narrowing };
    }
    default:
      return assertNever(measure);
  }
}

function normalWindow(window: GoalWindow): Json {
  switch (window.kind) {
    case "every":
      return { kind: window.kind, period: normalPeriod(window.period) };
    case "in":
      return { kind: window.kind, year: window.year };
    case "by":
      return { kind: window.kind, date: window.date };
    case "last":
      return { kind: window.kind, duration: normalDuration(window.duration) };
    default:
      return assertNever(window);
  }
}

/** Rates are a path and kinds a mix: neither has an order. */
export function normalFunnel({ expression, refer }: Forms, funnel: Funnel): Json {
  const { quota, capacity, cycle } = funnel;
  const stage = (name: string): Json => refer.stage(name);
  return {
    name: funnel.name,
    appliesTo: expression.of(funnel.appliesTo),
    alternativeTo: funnel.alternativeTo,
    quota:
      quota === null
        ? null
        : {
            value: expression.of(quota.value),
            stage: quota.stage === null ? null : stage(quota.stage),
            every: normalPeriod(quota.every),
          },
    deal: expression.of(funnel.deal),
    rates: sorted(
      funnel.rates.map(({ from, to, rate }) => ({
        from: stage(from),
        to: stage(to),
        rate: expression.of(rate),
      })),
    ),
    mix: sorted(
      funnel.mix.map(({ share, name, rate }) => ({
        share: expression.of(share),
        name,
        rate: expression.of(rate),
      })),
    ),
    cycle: cycle === null ? null : normalDuration(cycle),
    capacity:
      capacity === null
        ? null
        : {
            count: expression.of(capacity.count),
            stage: stage(capacity.stage),
            every: normalPeriod(capacity.every),
            reps: expression.of(capacity.reps),
          },
    rounding: funnel.rounding,
  };
}

export function normalReward({ name, goals, period, give, to }: Reward): Json {
  return { name, goals: goals?.toSorted() ?? null, period, give: normalLiteral(give), to: to.toSorted() };
}
