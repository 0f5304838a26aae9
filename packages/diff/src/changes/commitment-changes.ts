import type { Commitment, Policy, Span } from "@entente/ir";
import { normalCommitment } from "../canonical/normal-commitment.ts";
import { pairsOf } from "../elements/pair.ts";
import { type Differing, differing, textOfSide } from "../elements/place.ts";
import type { Both } from "../strictness/both.ts";
import { anyExcuse, type Owed } from "../strictness/commitment-parts.ts";
import type { Bearing } from "../strictness/governance.ts";
import { looser, stricter } from "../strictness/relation.ts";
import { clausePairs, type OwnForms, type PartRow, partRows } from "../strictness/row.ts";
import { breaksOfClause, breaksOfName } from "./breaks.ts";
import type { Draft } from "./draft.ts";

/** What changed in commitments: their clauses, and the parts that the clauses share. */
export interface CommitmentChanges {
  readonly drafts: readonly Draft[];
  readonly rows: readonly PartRow[];
  /** Everything that bears on a party, whatever it is told with. */
  readonly bearings: readonly Bearing[];
}

export function commitmentChanges(both: Both, own: OwnForms): CommitmentChanges {
  const named = (version: Both["base"]) =>
    version.policy.commitments.map((node) => ({
      name: node.name,
      form: normalCommitment(version.forms, version.policy, node),
      node,
    }));
  const pairs = pairsOf(named(both.base), named(both.head), true);
  const results = pairs.map(({ before, after, renamed }) =>
    compareCommitments(both, own, before?.node ?? null, after?.node ?? null, renamed),
  );
  return {
    drafts: results.flatMap(({ drafts }) => drafts),
    rows: results.flatMap(({ rows }) => rows),
    bearings: results.flatMap(({ bearings }) => bearings),
  };
}

function compareCommitments(
  both: Both,
  own: OwnForms,
  before: Commitment | null,
  after: Commitment | null,
  renamed: boolean,
): CommitmentChanges {
  if (before === null || after === null) return wholeChange(both, before, after);
  const rows = partRows(both, own, before, after);
  const clauses = clausePairs(both, before, after);
  const others = clauses.filter(
    (pair) => pair.before === null || pair.after === null || pair.renamed || isPassedOn(pair),
  );
  const drafts = [
    ...(renamed ? [renamedDraft(both, before, after)] : []),
    ...others.map((pair) => clauseDraft(both, pair.before, pair.after)),
    ...partDrafts(both, rows),
  ];
  return {
    drafts,
    rows,
    bearings: [
      ...rows.flatMap(bearingsOf),
      ...others.flatMap((pair) => clauseBearings(pair.before, pair.after)),
    ],
  };
}

/** Whether the duty is another side's now. */
function isPassedOn({
  before,
  after,
}: {
  readonly before: Owed | null;
  readonly after: Owed | null;
}): boolean {
  return before !== null && after !== null && before.clause.party !== after.clause.party;
}

/** How a row bears on its parties. */
export function bearingsOf({
  parties,
  relations,
}: Pick<PartRow, "parties" | "relations">): readonly Bearing[] {
  return relations.map((relation) => ({ parties, relation }));
}

function wholeChange(both: Both, before: Commitment | null, after: Commitment | null): CommitmentChanges {
  const commitment = after ?? before;
  if (commitment === null) return { drafts: [], rows: [], bearings: [] };
  const bearings = commitment.clauses.flatMap((clause) => {
    const owed: Owed = { commitment, clause };
    return clauseBearings(before === null ? null : owed, after === null ? null : owed);
  });
  const draft: Draft = {
    kind: "commitment",
    path: [commitment.name],
    change: before === null ? "added" : "removed",
    before: textOfSide(both.base.policy, before?.span ?? null),
    after: textOfSide(both.head.policy, after?.span ?? null),
    bearings,
    breaks: before === null ? [] : breaksOfName("commitment", commitment.name, null),
    relevance: clocksOf(commitment.name, null, before, after),
  };
  return { drafts: [draft], rows: [], bearings };
}

function clocksOf(name: string, clause: string | null, before: unknown, after: unknown): Draft["relevance"] {
  return { kind: "clocks", commitment: name, clause, before, after };
}

function renamedDraft(both: Both, before: Commitment, after: Commitment): Draft {
  return {
    kind: "commitment",
    path: [after.name],
    change: "renamed",
    before: textOfSide(both.base.policy, before.span),
    after: textOfSide(both.head.policy, after.span),
    bearings: [],
    breaks: breaksOfName("commitment", before.name, after.name),
    relevance: null,
  };
}

function clauseBearings(before: Owed | null, after: Owed | null): readonly Bearing[] {
  if (before !== null && after !== null) {
    const [one, other] = [before.clause.party, after.clause.party];
    if (one === other) return [];
    return [
      { parties: [one], relation: looser("it is no longer this side's duty") },
      { parties: [other], relation: stricter("it is this side's duty now") },
    ];
  }
  if (after !== null) return [{ parties: [after.clause.party], relation: stricter("one more duty") }];
  return before === null ? [] : [{ parties: [before.clause.party], relation: looser("one duty less") }];
}

function clauseDraft(both: Both, before: Owed | null, after: Owed | null): Draft {
  const { commitment, clause } = after ?? before ?? { commitment: { name: "" }, clause: { id: "" } };
  const kept = before !== null && after !== null;
  const renamed = kept && before.clause.id !== after.clause.id;
  return {
    kind: "commitment",
    path: [commitment.name, clause.id],
    change: renamed ? "renamed" : kept ? "changed" : before === null ? "added" : "removed",
    before: textOfSide(both.base.policy, before?.clause.span ?? null),
    after: textOfSide(both.head.policy, after?.clause.span ?? null),
    bearings: clauseBearings(before, after),
    breaks:
      before === null || (kept && !renamed)
        ? []
        : breaksOfClause(commitment.name, before.clause.id, after?.clause.id ?? null),
    relevance: renamed ? null : clocksOf(commitment.name, clause.id, before?.clause, after?.clause),
  };
}

/** What the clauses of a commitment share is told once, a duty with its clause. */
function partDrafts(both: Both, rows: readonly PartRow[]): readonly Draft[] {
  const groups = new Map<string, PartRow[]>();
  const told = rows.filter((row) => !row.untouched && !(row.part.name === "duty" && isPassedOn(row)));
  for (const row of told) {
    const key = row.part.name === "duty" ? `duty ${row.after.clause.id}` : row.part.name;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [partDraft(both, first, group)];
  });
}

function partDraft(both: Both, row: PartRow, group: readonly PartRow[]): Draft {
  const { part, before, after } = row;
  const isDuty = part.name === "duty";
  const outer: Differing = {
    before: isDuty ? before.clause.span : before.commitment.span,
    after: isDuty ? after.clause.span : after.commitment.span,
  };
  const nodes = [part.node(before, both.base.policy), part.node(after, both.head.policy)] as const;
  const lines = {
    before: lineOf(both.base.policy, part.name, before.commitment.span),
    after: lineOf(both.head.policy, part.name, after.commitment.span),
  };
  const place = (lines.before ?? lines.after) ? lines : placeOfPart(nodes, outer);
  const silent = part.name === "because" || part.name === "warn";
  const { name } = after.commitment;
  return {
    kind: "commitment",
    path: [name, isDuty ? after.clause.id : part.name],
    change: "changed",
    before: textOfSide(both.base.policy, place.before),
    after: textOfSide(both.head.policy, place.after),
    bearings: group.flatMap(bearingsOf),
    breaks: [],
    relevance: silent
      ? null
      : clocksOf(
          name,
          isDuty ? after.clause.id : null,
          conditionOf(part.name, before) ?? nodes[0],
          conditionOf(part.name, after) ?? nodes[1],
        ),
  };
}

/** A part that is one condition, under the name that says so; null for any other. */
function conditionOf(part: string, { commitment }: Owed): unknown {
  const { appliesTo, span } = commitment;
  if (part === "for") return { appliesTo, span };
  return part === "unless" ? { unless: anyExcuse(commitment), span } : null;
}

/** The line of a part that has no place of its own in the policy; null where there is none. */
function lineOf({ sources }: Policy, part: string, span: Span): Span | null {
  if (!["warn", "otherwise", "because", "calendar"].includes(part)) return null;
  const text = sources.find(({ file }) => file === span.file)?.text.slice(span.start, span.end) ?? "";
  const found = new RegExp(`(?<=[\\n;{]\\s*)${part}\\b[^\\n;}]*`, "u").exec(text);
  if (found === null) return null;
  const above = text.slice(0, found.index).split("\n");
  const start = span.start + found.index;
  const column = above.length === 1 ? span.column + found.index : (above.at(-1)?.length ?? 0) + 1;
  return {
    file: span.file,
    start,
    end: start + found[0].trimEnd().length,
    line: span.line + above.length - 1,
    column,
  };
}

/** A part that a version has not has no place there. */
function placeOfPart([before, after]: readonly [unknown, unknown], outer: Differing): Differing {
  const isNothing = (node: unknown): boolean => node === null || (Array.isArray(node) && node.length === 0);
  const found = differing(before, after, outer);
  return {
    before: isNothing(before) && found.after !== outer.after ? null : found.before,
    after: isNothing(after) && found.before !== outer.before ? null : found.after,
  };
}
