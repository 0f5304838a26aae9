import type { Policy } from "@entente/ir";
import type { Change, Comparison } from "../comparison.ts";
import { isOfTier, type Tier } from "./tier.ts";

/** Who has to sign which changes, what is forbidden while a contract is in force, and what becomes of running clocks. */
export interface ChangeRules {
  /** `by` names roles, or parties: a party stands for any role of it. All of them have to sign. */
  readonly approvals: readonly { readonly tier: Tier; readonly by: readonly string[] }[];
  /** Changes that an agreement in force does not admit; an amendment that takes effect later does. */
  readonly forbidden: readonly Tier[];
  /** The one answer to `in flight` that a new version may give; null leaves it open. */
  readonly inFlight: "keeps" | "moves" | null;
}

/** The rules where none are given: what is stricter for a party, or cannot be compared, needs a signature of that party. */
export function defaultChangeRules(base: Policy): ChangeRules {
  return {
    approvals: base.agreement.between.flatMap((party) =>
      (["stricter", "incomparable"] as const).map((strictness) => ({
        tier: { kind: "strictness", strictness, party },
        by: [party],
      })),
    ),
    forbidden: [],
    inFlight: null,
  };
}

/** What stands in the way of a change. */
export type Obstacle =
  | {
      readonly kind: "approval missing";
      readonly tier: Tier;
      /** The role or party whose signature is missing, and the roles that may give it. */
      readonly by: string;
      readonly roles: readonly string[];
      readonly changes: readonly Change[];
    }
  | { readonly kind: "forbidden while in force"; readonly tier: Tier; readonly changes: readonly Change[] }
  | { readonly kind: "in flight"; readonly expected: "keeps" | "moves"; readonly found: "keeps" | "moves" };

export interface ChangeQuestion {
  readonly base: Policy;
  readonly head: Policy;
  readonly comparison: Comparison;
  readonly rules: ChangeRules;
  /** The roles whose signature over the new version is valid. */
  readonly signed: readonly string[];
  /** The local date on which it is asked, `YYYY-MM-DD`. */
  readonly on: string;
}

/** What stands in the way of a change; nothing where there is no change, or where it may land. */
export function judgeChanges(question: ChangeQuestion): Obstacle[] {
  const { base, head, comparison, rules, on } = question;
  const { changes } = comparison;
  if (changes.length === 0) return [];
  const settled = isInForce(base, on) && !beginsAfter(head, on);
  const { inFlight } = rules;
  const found = head.agreement.inFlight;
  return [
    ...(settled ? rules.forbidden.flatMap((tier) => forbiddenBy(tier, changes)) : []),
    ...rules.approvals.flatMap((rule) => missingApprovals(question, rule)),
    ...(inFlight === null || inFlight === found
      ? []
      : [{ kind: "in flight", expected: inFlight, found } as const]),
  ];
}

function forbiddenBy(tier: Tier, changes: readonly Change[]): Obstacle[] {
  const those = changes.filter((change) => isOfTier(change, tier));
  return those.length === 0 ? [] : [{ kind: "forbidden while in force", tier, changes: those }];
}

function missingApprovals(
  { base, head, comparison, signed }: ChangeQuestion,
  { tier, by }: ChangeRules["approvals"][number],
): Obstacle[] {
  const changes = comparison.changes.filter((change) => isOfTier(change, tier));
  if (changes.length === 0) return [];
  return by.flatMap((name) => {
    const roles = rolesFor(name, base, head);
    const approved = roles.some((role) => signed.includes(role));
    return approved ? [] : [{ kind: "approval missing", tier, by: name, roles, changes } as const];
  });
}

/**
 * The roles that may sign for a role or a party. They are those of the version in force: a change cannot appoint the
 * one who approves it. Where that version has none, those of the new one count.
 */
function rolesFor(name: string, base: Policy, head: Policy): readonly string[] {
  const before = rolesIn(base, name);
  return before.length > 0 ? before : rolesIn(head, name);
}

function rolesIn({ roles }: Policy, name: string): readonly string[] {
  return roles.filter((role) => role.name === name || role.party === name).map((role) => role.name);
}

function isInForce({ agreement: { effective } }: Policy, on: string): boolean {
  if (effective === null) return true;
  return effective.from <= on && (effective.to === null || on <= effective.to);
}

function beginsAfter({ agreement: { effective } }: Policy, on: string): boolean {
  return effective !== null && effective.from > on;
}
