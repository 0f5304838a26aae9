import { isRising } from "@entente/analysis";
import type { Clause, Commitment, Expression } from "@entente/ir";
import { calendarOf, normalExcuses, normalPauses } from "../canonical/normal-commitment.ts";
import { normalChoice, normalMatches } from "../canonical/normal-match.ts";
import { normalDuration } from "../canonical/normal-value.ts";
import { textOf } from "../canonical/order.ts";
import { coverage, coverageOfPossible, fixed } from "../joint/ask.ts";
import type { Json } from "../json.ts";
import type { Version } from "../version.ts";
import type { Both } from "./both.ts";
import { hoursRelation, usesHours, usesZone, zoneOf } from "./hours.ts";
import { matchesCoverage } from "./match-coverage.ts";
import { orderOfDurations } from "./order-of-values.ts";
import { incomparable, looser, type Relation, stricter } from "./relation.ts";

/** A promise of one version: a clause with the commitment it stands in. */
export interface Owed {
  readonly commitment: Commitment;
  readonly clause: Clause;
}

/** Whether two parts, one of each version, mean the same by their forms. */
export function alike(base: Json, head: Json): boolean {
  return textOf(base) === textOf(head);
}

/** For which leads a commitment is. */
export function scopeRelation(both: Both, a: Commitment, b: Commitment): Relation | null {
  const { base, head, joint } = both;
  if (alike(base.forms.expression.of(a.appliesTo), head.forms.expression.of(b.appliesTo))) return null;
  const pair = {
    base: a.appliesTo ?? fixed(true, a),
    head: b.appliesTo ?? fixed(true, b),
    event: null,
  };
  const { wider, narrower } = coverage(joint, pair);
  if (wider && narrower) return null;
  if (wider) return stricter("it is for more leads");
  return narrower ? looser("it is for fewer leads") : incomparable("it is for other leads");
}

/** What ends a clock without a miss. */
export function stopRelation(both: Both, a: Commitment, b: Commitment): Relation | null {
  const { base, head } = both;
  if (alike(normalMatches(base.forms, a.until), normalMatches(head.forms, b.until))) return null;
  const { wider, narrower } = matchesCoverage(both, a.until, b.until);
  if (wider && narrower) return null;
  if (wider) return looser("more ends it (`until`)");
  return narrower ? stricter("less ends it (`until`)") : incomparable("something else ends it (`until`)");
}

/** What excuses a miss. */
export function excuseRelation(both: Both, a: Commitment, b: Commitment): Relation | null {
  const { base, head, joint } = both;
  if (alike(normalExcuses(base.forms, a), normalExcuses(head.forms, b))) return null;
  const pair = { base: anyExcuse(a), head: anyExcuse(b), event: null };
  const { wider, narrower } = coverageOfPossible(joint, pair);
  if (wider && narrower) return null;
  if (wider) return looser("more excuses it (`unless`)");
  return narrower
    ? stricter("less excuses it (`unless`)")
    : incomparable("something else excuses it (`unless`)");
}

/** What excuses a miss, as one condition. */
export function anyExcuse({ excuses, span }: Commitment): Expression {
  const [first, ...more] = excuses;
  if (first === undefined) return fixed(false, { span });
  return more.length === 0 ? first : { kind: "or", operands: excuses, span };
}

/** For whom and when it is waived. */
export function waiverRelation({ base, head }: Both, a: Commitment, b: Commitment): Relation | null {
  const forms = ({ waivers }: Commitment, { forms: { expression } }: Both["base"]): readonly string[] =>
    waivers.map((one) => textOf([expression.of(one.for), one.from, one.to]));
  const [before, after] = [forms(a, base), forms(b, head)];
  const added = after.some((one) => !before.includes(one));
  const gone = before.some((one) => !after.includes(one));
  if (added && gone) return incomparable("it is waived for other leads or dates");
  if (added) return looser("it is waived for more");
  return gone ? stricter("it is waived for less") : null;
}

/** How long a clock may stand still. */
export function pauseRelation({ base, head }: Both, a: Commitment, b: Commitment): Relation | null {
  const [before, after] = [normalPauses(base.forms, a), normalPauses(head.forms, b)];
  if (alike(before, after)) return null;
  const texts = (forms: Json): readonly string[] => (Array.isArray(forms) ? forms.map(textOf) : []);
  const [one, other] = [texts(before), texts(after)];
  if (other.every((text) => one.includes(text))) return stricter("less pauses it");
  if (one.every((text) => other.includes(text))) return looser("more pauses it");
  return capRelation(base, head, a, b) ?? incomparable("something else pauses it");
}

/** One pause of each version, of which only the cap differs. */
function capRelation(base: Version, head: Version, a: Commitment, b: Commitment): Relation | null {
  const [before, after] = [a.pauses[0], b.pauses[0]];
  if (before === undefined || after === undefined || a.pauses.length > 1 || b.pauses.length > 1) return null;
  const ends = ({ forms }: Version, { from, to }: typeof before): Json => [
    normalMatches(forms, from),
    normalMatches(forms, to),
  ];
  const same = alike(ends(base, before), ends(head, after));
  if (!same || before.cap === null || after.cap === null) {
    if (!same) return null;
    return before.cap === null ? stricter("its pauses are capped") : looser("its pauses have no cap");
  }
  const order = before.cap.business === after.cap.business ? orderOfDurations(before.cap, after.cap) : null;
  if (order === null || order === 0) return null;
  const [was, is] = [before.cap, after.cap].map((cap) => textOf(normalDuration(cap)));
  if (was === is) return null;
  return order < 0 ? stricter("its pauses may last less long") : looser("its pauses may last longer");
}

/** Whose hours count. */
export function calendarRelation(both: Both, a: Owed, b: Owed): Relation | null {
  const { base, head } = both;
  const choices = [calendarOf(base.policy, a.commitment), calendarOf(head.policy, b.commitment)] as const;
  if (alike(normalChoice(base.forms, choices[0]), normalChoice(head.forms, choices[1]))) return null;
  if (!usesHours(base, a) && !usesHours(head, b)) {
    const days = usesZone(base, a) || usesZone(head, b);
    const zones = [zoneOf(base, choices[0]), zoneOf(head, choices[1])] as const;
    const moves = days && (zones[0] === null || zones[0] !== zones[1]);
    return moves ? incomparable("its days are those of another time zone") : null;
  }
  return hoursRelation(both, choices, a, b);
}

/**
 * Whether what excuses a clause may hold at an earlier deadline and not at a later one: then an earlier deadline is
 * no plain tightening.
 */
export function excuseMayLapse({ baseModel, headModel }: Both, a: Commitment, b: Commitment): boolean {
  if (a.waivers.length > 0 || b.waivers.length > 0) return true;
  return (
    a.excuses.some((excuse) => !isRising(baseModel, excuse)) ||
    b.excuses.some((excuse) => !isRising(headModel, excuse))
  );
}
