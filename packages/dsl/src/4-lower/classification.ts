import type { Classification, Define, Score, ScoreLine, Stage } from "@entente/ir";
import { invariant } from "@entente/ir";
import type {
  ClassifyNode,
  DefineNode,
  ScoreClauseNode,
  ScoreLineNode,
  ScoreNode,
  StageNode,
} from "../1-syntax/ast/classification.ts";
import { isEventCondition } from "../3-check/event-condition.ts";
import { lowerEventMatch, lowerExpression, lowerInstant, lowerOptional } from "./expressions.ts";
import { lowerDuration } from "./literals.ts";
import type { Lowering } from "./lowering.ts";

export function lowerDefine(node: DefineNode, lowering: Lowering): Define {
  return { name: node.name.text, value: lowerExpression(node.value, lowering), span: node.span };
}

export function lowerScore(node: ScoreNode, lowering: Lowering): Score {
  const find = <K extends ScoreClauseNode["kind"]>(
    kind: K,
  ): Extract<ScoreClauseNode, { kind: K }> | undefined =>
    node.clauses.find((clause): clause is Extract<ScoreClauseNode, { kind: K }> => clause.kind === kind);
  const bound = (side: "below" | "above"): string | null =>
    node.clauses.flatMap((clause) =>
      clause.kind === "ScoreBound" && clause.side === side ? [clause.value] : [],
    )[0] ?? null;
  const fades = find("ScoreFades");
  const expires = find("ScoreExpires");
  const resets = find("ScoreResets");
  return {
    name: node.name.text,
    lines: node.clauses.flatMap((clause) =>
      clause.kind === "ScoreLine" ? [lowerScoreLine(clause, lowering)] : [],
    ),
    fades: fades === undefined ? null : { points: fades.points.value, every: lowerDuration(fades.every) },
    expiresAfter: expires === undefined ? null : lowerDuration(expires.after),
    minimum: bound("below"),
    maximum: bound("above"),
    resets:
      resets === undefined
        ? null
        : { on: lowerEventMatch(resets.on, lowering), to: lowerExpression(resets.to, lowering) },
    span: node.span,
  };
}

function lowerScoreLine(node: ScoreLineNode, lowering: Lowering): ScoreLine {
  return {
    points: node.points,
    basis: lowerBasis(node, lowering),
    once: node.once === null ? null : lowerDuration(node.once),
    cap: node.upTo?.value ?? null,
    expiresAfter: node.expiresAfter === null ? null : lowerDuration(node.expiresAfter),
    span: node.span,
  };
}

function lowerBasis(node: ScoreLineNode, lowering: Lowering): ScoreLine["basis"] {
  if (node.per === null) {
    invariant(node.when !== null, "a score line counts when something holds, or per something");
    return { kind: "when", condition: lowerExpression(node.when, lowering) };
  }
  const term = lowering.resolution.symbols.terms.get(node.per.event.text);
  if (term?.kind === "field") return { kind: "perField", field: node.per.event.text };
  return { kind: "perEvent", match: lowerEventMatch(node.per, lowering) };
}

export function lowerClassify(node: ClassifyNode, lowering: Lowering): Classification {
  return {
    name: node.name.text,
    firstMatch: node.firstMatch,
    cases: node.cases.map((item) => ({
      name: item.name.text,
      when: lowerOptional(item.when, lowering),
      worth:
        item.worth === null
          ? null
          : {
              unit: item.worth.points ? "points" : "money",
              value: lowerExpression(item.worth.value, lowering),
            },
      span: item.span,
    })),
    span: node.span,
  };
}

/** Stages in an order in which every predecessor comes first, with their ranks (language section 6). */
export function lowerStages(nodes: readonly StageNode[], lowering: Lowering): Stage[] {
  const declared = new Map(nodes.map((node, order) => [node.name.text, { node, order }]));
  const ranks = new Map<string, number>();
  return lowering.resolution.order.flatMap((vertex) => {
    const found = vertex.startsWith("stage:") ? declared.get(vertex.slice("stage:".length)) : undefined;
    if (found === undefined) return [];
    const { node, order } = found;
    const rank = Math.max(-1, ...node.after.map((name) => ranks.get(name.text) ?? -1)) + 1;
    ranks.set(node.name.text, rank);
    return [lowerStage(node, rank, order, lowering)];
  });
}

function lowerStage(node: StageNode, rank: number, order: number, lowering: Lowering): Stage {
  const eventful = node.at === null && node.when !== null && isEventCondition(node.when, lowering.resolution);
  invariant(eventful || node.at !== null, `nothing says when ${node.name.text} is reached`);
  return {
    name: node.name.text,
    label: node.label?.value ?? null,
    after: node.after.map((name) => name.text),
    when: lowerOptional(node.when, lowering),
    unless: lowerOptional(node.unless, lowering),
    at: node.at === null ? null : lowerInstant(node.at, lowering),
    rank,
    order,
    span: node.span,
  };
}
