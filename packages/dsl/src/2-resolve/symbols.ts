import type { ClockStatus } from "@entente/ir";
import type { ClassifyNode, DefineNode, ScoreNode, StageNode } from "../1-syntax/ast/classification.ts";
import type { CommitmentNode, LadderNode } from "../1-syntax/ast/commitments.ts";
import type { EventNode, FieldNode, LeadNode, PeopleNode } from "../1-syntax/ast/facts.ts";
import type {
  AgreementNode,
  CalendarNode,
  MeetingNode,
  PartyNode,
  RoleNode,
} from "../1-syntax/ast/governance.ts";
import type { NameNode } from "../1-syntax/ast/name.ts";
import type { FunnelNode, GoalNode, RewardNode } from "../1-syntax/ast/promises.ts";

/** What an expression may name without more ado. These share one namespace. */
export type Term =
  | { readonly kind: "field"; readonly node: FieldNode }
  | { readonly kind: "event"; readonly node: EventNode }
  | { readonly kind: "define"; readonly node: DefineNode }
  | { readonly kind: "score"; readonly node: ScoreNode }
  | { readonly kind: "class"; readonly node: ClassifyNode };

/** What a name in an expression stands for. `error` was reported already: later phases stay silent about it. */
export type Binding =
  | Term
  | { readonly kind: "attribute"; readonly event: EventNode; readonly node: FieldNode }
  | { readonly kind: "occurrenceAttribute"; readonly event: EventNode; readonly node: FieldNode }
  | { readonly kind: "case"; readonly name: string }
  | { readonly kind: "currentStage" }
  | { readonly kind: "stage"; readonly node: StageNode }
  | { readonly kind: "status"; readonly status: ClockStatus }
  | { readonly kind: "clock"; readonly commitment: CommitmentNode; readonly clause: string | null }
  | { readonly kind: "ownVerdict" }
  | { readonly kind: "error" };

/** A party as `between` or a `party` declaration introduces it. */
export interface PartySymbol {
  readonly name: NameNode;
  readonly declaration: PartyNode | null;
}

/** Every declaration of a contract by name, in order of declaration. */
export interface SymbolTable {
  readonly agreement: AgreementNode | null;
  readonly lead: LeadNode | null;
  readonly people: PeopleNode | null;
  readonly terms: ReadonlyMap<string, Term>;
  readonly parties: ReadonlyMap<string, PartySymbol>;
  readonly roles: ReadonlyMap<string, RoleNode>;
  readonly calendars: ReadonlyMap<string, CalendarNode>;
  readonly stages: ReadonlyMap<string, StageNode>;
  readonly commitments: ReadonlyMap<string, CommitmentNode>;
  readonly ladders: ReadonlyMap<string, LadderNode>;
  readonly goals: ReadonlyMap<string, GoalNode>;
  readonly funnels: ReadonlyMap<string, FunnelNode>;
  readonly rewards: ReadonlyMap<string, RewardNode>;
  readonly meetings: ReadonlyMap<string, MeetingNode>;
}

/** How a message speaks of a term. */
export function describeTerm(term: Term): string {
  switch (term.kind) {
    case "field":
      return "a field of the lead";
    case "event":
      return "an event";
    case "define":
      return "a define";
    case "score":
      return "a score";
    case "class":
      return "a classification";
  }
}
