import type { Expression, RelatedSpan } from "@entente/ir";
import { decide } from "../decide/decide.ts";
import type { Decision } from "../decide/goal.ts";
import type { Analysis } from "../finding.ts";
import { FALSE, TRUE, type TruthSet, UNKNOWN } from "../logic/truth-set.ts";
import type { Model } from "../model.ts";
import { readsOf } from "../space/role-of.ts";
import type { ConditionSite } from "./condition-sites.ts";
import { found, nothingFound, openQuestion, together } from "./result.ts";
import { quoted, samePlace } from "./words.ts";

/**
 * A condition that never holds, or always does where that makes it pointless; else such parts of it, the smallest
 * that are so. What only follows from a define, a stage or a class is reported there.
 */
export function checkCondition(model: Model, site: ConditionSite): Analysis {
  const { condition, what, never, always } = site;
  if (isName(condition)) return nothingFound;
  const canHold = ask(model, site, condition, TRUE);
  if (canHold.kind === "none") {
    return never === null ? nothingFound : neverHolds(model, site, `${what} never holds: ${never}`);
  }
  const canFail = ask(model, site, condition, FALSE | UNKNOWN);
  if (canFail.kind === "none") {
    const pointless = always !== null && readsOf(model, condition).size > 0;
    return pointless ? report("analysis/always", condition, `${what} always holds: ${always}`) : nothingFound;
  }
  return together([
    checkParts(model, site, condition),
    never === null ? nothingFound : openQuestion(canHold, `that ${what} can hold`, condition.span),
    always === null ? nothingFound : openQuestion(canFail, `that ${what} can fail`, condition.span),
  ]);
}

/** The finding on a whole condition, which points at the one part that is to blame where there is one. */
function neverHolds(model: Model, site: ConditionSite, message: string): Analysis {
  const { condition } = site;
  const operands = condition.kind === "and" ? condition.operands : [];
  const dead = operands.find((operand) => ask(model, site, operand, TRUE).kind === "none");
  const related =
    dead === undefined || samePlace(dead.span, condition.span)
      ? []
      : [{ span: dead.span, label: "since this never does" }];
  return report("analysis/never", condition, message, related);
}

/** Parts of `and`, `or` and `not` that are decided whatever the lead. What stays open about a part is not told. */
function checkParts(model: Model, site: ConditionSite, whole: Expression): Analysis {
  if (whole.kind !== "and" && whole.kind !== "or" && whole.kind !== "not") return nothingFound;
  const operands = whole.kind === "not" ? [whole.operand] : whole.operands;
  return together(operands.map((operand) => checkPart(model, site, operand, whole)));
}

function checkPart(model: Model, site: ConditionSite, part: Expression, whole: Expression): Analysis {
  const inner = checkParts(model, site, part);
  if (inner.findings.length > 0 || isName(part) || samePlace(part.span, whole.span)) return inner;
  if (ask(model, site, part, TRUE).kind === "none") {
    return report("analysis/never", part, `${quoted(model, part)} never holds, in ${site.what}`);
  }
  if (ask(model, site, part, FALSE | UNKNOWN).kind === "none") {
    return report("analysis/always", part, `${quoted(model, part)} always holds, in ${site.what}`);
  }
  return nothingFound;
}

/** Names have findings of their own where they are declared. */
function isName({ kind }: Expression): boolean {
  return kind === "define" || kind === "literal" || kind === "stageReached" || kind === "stageIs";
}

function ask(model: Model, { event }: ConditionSite, condition: Expression, truths: TruthSet): Decision {
  return decide(model, { wanted: [{ condition, truths }], event });
}

function report(
  id: "analysis/never" | "analysis/always",
  { span }: Expression,
  message: string,
  related: readonly RelatedSpan[] = [],
): Analysis {
  const label = id === "analysis/never" ? "never holds" : "always holds";
  const places = related.length === 0 ? {} : { related };
  return found({ id, severity: "warning", span, message, label, ...places, witness: null });
}
