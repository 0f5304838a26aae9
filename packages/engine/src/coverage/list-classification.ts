import type { Classification, Score, ScoreLine, Stage } from "@entente/ir";
import { isCondition } from "./condition-shape.ts";
import { listCondition, listEvents, listValue } from "./list-conditions.ts";
import { type Listing, listPart } from "./listing.ts";

export function listDefines(listing: Listing): void {
  for (const { name, value } of listing.plan.policy.defines) {
    const of = `define ${name}`;
    if (isCondition(listing.plan, value)) listCondition(listing, value, of);
    else listValue(listing, value, of);
  }
}

export function listClass(listing: Listing, { name, cases }: Classification): void {
  for (const one of cases) {
    listPart(listing, one, "case", name, "case", "was never the case that holds");
    listCondition(listing, one.when, `${name} ${one.name}`);
    listValue(listing, one.worth?.value ?? null, `${name} ${one.name}`);
  }
}

export function listStage(listing: Listing, stage: Stage): void {
  const of = `stage ${stage.name}`;
  listPart(listing, stage, "clause", of, "reached", "was never reached");
  listCondition(listing, stage.when, of);
  listCondition(listing, stage.unless, of);
  listValue(listing, stage.at, of);
}

export function listScore(listing: Listing, score: Score): void {
  const of = `score ${score.name}`;
  for (const line of score.lines) {
    listPart(listing, line, "clause", of, "points", "adds nothing in any test that asks for it");
    listCap(listing, line, of);
    const { basis } = line;
    if (basis.kind === "when") listCondition(listing, basis.condition, of);
    if (basis.kind === "perEvent") listEvents(listing, [basis.match], of, null);
  }
  if (score.resets !== null) {
    const { on, to } = score.resets;
    listing.ledger.list(score.resets, {
      kind: "clause",
      of,
      text: `resets on ${on.event}`,
      side: "reset",
      gap: "takes effect in no test that asks for it",
      span: on.span,
    });
    listEvents(listing, [on], of, null);
    listValue(listing, to, of);
  }
  listBounds(listing, score, of);
}

/** A cap that the points never hit exactly has no value at it. */
function listCap(listing: Listing, line: ScoreLine, of: string): void {
  if (line.cap === null) return;
  const exact = Number.isInteger(Number(line.cap) / Number(line.points));
  if (exact) listPart(listing, line, "boundary", of, "at cap", `was never tried at its cap of ${line.cap}`);
  listPart(listing, line, "boundary", of, "above cap", `was never tried above its cap of ${line.cap}`);
}

function listBounds(listing: Listing, score: Score, of: string): void {
  const list = (words: string, at: string, beyond: string): void => {
    const gap = (side: string): string => `was never tried ${side}`;
    const { span } = score;
    listing.ledger.list(score, {
      kind: "boundary",
      of,
      text: words,
      side: at,
      gap: gap("at its bound"),
      span,
    });
    listing.ledger.list(score, {
      kind: "boundary",
      of,
      text: words,
      side: beyond,
      gap: gap("beyond its bound"),
      span,
    });
  };
  if (score.minimum !== null) list(`never below ${score.minimum}`, "minimum", "below");
  if (score.maximum !== null) list(`never above ${score.maximum}`, "maximum", "above");
}
