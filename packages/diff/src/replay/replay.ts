import type { GoalAttainment, GoalWindowAttainment, WorthAmount } from "@entente/engine";
import type Fraction from "fraction.js";

/** What two versions of a contract make of the same history: the effect that a change would have had. */
export interface Replay {
  /** The as-of instant, epoch milliseconds. */
  readonly at: number;
  readonly leads: {
    /** Records that both versions can judge. */
    readonly compared: number;
    /** Records that only one version can read, and those that neither can. */
    readonly readableBeforeOnly: number;
    readonly readableAfterOnly: number;
    readonly unreadable: number;
    /** Leads for which anything at all differs. */
    readonly changed: number;
  };
  readonly stages: Moves;
  /** The classifications in which a lead changed its case, in the order of the contract. */
  readonly classes: readonly (Moves & { readonly classify: string })[];
  readonly worth: WorthChange;
  readonly violations: ViolationChange;
  readonly goals: readonly GoalChange[];
  readonly funnels: readonly FunnelChange[];
  /** The first leads that changed, in the order of the file. */
  readonly examples: readonly ChangedLead[];
}

/** How many leads moved, and from where to where; null is "at none" or "unknown". */
export interface Moves {
  readonly changed: number;
  readonly moves: readonly Move[];
}

export interface Move {
  readonly from: string | null;
  readonly to: string | null;
  readonly leads: number;
}

/** Leads whose worth differs, and the sums over all compared leads by unit (a currency, or `points`). */
export interface WorthChange {
  readonly changed: number;
  readonly sums: readonly { readonly unit: string; readonly before: bigint; readonly after: bigint }[];
}

/** Violations of promises to single leads. One stands for another where commitment, clause and start are the same. */
export interface ViolationChange {
  readonly before: number;
  readonly after: number;
  readonly appeared: number;
  readonly vanished: number;
  readonly byParty: readonly ViolationCount[];
  readonly byClause: readonly ViolationCount[];
  /** Owners with the most changed violations first. */
  readonly byOwner: readonly ViolationCount[];
  /** Periods in which a promise over many leads was missed. */
  readonly limits: { readonly before: number; readonly after: number };
}

export interface ViolationCount {
  /** A party, `commitment/clause`, or an owner; null is "no owner". */
  readonly name: string | null;
  readonly before: number;
  readonly after: number;
  readonly appeared: number;
  readonly vanished: number;
}

/** The windows of a goal in which the two versions differ. */
export interface GoalChange {
  readonly goal: string;
  readonly unit: GoalAttainment["unit"];
  readonly counting: GoalAttainment["counting"];
  readonly windows: number;
  readonly missed: { readonly before: number; readonly after: number };
  readonly differing: readonly {
    readonly before: GoalWindowAttainment | null;
    readonly after: GoalWindowAttainment | null;
  }[];
}

/** Leads that a funnel needs at each stage; null where a version cannot carry its quota back, or has no such funnel. */
export interface FunnelChange {
  readonly funnel: string;
  readonly before: ReadonlyMap<string, Fraction> | null;
  readonly after: ReadonlyMap<string, Fraction> | null;
}

/** What differs for one lead. */
export interface ChangedLead {
  readonly lead: string;
  readonly stage: Difference<string | null> | null;
  readonly classes: readonly (Difference<string | null> & { readonly classify: string })[];
  readonly worth: Difference<WorthAmount | null> | null;
  /** Violations by `commitment/clause`. */
  readonly appeared: readonly string[];
  readonly vanished: readonly string[];
}

export interface Difference<T> {
  readonly before: T;
  readonly after: T;
}
