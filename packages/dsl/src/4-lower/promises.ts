import {
  assertNever,
  type Funnel,
  type Goal,
  type GoalWindow,
  invariant,
  type Measure,
  type Milepost,
  type Reward,
} from "@entente/ir";
import type { NameNode } from "../1-syntax/ast/name.ts";
import type {
  FunnelClauseNode,
  FunnelNode,
  GoalClauseNode,
  GoalNode,
  MeasureNode,
  RewardNode,
  WindowNode,
} from "../1-syntax/ast/promises.ts";
import { STATISTICS } from "../3-check/promises.ts";
import { lowerExpression, lowerOptional } from "./expressions.ts";
import { lowerDuration, lowerPeriod, requireLiteral } from "./literals.ts";
import type { Lowering } from "./lowering.ts";

export function lowerGoal(node: GoalNode, lowering: Lowering): Goal {
  const one = <K extends GoalClauseNode["kind"]>(kind: K): Extract<GoalClauseNode, { kind: K }> | undefined =>
    node.clauses.find((clause): clause is Extract<GoalClauseNode, { kind: K }> => clause.kind === kind);
  const measured = one("MeasureClause");
  invariant(measured !== undefined, `the goal ${node.name.text} measures nothing`);
  const tolerance = one("Tolerance");
  const targets = node.clauses.flatMap((clause) => (clause.kind === "Targets" ? clause.targets : []));
  return {
    name: node.name.text,
    parties: node.parties.map((party) => party.text),
    measure: lowerMeasure(measured.measure, lowering),
    baseline: lowerOptional(one("Baseline")?.value ?? null, lowering),
    targets: targets.map((target) => ({
      bound: target.bound,
      value: lowerExpression(target.value, lowering),
      window: lowerWindow(target.window),
      from: target.from?.value ?? null,
      span: target.span,
    })),
    tolerance: tolerance === undefined ? null : { percent: tolerance.percent.value, side: tolerance.side },
    ladder: one("Otherwise")?.ladder.text ?? null,
    because: one("Because")?.text.value ?? null,
    span: node.span,
  };
}

function lowerMeasure(node: MeasureNode, lowering: Lowering): Measure {
  const narrowing = {
    where: lowerOptional(node.where, lowering),
    per: lowerOptional(node.per, lowering),
    span: node.span,
  };
  switch (node.kind) {
    case "ReachMeasure":
      return { kind: "reach", what: node.what, stage: node.stage.text, ...narrowing };
    case "RateMeasure":
      return {
        kind: "rate",
        from: lowerMilepost(node.from, lowering),
        to: lowerMilepost(node.to, lowering),
        basis: node.snapshot ? "snapshot" : "cohort",
        maturing: node.maturing === null ? null : lowerDuration(node.maturing),
        ...narrowing,
      };
    case "TimeMeasure": {
      const statistic = STATISTICS.find((known) => known === node.statistic.text);
      invariant(statistic !== undefined, `no statistic ${node.statistic.text}`);
      const from = lowerMilepost(node.from, lowering);
      return { kind: "time", statistic, from, to: lowerMilepost(node.to, lowering), ...narrowing };
    }
    case "SumMeasure":
      return { kind: "sum", event: node.event.text, attribute: node.attribute.text, ...narrowing };
    case "ShareMeasure":
      return {
        kind: "share",
        commitment: node.commitment.text,
        clause: node.clause?.text ?? null,
        ...narrowing,
      };
    default:
      return assertNever(node);
  }
}

function lowerMilepost(name: NameNode, lowering: Lowering): Milepost {
  return { kind: lowering.resolution.symbols.stages.has(name.text) ? "stage" : "event", name: name.text };
}

function lowerWindow(node: WindowNode): GoalWindow {
  switch (node.kind) {
    case "Period":
      return { kind: "every", period: lowerPeriod(node) };
    case "InYear":
      return { kind: "in", year: node.year };
    case "ByDate":
      return { kind: "by", date: node.date.value };
    case "OverLast":
      return { kind: "last", duration: lowerDuration(node.duration) };
    default:
      return assertNever(node);
  }
}

export function lowerFunnel(node: FunnelNode, lowering: Lowering): Funnel {
  const all = <K extends FunnelClauseNode["kind"]>(kind: K): Extract<FunnelClauseNode, { kind: K }>[] =>
    node.clauses.filter((clause): clause is Extract<FunnelClauseNode, { kind: K }> => clause.kind === kind);
  const [quota] = all("Quota");
  const [deal] = all("Deal");
  const [cycle] = all("Cycle");
  const [capacity] = all("Capacity");
  return {
    name: node.name.text,
    appliesTo: lowerOptional(node.appliesTo, lowering),
    alternativeTo: node.alternativeTo?.text ?? null,
    quota:
      quota === undefined
        ? null
        : {
            value: lowerExpression(quota.value, lowering),
            stage: quota.stage?.text ?? null,
            every: lowerPeriod(quota.every),
          },
    deal: deal === undefined ? null : lowerExpression(deal.value, lowering),
    rates: all("FunnelRate").map((rate) => ({
      from: rate.from.text,
      to: rate.to.text,
      rate: lowerExpression(rate.rate, lowering),
      span: rate.span,
    })),
    mix: all("Mix").flatMap((mix) =>
      mix.parts.map((part) => ({
        share: lowerExpression(part.share, lowering),
        name: part.name.text,
        rate: lowerExpression(part.rate, lowering),
        span: part.span,
      })),
    ),
    cycle: cycle === undefined ? null : lowerDuration(cycle.duration),
    capacity:
      capacity === undefined
        ? null
        : {
            count: lowerExpression(capacity.count, lowering),
            stage: capacity.stage.text,
            every: lowerPeriod(capacity.every),
            reps: lowerExpression(capacity.reps, lowering),
            span: capacity.span,
          },
    rounding: all("Rounding")[0]?.policy ?? "everyStage",
    span: node.span,
  };
}

export function lowerReward(node: RewardNode, lowering: Lowering): Reward {
  return {
    name: node.name.text,
    goals: node.goals?.map((goal) => goal.text) ?? null,
    period: node.period,
    give: requireLiteral(node.give, lowering),
    to: node.to.map((party) => party.text),
    span: node.span,
  };
}
