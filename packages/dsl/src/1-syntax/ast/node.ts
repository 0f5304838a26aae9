import type { ClassCaseNode, ScoreClauseNode, WorthNode } from "./classification.ts";
import type {
  ActionNode,
  CommitmentClauseNode,
  DeadlineNode,
  DutyNode,
  FollowStepNode,
  LadderStepNode,
  TriggerNode,
} from "./commitments.ts";
import type { ExpressionNode, TableCaseNode } from "./expressions.ts";
import type { CaseNode, EventMatchNode, FieldNode, TypeNode } from "./facts.ts";
import type { DeclarationNode, FileNode } from "./file.ts";
import type {
  AgreementClauseNode,
  CalendarCaseNode,
  CalendarClauseNode,
  DisputeClauseNode,
  HoursNode,
  ResponsibilityNode,
} from "./governance.ts";
import type { NameNode, TextNode } from "./name.ts";
import type { FunnelClauseNode, GoalClauseNode, MeasureNode, TargetNode, WindowNode } from "./promises.ts";
import type { SettingNode, SubjectNode, TestClauseNode } from "./tests.ts";

/** Every node that a tree may hold. */
export type SyntaxNode =
  | FileNode
  | DeclarationNode
  | NameNode
  | TextNode
  | ExpressionNode
  | TableCaseNode
  | FieldNode
  | TypeNode
  | CaseNode
  | EventMatchNode
  | ScoreClauseNode
  | ClassCaseNode
  | WorthNode
  | CommitmentClauseNode
  | DutyNode
  | DeadlineNode
  | TriggerNode
  | FollowStepNode
  | LadderStepNode
  | ActionNode
  | GoalClauseNode
  | MeasureNode
  | TargetNode
  | WindowNode
  | FunnelClauseNode
  | AgreementClauseNode
  | CalendarClauseNode
  | CalendarCaseNode
  | HoursNode
  | DisputeClauseNode
  | ResponsibilityNode["clauses"][number]
  | TestClauseNode
  | SettingNode
  | SubjectNode;

export type SyntaxKind = SyntaxNode["kind"];
/** The node of one kind. */
export type SyntaxNodeOf<K extends SyntaxKind> = Extract<SyntaxNode, { readonly kind: K }>;
