import type { ClassCaseNode, ScoreClauseNode } from "../ast/classification.ts";
import type { ActionNode, CommitmentClauseNode, FollowStepNode, LadderStepNode } from "../ast/commitments.ts";
import type { FieldNode } from "../ast/facts.ts";
import type {
  AgreementClauseNode,
  CalendarClauseNode,
  DisputeClauseNode,
  ResponsibilityNode,
} from "../ast/governance.ts";
import type { TextNode } from "../ast/name.ts";
import type { FunnelClauseNode, GoalClauseNode } from "../ast/promises.ts";
import type { SettingNode, TestClauseNode } from "../ast/tests.ts";

/** The kinds of `{ … }` that are read clause by clause, and what one clause of each gives. */
export interface BlockContents {
  agreement: AgreementClauseNode;
  calendar: CalendarClauseNode;
  fields: FieldNode;
  score: ScoreClauseNode;
  classify: ClassCaseNode;
  commitment: CommitmentClauseNode;
  follow: FollowStepNode;
  ladder: LadderStepNode;
  actions: ActionNode;
  goal: GoalClauseNode;
  funnel: FunnelClauseNode;
  /** Each clause of a meeting is an agenda. */
  meeting: readonly TextNode[];
  dispute: DisputeClauseNode;
  responsibility: ResponsibilityNode["clauses"][number];
  test: TestClauseNode;
  settings: SettingNode;
}
export type BlockKind = keyof BlockContents;
