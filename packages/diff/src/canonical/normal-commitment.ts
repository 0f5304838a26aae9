import {
  type Action,
  assertNever,
  type Clause,
  type Commitment,
  type Duty,
  type Ladder,
  type Policy,
  type Trigger,
} from "@entente/ir";
import type { Json } from "../json.ts";
import { junction } from "./junction.ts";
import {
  type Forms,
  normalChoice,
  normalDeadline,
  normalMatch,
  normalMatches,
  normalTrigger,
} from "./normal-match.ts";
import { normalDecimal, normalDuration, normalPeriod } from "./normal-value.ts";
import { byCodeUnits, sorted } from "./order.ts";

/** The calendar that a commitment counts by: its own, else the agreement's, else the sole one. */
export function calendarOf(
  { agreement, calendars }: Policy,
  { calendar }: Commitment,
): Commitment["calendar"] {
  const [sole, other] = calendars;
  const only =
    sole !== undefined && other === undefined ? ({ kind: "named", name: sole.name } as const) : null;
  return calendar ?? agreement.calendar ?? only;
}

export function normalCommitment(forms: Forms, policy: Policy, commitment: Commitment): Json {
  const { name, appliesTo, warnAt, ladder, because } = commitment;
  return {
    name,
    appliesTo: forms.expression.of(appliesTo),
    calendar: normalChoice(forms, calendarOf(policy, commitment)),
    clauses: commitment.clauses
      .toSorted((a, b) => byCodeUnits(a.id, b.id))
      .map((clause) => normalClause(forms, clause)),
    pauses: normalPauses(forms, commitment),
    until: normalMatches(forms, commitment.until),
    excuses: normalExcuses(forms, commitment),
    waivers: normalWaivers(forms, commitment),
    warnAt: warnAt === null ? null : normalDecimal(warnAt),
    ladder: ladder === null ? null : forms.refer.ladder(ladder),
    because,
  };
}

/** A clause is known by its label or its number, which stays part of its form. */
export function normalClause(forms: Forms, { id, party, duty }: Clause): Json {
  return { id, party, duty: normalDuty(forms, duty) };
}

export function normalPauses(forms: Forms, { pauses }: Commitment): Json {
  return sorted(
    pauses.map(({ from, to, cap }) => ({
      from: normalMatches(forms, from),
      to: normalMatches(forms, to),
      cap: cap === null ? null : normalDuration(cap),
    })),
  );
}

/** Any of them excuses: one condition; null where there is none. */
export function normalExcuses({ expression }: Forms, { excuses }: Commitment): Json {
  if (excuses.length === 0) return null;
  return junction(
    "or",
    excuses.map((excuse) => expression.of(excuse)),
  );
}

export function normalWaivers({ expression }: Forms, { waivers }: Commitment): Json {
  return sorted(
    waivers.map(({ from, to, because, ...waiver }) => ({
      for: expression.of(waiver.for),
      from,
      to,
      because,
    })),
  );
}

export function normalDuty(forms: Forms, duty: Duty): Json {
  const { expression } = forms;
  switch (duty.kind) {
    case "respond":
      return {
        kind: duty.kind,
        events: normalMatches(forms, duty.events),
        times: expression.of(duty.times),
        apart: duty.apart === null ? null : normalDuration(duty.apart),
        onAnotherChannel: duty.onAnotherChannel,
        deadline: normalDeadline(forms, duty.deadline),
        trigger: normalTrigger(forms, duty.trigger),
        restarts: duty.restarts,
      };
    case "provide":
      return {
        kind: duty.kind,
        fields: [...new Set(duty.fields)].toSorted(byCodeUnits),
        trigger: normalTrigger(forms, duty.trigger),
      };
    case "limit":
    case "share":
      return normalLimit(forms, duty);
    case "follow":
      return {
        kind: duty.kind,
        // All events of a step are asked for, each as often as it stands there.
        steps: duty.steps.map(({ day, events }) => ({
          day,
          events: sorted(events.map((match) => normalMatch(forms, match))),
        })),
        business: duty.business,
        trigger: normalTrigger(forms, duty.trigger),
        restarts: duty.restarts,
      };
    case "leave": {
      const among = forms.refer.allStages();
      return {
        kind: duty.kind,
        ...(among === null ? {} : { among }),
        stage: forms.refer.stage(duty.stage),
        deadline: normalDeadline(forms, duty.deadline),
        trigger: normalTrigger(forms, duty.trigger),
      };
    }
    case "recur":
      return {
        kind: duty.kind,
        events: normalMatches(forms, duty.events),
        every: expression.of(duty.every),
        while: expression.of(duty.while),
      };
    default:
      return assertNever(duty);
  }
}

function normalLimit(forms: Forms, duty: Extract<Duty, { kind: "limit" | "share" }>): Json {
  const { expression } = forms;
  const of = (trigger: Trigger): Json => normalTrigger(forms, trigger);
  return {
    kind: duty.kind,
    events: normalMatches(forms, duty.events),
    bound: duty.bound,
    amount: expression.of(duty.kind === "limit" ? duty.times : duty.percent),
    of: duty.kind === "limit" ? null : of(duty.of),
    per: expression.of(duty.per),
    every: normalPeriod(duty.every),
  };
}

export function normalLadder({ name, steps }: Ladder): Json {
  return {
    name,
    steps: steps.map(({ after, actions }) => ({
      after: after === null ? null : normalDuration(after),
      actions: actions.map(normalAction),
    })),
  };
}

function normalAction({ verb, to, text, every }: Action): Json {
  return { verb, to, text, every: every === null ? null : normalPeriod(every) };
}
