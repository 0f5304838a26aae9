import { createModel } from "@entente/analysis";
import type { Policy } from "@entente/ir";
import { ExpressionForms } from "./canonical/normal-expression.ts";
import { textOf } from "./canonical/order.ts";
import { byNames } from "./canonical/references.ts";
import { commitmentChanges } from "./changes/commitment-changes.ts";
import { byPlace, type Draft } from "./changes/draft.ts";
import { bearingsOver, elementChanges } from "./changes/element-changes.ts";
import type { Change, Comparison, Strictness } from "./comparison.ts";
import { jointOf } from "./joint/joint-model.ts";
import { meaningsOf, Numbering } from "./meaning/meanings.ts";
import type { Both } from "./strictness/both.ts";
import { together } from "./strictness/relation.ts";
import type { OwnForms, Row } from "./strictness/row.ts";
import { type Effort, effectOf, effortFor } from "./witness/effect.ts";

/**
 * Compares two versions of a contract by meaning. What is written otherwise and means the same is no change.
 *
 * - Every change says for which party it is stricter, all else being as it is, and what it breaks for consumers.
 * - A change that bears on single leads comes with a lead for which the versions differ, confirmed by running both
 *   engines; with a proof that there is none; or with the word that neither was found.
 *
 * @throws InvariantError where the engine and the analysis disagree: a bug of ours
 */
export function compare(base: Policy, head: Policy): Comparison {
  const both = sideBySide(base, head);
  const own = ownForms(base, head);
  const promises = commitmentChanges(both, own);
  const elements = elementChanges(both, own, promises.rows);
  const rows: readonly Row[] = [...promises.rows, ...elements.goals];
  const commitments = promises.drafts.map((draft) => withDependents(draft, rows));
  const drafts = [...elements.drafts, ...commitments].toSorted(byPlace(base, head));
  const parties = partiesOf(base, head);
  const effort = effortFor(drafts);
  const changes = drafts.map((draft) => changeOf(both, draft, parties, effort));
  return {
    changes,
    strictness: byParty(parties, [...promises.bearings, ...elements.bearings]),
  };
}

/** A changed commitment bears on goals that are a share of it, and on commitments that ask for its verdict. */
function withDependents(draft: Draft, rows: readonly Row[]): Draft {
  const [name] = draft.path;
  const others = rows.filter((row) => row.promise !== name);
  if (draft.change === "renamed" || draft.bearings.length === 0) return draft;
  return { ...draft, bearings: [...draft.bearings, ...bearingsOver(others, [`commitment ${name}`])] };
}

function sideBySide(base: Policy, head: Policy): Both {
  const numbering = new Numbering();
  const one = { policy: base, forms: meaningsOf(base, numbering) };
  const other = { policy: head, forms: meaningsOf(head, numbering) };
  return {
    base: one,
    head: other,
    baseModel: createModel(base),
    headModel: createModel(head),
    joint: jointOf(one, other),
  };
}

/** Forms by names, in which a define that changed is named: its change is told once, where it is declared. */
function ownForms(base: Policy, head: Policy): OwnForms {
  const plain = [base, head].map((policy) => new ExpressionForms(policy, byNames));
  const [before, after] = plain;
  const changed = base.defines.filter(({ name }) => {
    if (!head.defines.some((one) => one.name === name)) return false;
    return textOf(before?.valueOf(name) ?? null) !== textOf(after?.valueOf(name) ?? null);
  });
  const kept = new Set(changed.map(({ name }) => name));
  const version = (policy: Policy) => ({
    policy,
    forms: { expression: new ExpressionForms(policy, byNames, kept), refer: byNames },
  });
  return { base: version(base), head: version(head) };
}

function changeOf(both: Both, draft: Draft, parties: readonly string[], effort: Effort): Change {
  const { bearings, relevance: _, ...change } = draft;
  return {
    ...change,
    strictness: byParty(parties, bearings),
    reasons: [
      ...new Set(bearings.flatMap((one) => one.parties.map((party) => `${party}: ${one.relation.reason}`))),
    ],
    effect: effectOf(both, draft, effort),
  };
}

function byParty(parties: readonly string[], bearings: Draft["bearings"]): Record<string, Strictness> {
  return Object.fromEntries(
    parties.map((party) => {
      const own = bearings.filter((one) => one.parties.includes(party));
      return [party, together(own.map(({ relation }) => relation.strictness))];
    }),
  );
}

function partiesOf(...policies: readonly Policy[]): readonly string[] {
  const names = policies.flatMap(({ agreement, parties, commitments, goals }) => [
    ...agreement.between,
    ...parties.map(({ name }) => name),
    ...commitments.flatMap(({ clauses }) => clauses.map(({ party }) => party)),
    ...goals.flatMap((goal) => goal.parties),
  ]);
  return [...new Set(names)];
}
