import type { Field, Goal, Policy } from "@entente/ir";
import { textOf } from "../canonical/order.ts";
import type { ElementKind } from "../comparison.ts";
import { type Element, elementsOf } from "../elements/element.ts";
import { pairsOf } from "../elements/pair.ts";
import { differing, textOfSide } from "../elements/place.ts";
import { type Reference, referencesOf } from "../elements/references.ts";
import type { Both } from "../strictness/both.ts";
import { agreementBearing, type Bearing, governanceBearing } from "../strictness/governance.ts";
import { incomparable, looser, type Relation, stricter } from "../strictness/relation.ts";
import { goalRow, type OwnForms, type PartRow, type Row } from "../strictness/row.ts";
import { shareRelation } from "../strictness/share.ts";
import type { Relevance } from "../witness/relevance.ts";
import { breaksOfAdded, breaksOfChange, breaksOfName } from "./breaks.ts";
import { bearingsOf } from "./commitment-changes.ts";
import type { Draft } from "./draft.ts";

/** What changed beside the commitments. */
export interface ElementChanges {
  readonly drafts: readonly Draft[];
  /** What bears on a party by itself, not over a promise that refers to it. */
  readonly bearings: readonly Bearing[];
  /** Goals of which something changed, in themselves or in what they refer to. */
  readonly goals: readonly Row[];
}

/** @param promises the changed parts of commitments: a declaration bears on parties over those that refer to it */
export function elementChanges(both: Both, own: OwnForms, promises: readonly PartRow[]): ElementChanges {
  const [before, after] = [own.base, own.head].map(({ policy, forms }) => elementsOf(policy, forms));
  const meanings = [both.base, both.head].map(({ policy, forms }) =>
    meaningTexts(policy, elementsOf(policy, forms)),
  );
  const goals = goalRows(both, own, promises);
  const rows: readonly Row[] = [...promises, ...goals];
  const used = usedDefines(both);
  const drafts: Draft[] = [];
  const bearings: Bearing[] = goals.flatMap(bearingsOf);
  for (const kind of kindsOf(before ?? [], after ?? [])) {
    const of = (elements: readonly Element[] | undefined) =>
      (elements ?? []).filter((one) => one.kind === kind);
    const named = of(before)[0]?.named ?? of(after)[0]?.named ?? true;
    for (const pair of pairsOf(of(before), of(after), named)) {
      const [one, other] = [pair.before, pair.after];
      const element = other ?? one;
      if (element === null || isUnchanged(one, other, pair.renamed, meanings)) continue;
      if (kind === "define" && (one === null || other === null || pair.renamed || !used.has(element.name)))
        continue;
      const direct = directBearings(both, kind, one, other, pair.renamed);
      bearings.push(...direct);
      const draft = draftOf(both, kind, one, other, pair.renamed);
      drafts.push({ ...draft, bearings: [...direct, ...overPromises(both, rows, kind, one, other)] });
    }
  }
  return { drafts, bearings, goals };
}

function kindsOf(...lists: readonly (readonly Element[])[]): readonly ElementKind[] {
  return [...new Set(lists.flatMap((elements) => elements.map(({ kind }) => kind)))];
}

function meaningTexts(_policy: Policy, elements: readonly Element[]): ReadonlyMap<string, string> {
  return new Map(elements.map(({ kind, name, form }) => [`${kind} ${name}`, textOf(form)]));
}

function isUnchanged(
  one: Element | null,
  other: Element | null,
  renamed: boolean,
  meanings: readonly ReadonlyMap<string, string>[],
): boolean {
  if (one === null || other === null || renamed) return false;
  if (textOf(one.form) === textOf(other.form)) return true;
  const [before, after] = [one, other].map(({ kind, name }, index) =>
    meanings[index]?.get(`${kind} ${name}`),
  );
  return before === after;
}

/** Defines that something other than a define asks for, in either version. */
function usedDefines({ base, head }: Both): ReadonlySet<string> {
  return new Set(
    [base, head].flatMap(({ policy }) => {
      const { sources: _sources, tests: _tests, defines: _defines, ...rules } = policy;
      const found = [...referencesOf(policy, rules)];
      return found.flatMap((reference) => (reference.startsWith("define ") ? [reference.slice(7)] : []));
    }),
  );
}

function goalRows(both: Both, own: OwnForms, promises: readonly PartRow[]): readonly Row[] {
  return both.base.policy.goals.flatMap((before) => {
    const after = both.head.policy.goals.find(({ name }) => name === before.name);
    if (after === undefined) return [];
    const row = goalRow(both, own, before, after);
    return row === null ? [] : [row.untouched ? withShare(row, after, promises) : row];
  });
}

/** A share of a promise met is harder to reach where the promise is stricter for the same leads. */
function withShare(row: Row, goal: Goal, promises: readonly PartRow[]): Row {
  const share = shareRelation(goal, promises);
  return share === null ? row : { ...row, relations: [share] };
}

/** How a declaration bears on parties by itself. Goals that both versions have are told by their rows. */
function directBearings(
  both: Both,
  kind: ElementKind,
  one: Element | null,
  other: Element | null,
  renamed: boolean,
): readonly Bearing[] {
  if (renamed) return [];
  const [before, after] = [both.base.policy, both.head.policy];
  if (kind === "agreement") return agreementBearing(before, after);
  if (kind === "goal") {
    if (one !== null && other !== null) return goalPartyBearings(one.node as Goal, other.node as Goal);
    const goal = (other ?? one)?.node as Policy["goals"][number];
    return [
      { parties: goal.parties, relation: one === null ? stricter("one more goal") : looser("one goal less") },
    ];
  }
  return governanceBearing(kind, one?.node ?? null, other?.node ?? null, [before, after]);
}

/** A goal that another side owes now. */
function goalPartyBearings(before: Goal, after: Goal): readonly Bearing[] {
  const gone = before.parties.filter((party) => !after.parties.includes(party));
  const added = after.parties.filter((party) => !before.parties.includes(party));
  return [
    ...(gone.length === 0 ? [] : [{ parties: gone, relation: looser("it is no longer this side's goal") }]),
    ...(added.length === 0 ? [] : [{ parties: added, relation: stricter("it is this side's goal now") }]),
  ];
}

/** Parts of promises that are as they were, and refer to the declaration. */
function overPromises(
  both: Both,
  rows: readonly Row[],
  kind: ElementKind,
  one: Element | null,
  other: Element | null,
): readonly Bearing[] {
  if (kind === "goal") {
    const own = rows.filter((row) => !("part" in row) && row.promise === other?.name && !row.untouched);
    return own.flatMap((row) =>
      bearingsOf({ ...row, relations: row.relations.filter((relation) => !row.borrowed.includes(relation)) }),
    );
  }
  const references = [one, other].flatMap((element) =>
    element === null ? [] : [kind === "lead" ? `field ${element.name}` : `${kind} ${element.name}`],
  );
  const same = meansTheSame(both, kind, one, other);
  return bearingsOver(same ? rows.filter(({ borrowed }) => borrowed.length > 0) : rows, references);
}

/** Whether what refers to a declaration finds the same in both versions: a label, a column, a worth are nothing to it. */
function meansTheSame(
  { base, head }: Both,
  kind: ElementKind,
  one: Element | null,
  other: Element | null,
): boolean {
  if (one === null || other === null) return false;
  const of = ({ forms: { refer } }: Both["base"], { name }: Element): string | null => {
    switch (kind) {
      case "score":
        return textOf(refer.score(name));
      case "classify":
        return textOf(refer.class(name));
      case "stage":
        return textOf(refer.stage(name));
      case "event":
        return textOf(refer.event(name));
      case "calendar":
        return textOf(refer.calendar(name));
      default:
        return null;
    }
  };
  const before = of(base, one);
  return before !== null && before === of(head, other);
}

/** How a change bears on those who owe promises that refer to what has changed. */
export function bearingsOver(rows: readonly Row[], references: readonly Reference[]): readonly Bearing[] {
  return rows
    .filter((row) => references.some((reference) => row.references.has(reference)))
    .flatMap((row): readonly Bearing[] => {
      if (row.borrowed.length > 0) return row.borrowed.map((relation) => over(row, relation));
      if (row.untouched) return row.relations.map((relation) => over(row, relation));
      return [{ parties: row.parties, relation: incomparable(`\`${row.promise}\` has changed with it`) }];
    });
}

function over({ parties, promise }: Row, relation: Relation): Bearing {
  return { parties, relation: { ...relation, reason: `\`${promise}\`: ${relation.reason}` } };
}

function draftOf(
  both: Both,
  kind: ElementKind,
  one: Element | null,
  other: Element | null,
  renamed: boolean,
): Omit<Draft, "bearings"> {
  const outer = { before: one?.node.span ?? null, after: other?.node.span ?? null };
  const place = one !== null && other !== null && !renamed ? differing(one.node, other.node, outer) : outer;
  const element = other ?? one;
  return {
    kind,
    path: element === null || !element.named ? [] : [element.name],
    change: renamed ? "renamed" : one === null ? "added" : other === null ? "removed" : "changed",
    before: textOfSide(both.base.policy, place.before),
    after: textOfSide(both.head.policy, place.after),
    breaks: breaksOf(both, kind, one, other, renamed),
    relevance: renamed ? null : relevanceOf(kind, one, other),
  };
}

function breaksOf(
  both: Both,
  kind: ElementKind,
  one: Element | null,
  other: Element | null,
  renamed: boolean,
): readonly string[] {
  if (one === null) return breaksOfAdded(kind, other?.node);
  if (other === null) return breaksOfName(kind, one.name, null);
  if (renamed) return breaksOfName(kind, one.name, other.name);
  return breaksOfChange(kind, one.node, other.node, both.head.policy);
}

/** Of fields, events and the frame only some of what they say bears on how a lead is judged. */
function relevanceOf(kind: ElementKind, one: Element | null, other: Element | null): Relevance | null {
  const nodes = { before: one?.node ?? null, after: other?.node ?? null };
  const name = (other ?? one)?.name ?? "";
  switch (kind) {
    case "score":
    case "classify":
    case "stage":
      return { kind, name, ...nodes };
    case "define":
    case "calendar":
    case "ladder":
    case "people":
      return { kind: "verdict", name, of: kind, ...nodes };
    case "lead":
      if ((one === null || other === null) && isSpare(one) && isSpare(other)) return null;
      return judgedBy(one) === judgedBy(other) ? null : { kind: "verdict", name, of: kind, ...nodes };
    case "event":
    case "agreement":
      return judgedBy(one) === judgedBy(other) ? null : { kind: "verdict", name, of: kind, ...nodes };
    default:
      return null;
  }
}

/** A field that is not there, or may be missing: whether a version has it makes no difference by itself. */
function isSpare(element: Element | null): boolean {
  return element === null || !(element.node as Field).required;
}

/** The form of an element without what only people and files know of it: titles, reasons, columns. */
function judgedBy(element: Element | null): string {
  if (element === null) return "";
  const form = JSON.stringify(element.form, (key, value: unknown) => (silent.has(key) ? null : value));
  return form;
}

const silent: ReadonlySet<string> = new Set(["title", "because", "column", "label", "labels"]);
