import { createEngine, type Engine } from "@entente/engine";
import { withOnly } from "../changes/alone.ts";
import type { Draft } from "../changes/draft.ts";
import type { Effect } from "../comparison.ts";
import type { Both } from "../strictness/both.ts";
import { isEquivalent } from "./equivalence.ts";
import { limitEffect } from "./limit-witness.ts";
import type { Relevance } from "./relevance.ts";
import { judge, type Trial } from "./scenario.ts";
import { search } from "./search.ts";
import { shrink } from "./shrink.ts";
import { wordsOf } from "./words.ts";

/** Scenarios that the search for one lead may judge by both versions, and the searches of one comparison together. */
const MOST = 3000;
const MOST_TOGETHER = 40_000;
const LEAST = 100;

/** How long to look for a lead, and whether a change is the only one. */
export interface Effort {
  /** Scenarios that may be judged by both versions. */
  readonly budget: number;
  /** Else the lead must show the change where the others are not made, too. */
  readonly single: boolean;
}

/** The effort for each of some changes: the more of them, the less for each. */
export function effortFor(drafts: readonly Draft[]): Effort {
  const searched = drafts.filter(({ relevance }) => relevance !== null).length;
  const share = Math.floor(MOST_TOGETHER / Math.max(1, searched));
  return { budget: Math.max(LEAST, Math.min(MOST, share)), single: drafts.length === 1 };
}

/** Whether a lead shows a change; see {@link Effect}. */
export function effectOf(both: Both, draft: Draft, { budget, single }: Effort): Effect {
  const { relevance } = draft;
  if (relevance === null) return { kind: "not about leads" };
  if (relevance.kind === "clocks" && isOfMany(both, relevance)) {
    return limitEffect(both, relevance) ?? { kind: "not about leads" };
  }
  const trial: Trial = { both, alone: single ? null : aloneOf(both, draft) };
  const hit = search(trial, relevance, budget);
  if (hit === null) {
    return isEquivalent(both, relevance)
      ? { kind: "equivalent" }
      : {
          kind: "undecided",
          reason:
            budget < MOST
              ? "there are so many changes that each was looked into for a short time only: compare versions that are closer"
              : "no lead was found for which they differ, and no proof that there is none",
        };
  }
  const witness = shrink(trial, relevance, hit);
  const { zone } = both.baseModel.engine.plan;
  return { kind: "differs", witness, ...wordsOf(zone, judge(trial, witness), relevance) };
}

function aloneOf({ base, head }: Both, draft: Draft): Engine | null {
  const policy = withOnly(base.policy, head.policy, draft);
  return policy === null ? null : createEngine(policy);
}

/** Whether all clauses that a change is about are promises over many leads. */
function isOfMany(
  { base, head }: Both,
  { commitment, clause }: Extract<Relevance, { kind: "clocks" }>,
): boolean {
  const clauses = [base, head].flatMap(({ policy }) =>
    policy.commitments.filter(({ name }) => name === commitment).flatMap((one) => one.clauses),
  );
  const meant = clauses.filter(({ id }) => clause === null || id === clause);
  return meant.length > 0 && meant.every(({ duty }) => duty.kind === "limit" || duty.kind === "share");
}
