import type { Commitment, Policy } from "@entente/ir";
import {
  calendarOf,
  normalDuty,
  normalExcuses,
  normalPauses,
  normalWaivers,
} from "../canonical/normal-commitment.ts";
import { type Forms, normalChoice, normalMatches } from "../canonical/normal-match.ts";
import { normalDecimal } from "../canonical/normal-value.ts";
import type { Json } from "../json.ts";
import type { Both } from "./both.ts";
import {
  alike,
  calendarRelation,
  excuseMayLapse,
  excuseRelation,
  type Owed,
  pauseRelation,
  scopeRelation,
  stopRelation,
  waiverRelation,
} from "./commitment-parts.ts";
import { dutyRelations } from "./duty.ts";
import { incomparable, looser, type Relation, reversed, stricter } from "./relation.ts";

/** A part of a promise that can change by itself. */
export interface PromisePart {
  /** As the contract begins it: `for`, `until`; `duty` is the clause's own line. */
  readonly name: string;
  /** What it is in the policy, for its place in the text and for what it refers to. */
  readonly node: (owed: Owed, policy: Policy) => unknown;
  readonly form: (owed: Owed, forms: Forms, policy: Policy) => Json;
  /** How a change bears on the party of the clause. */
  readonly relations: (both: Both, a: Owed, b: Owed) => readonly Relation[];
}

const optional = (relation: Relation | null): readonly Relation[] => (relation === null ? [] : [relation]);

/** Why an earlier deadline is no plain tightening. */
const mayLapse = incomparable("its deadline moves, and what excuses it may hold at one and not at the other");

const isOfMany = ({ clause: { duty } }: Owed): boolean => duty.kind === "limit" || duty.kind === "share";

/** What bears on single clocks alone: promises over many leads do not ask for it. */
function ofClocks(relation: (both: Both, a: Owed, b: Owed) => readonly Relation[]): PromisePart["relations"] {
  return (both, a, b) => (isOfMany(a) && isOfMany(b) ? [] : relation(both, a, b));
}

function movingDue(both: Both, a: Owed, b: Owed, relations: readonly Relation[]): readonly Relation[] {
  const moves = relations.length > 0 && excuseMayLapse(both, a.commitment, b.commitment);
  return moves ? [...relations, mayLapse] : relations;
}

/** The parts of a promise, in the order in which a contract has them. */
export const promiseParts: readonly PromisePart[] = [
  {
    name: "for",
    node: ({ commitment }) => commitment.appliesTo,
    form: ({ commitment }, forms) => forms.expression.of(commitment.appliesTo),
    relations: (both, a, b) => scopeOf(both, a, b),
  },
  {
    name: "duty",
    node: ({ clause }) => clause.duty,
    form: ({ clause }, forms) => normalDuty(forms, clause.duty),
    relations: (both, a, b) => {
      const relations = dutyRelations(both, a.clause.duty, b.clause.duty);
      return isOfMany(a) || a.clause.duty.kind === "provide" ? relations : movingDue(both, a, b, relations);
    },
  },
  {
    name: "calendar",
    node: ({ commitment }, policy) => calendarsOf(policy, commitment),
    form: ({ commitment }, forms, policy) => normalChoice(forms, calendarOf(policy, commitment)),
    relations: ofClocks((both, a, b) => movingDue(both, a, b, optional(calendarRelation(both, a, b)))),
  },
  {
    name: "pause",
    node: ({ commitment }) => commitment.pauses,
    form: ({ commitment }, forms) => normalPauses(forms, commitment),
    relations: ofClocks((both, a, b) =>
      movingDue(both, a, b, optional(pauseRelation(both, a.commitment, b.commitment))),
    ),
  },
  {
    name: "until",
    node: ({ commitment }) => commitment.until,
    form: ({ commitment }, forms) => normalMatches(forms, commitment.until),
    relations: ofClocks((both, a, b) => optional(stopRelation(both, a.commitment, b.commitment))),
  },
  {
    name: "unless",
    node: ({ commitment }) => commitment.excuses,
    form: ({ commitment }, forms) => normalExcuses(forms, commitment),
    relations: ofClocks((both, a, b) => optional(excuseRelation(both, a.commitment, b.commitment))),
  },
  {
    name: "waive",
    node: ({ commitment }) => commitment.waivers,
    form: ({ commitment }, forms) => normalWaivers(forms, commitment),
    relations: ofClocks((both, a, b) => optional(waiverRelation(both, a.commitment, b.commitment))),
  },
  {
    name: "warn",
    node: ({ commitment }) => commitment.warnAt,
    form: ({ commitment: { warnAt } }) => (warnAt === null ? null : normalDecimal(warnAt)),
    relations: () => [],
  },
  {
    name: "otherwise",
    node: ({ commitment }) => commitment.ladder,
    form: ({ commitment: { ladder } }, forms) => (ladder === null ? null : forms.refer.ladder(ladder)),
    relations: (both, a, b) => ladderRelations(both, a.commitment.ladder, b.commitment.ladder),
  },
  {
    name: "because",
    node: ({ commitment }) => commitment.because,
    form: ({ commitment }) => commitment.because,
    relations: () => [],
  },
];

/** The calendars whose hours may count: the hours of people and leads may be any. */
function calendarsOf(policy: Policy, commitment: Commitment): unknown {
  const choice = calendarOf(policy, commitment);
  if (choice === null || choice.kind === "named") return choice;
  return [choice, ...policy.calendars.map(({ name }) => ({ kind: "named", name }))];
}

/** Of "at least so many" more leads are easier; a share of other leads is another share. */
function scopeOf(both: Both, a: Owed, b: Owed): readonly Relation[] {
  const relation = scopeRelation(both, a.commitment, b.commitment);
  if (relation === null) return [];
  const { duty } = b.clause;
  if (duty.kind === "share") return [incomparable("the share is of other leads")];
  return [duty.kind === "limit" && duty.bound === "atLeast" ? reversed(relation) : relation];
}

/** What follows a miss: something where there was nothing is stricter; whether it is harder otherwise is for people to say. */
export function ladderRelations(both: Both, a: string | null, b: string | null): readonly Relation[] {
  if (a === null && b === null) return [];
  if (a === null) return [stricter("a miss has consequences now")];
  if (b === null) return [looser("a miss has no consequences any more")];
  if (alike(both.base.forms.refer.ladder(a), both.head.forms.refer.ladder(b))) return [];
  return [incomparable("other consequences follow a miss")];
}
