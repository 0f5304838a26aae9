import type { Commitment, Goal, Policy } from "@entente/ir";
import { normalClause } from "../canonical/normal-commitment.ts";
import { normalGoal } from "../canonical/normal-promise.ts";
import { textOf } from "../canonical/order.ts";
import { pairsOf } from "../elements/pair.ts";
import { type Reference, referencesOf } from "../elements/references.ts";
import type { Version } from "../version.ts";
import type { Both } from "./both.ts";
import type { Owed } from "./commitment-parts.ts";
import { asksWorth, goalRelations, worthRelations } from "./goal.ts";
import { type PromisePart, promiseParts } from "./promise-parts.ts";
import { incomparable, type Relation } from "./relation.ts";
import { worthForm, worthReferences } from "./worth.ts";

/** One part of a promise in both versions, and how its change bears on those who owe it. */
export interface Row {
  /** Those who owe it in both versions; none where the duty has passed to the other side. */
  readonly parties: readonly string[];
  /** The commitment or goal of the later version. */
  readonly promise: string;
  readonly relations: readonly Relation[];
  /** Those of the relations that come from what leads are worth, whatever else has changed. */
  readonly borrowed: readonly Relation[];
  /** Whether the part itself is as it was: only what it refers to has changed. */
  readonly untouched: boolean;
  /** What it refers to in either version. */
  readonly references: ReadonlySet<Reference>;
}

/** A part of a clause, with the clause in both versions. */
export interface PartRow extends Row {
  readonly part: PromisePart;
  readonly before: Owed;
  readonly after: Owed;
}

/** The forms by which a part counts as touched: names stand for themselves. */
export interface OwnForms {
  readonly base: Version;
  readonly head: Version;
}

/** The changed parts of a commitment's clauses, for the clauses that both versions have. */
export function partRows(
  both: Both,
  own: OwnForms,
  before: Commitment,
  after: Commitment,
): readonly PartRow[] {
  return clausePairs(both, before, after).flatMap(({ before: a, after: b }) =>
    a === null || b === null ? [] : promiseParts.flatMap((part) => rowOf(both, own, part, a, b)),
  );
}

/** The clauses of a commitment in both versions, by their labels or numbers. */
export function clausePairs({ base, head }: Both, before: Commitment, after: Commitment) {
  const owed = ({ forms }: Version, commitment: Commitment) =>
    commitment.clauses.map((clause) => ({
      commitment,
      clause,
      name: clause.id,
      form: normalClause(forms, clause),
    }));
  return pairsOf(owed(base, before), owed(head, after), true);
}

function rowOf(both: Both, own: OwnForms, part: PromisePart, before: Owed, after: Owed): readonly PartRow[] {
  const text = ({ forms, policy }: Version, owed: Owed): string => textOf(part.form(owed, forms, policy));
  if (text(both.base, before) === text(both.head, after)) return [];
  const passedOn = before.clause.party !== after.clause.party;
  return [
    {
      part,
      before,
      after,
      parties: passedOn ? [] : [after.clause.party],
      promise: after.commitment.name,
      relations: passedOn ? [incomparable("another side owes it")] : part.relations(both, before, after),
      borrowed: [],
      untouched: text(own.base, before) === text(own.head, after),
      references: references(both, part.node(before, both.base.policy), part.node(after, both.head.policy)),
    },
  ];
}

/** A goal of which something changed, in itself or in what it refers to. */
export function goalRow(both: Both, own: OwnForms, before: Goal, after: Goal): Row | null {
  const text = (version: Version, goal: Goal): string =>
    textOf([normalGoal(version.forms, goal), asksWorth(goal.measure) ? worthForm(version) : null]);
  const untouched = textOf(normalGoal(own.base.forms, before)) === textOf(normalGoal(own.head.forms, after));
  const borrowed = worthRelations(both, before, after);
  const worths = asksWorth(before.measure) ? [both.base, both.head].flatMap(worthReferences) : [];
  if (text(both.base, before) === text(both.head, after)) return null;
  return {
    parties: before.parties.filter((party) => after.parties.includes(party)),
    promise: after.name,
    relations: [...goalRelations(both, before, after), ...borrowed],
    borrowed,
    untouched,
    references: new Set([...references(both, before, after), ...worths]),
  };
}

function references({ base, head }: Both, before: unknown, after: unknown): ReadonlySet<Reference> {
  const of = (policy: Policy, node: unknown) => referencesOf(policy, node);
  return new Set([...of(base.policy, before), ...of(head.policy, after)]);
}
