import type { Span } from "@entente/ir";
import type { ClassifyNode, DefineNode, ScoreNode, StageNode } from "./classification.ts";
import type { CommitmentNode, LadderNode } from "./commitments.ts";
import type { EventNode, LeadNode, PeopleNode } from "./facts.ts";
import type {
  AgreementNode,
  CalendarNode,
  CancellationNode,
  DisputeNode,
  ImportNode,
  MeetingNode,
  PartyNode,
  ResponsibilityNode,
  ReviewNode,
  RoleNode,
  SignatureNode,
} from "./governance.ts";
import type { FunnelNode, GoalNode, RewardNode } from "./promises.ts";
import type { TestNode } from "./tests.ts";

export type DeclarationNode =
  | AgreementNode
  | ImportNode
  | PartyNode
  | RoleNode
  | CalendarNode
  | LeadNode
  | PeopleNode
  | EventNode
  | DefineNode
  | ScoreNode
  | ClassifyNode
  | StageNode
  | CommitmentNode
  | LadderNode
  | GoalNode
  | FunnelNode
  | RewardNode
  | MeetingNode
  | DisputeNode
  | ResponsibilityNode
  | ReviewNode
  | CancellationNode
  | SignatureNode
  | TestNode;

/** The declaration of one kind. */
export type DeclarationOf<K extends DeclarationNode["kind"]> = Extract<DeclarationNode, { kind: K }>;

/** A parsed `.sla` file. Declarations and clauses that could not be read are absent: see the diagnostics. */
export interface FileNode {
  readonly kind: "File";
  /** The path as the diagnostics name it. */
  readonly file: string;
  /** NFC-normalised text: spans count in it. */
  readonly text: string;
  readonly declarations: readonly DeclarationNode[];
  readonly span: Span;
}
