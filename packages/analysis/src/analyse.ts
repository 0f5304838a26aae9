import type { Policy } from "@entente/ir";
import { checkCadences } from "./checks/cadences.ts";
import { checkClassification } from "./checks/classification.ts";
import { conditionSites } from "./checks/condition-sites.ts";
import { checkCondition } from "./checks/conditions.ts";
import { checkDeadlines } from "./checks/deadlines.ts";
import { together } from "./checks/result.ts";
import { checkStages } from "./checks/stages.ts";
import { checkTables } from "./checks/tables.ts";
import type { Analysis, Finding, NotProved } from "./finding.ts";
import { createModel } from "./model.ts";
import { checkPromise } from "./promise/check-promise.ts";

/**
 * Proves what can be proved of a policy before a lead arrives: that cases overlap or leave a gap, that conditions never
 * or always hold, that stages cannot be reached, that deadlines contradict one another or cannot be kept, that tables
 * leave values out.
 *
 * What is said to exist is shown by a lead that the engine has confirmed; what is said not to exist does not
 * exist among all valid records. What could not be decided is listed as not proved.
 *
 * @throws InvariantError where the engine and the analysis disagree: a bug of ours
 */
export function analyse(contract: Policy): Analysis {
  const model = createModel(contract);
  const { policy } = model;
  const { findings, notProved } = together([
    ...policy.classes.map((one) => checkClassification(model, one)),
    ...conditionSites(policy).map((site) => checkCondition(model, site)),
    checkStages(model),
    checkDeadlines(model),
    checkCadences(model),
    checkTables(model),
    checkPromise(model),
  ]);
  const inOrder = byPlace(policy);
  return { findings: distinct(findings).toSorted(inOrder), notProved: distinct(notProved).toSorted(inOrder) };
}

type Placed = Finding | NotProved;

function byPlace({ sources }: Policy): (a: Placed, b: Placed) => number {
  const rank = new Map(sources.map(({ file }, index) => [file, index]));
  return ({ span: a }, { span: b }) =>
    (rank.get(a.file) ?? 0) - (rank.get(b.file) ?? 0) || a.start - b.start || a.end - b.end;
}

/** A condition that several clauses share is told once. */
function distinct<T extends Placed>(items: readonly T[]): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = JSON.stringify([
      "id" in item ? item.id : item.question,
      item.span,
      "message" in item ? item.message : "",
    ]);
    return !seen.has(key) && seen.add(key);
  });
}
