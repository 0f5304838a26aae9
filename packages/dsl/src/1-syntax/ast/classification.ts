import type { Span } from "@entente/ir";
import type { DurationNode, ExpressionNode, NumberNode } from "./expressions.ts";
import type { EventMatchNode } from "./facts.ts";
import type { NameNode, TextNode } from "./name.ts";

export interface DefineNode {
  readonly kind: "Define";
  readonly name: NameNode;
  readonly value: ExpressionNode;
  readonly span: Span;
}

/** `+10 when demo`, `+2 per contact (where channel is call) once per 30 days up to 10`, `-15 when student`. */
export interface ScoreLineNode {
  readonly kind: "ScoreLine";
  /** Signed decimal. */
  readonly points: string;
  readonly when: ExpressionNode | null;
  readonly per: EventMatchNode | null;
  /** `once per week` is a duration of one week. */
  readonly once: DurationNode | null;
  readonly upTo: NumberNode | null;
  /** `expires after 30 days`, written behind the line. */
  readonly expiresAfter: DurationNode | null;
  readonly span: Span;
}
/** `fades 5 every week`. */
export interface ScoreFadesNode {
  readonly kind: "ScoreFades";
  readonly points: NumberNode;
  readonly every: DurationNode;
  readonly span: Span;
}
export interface ScoreExpiresNode {
  readonly kind: "ScoreExpires";
  readonly after: DurationNode;
  readonly span: Span;
}
/** `never below 0`, `never above 100`. */
export interface ScoreBoundNode {
  readonly kind: "ScoreBound";
  readonly side: "below" | "above";
  /** Signed decimal. */
  readonly value: string;
  readonly span: Span;
}
/** `resets on recycle to fit`. */
export interface ScoreResetsNode {
  readonly kind: "ScoreResets";
  readonly on: EventMatchNode;
  readonly to: ExpressionNode;
  readonly span: Span;
}
export type ScoreClauseNode =
  | ScoreLineNode
  | ScoreFadesNode
  | ScoreExpiresNode
  | ScoreBoundNode
  | ScoreResetsNode;

export interface ScoreNode {
  readonly kind: "Score";
  readonly name: NameNode;
  readonly clauses: readonly ScoreClauseNode[];
  readonly span: Span;
}

/** `worth $4,000`, `worth 10 points`, `worth by market { … }`; `points` tells that the word stood behind it. */
export interface WorthNode {
  readonly kind: "Worth";
  readonly value: ExpressionNode;
  readonly points: boolean;
  readonly span: Span;
}

/** `when` null is `otherwise`. */
export interface ClassCaseNode {
  readonly kind: "ClassCase";
  readonly name: NameNode;
  readonly when: ExpressionNode | null;
  readonly worth: WorthNode | null;
  readonly span: Span;
}

export interface ClassifyNode {
  readonly kind: "Classify";
  readonly name: NameNode;
  readonly firstMatch: boolean;
  readonly cases: readonly ClassCaseNode[];
  readonly span: Span;
}

export interface StageNode {
  readonly kind: "Stage";
  readonly name: NameNode;
  readonly label: TextNode | null;
  readonly after: readonly NameNode[];
  readonly when: ExpressionNode | null;
  readonly unless: ExpressionNode | null;
  readonly at: ExpressionNode | null;
  readonly span: Span;
}
