import { isSame } from "../joint/ask.ts";
import type { Both } from "../strictness/both.ts";
import { conditionPairs, outcomePairs } from "./condition-pairs.ts";
import type { Relevance } from "./relevance.ts";

/** Whether it is proved that no valid lead tells the two versions apart by a change. */
export function isEquivalent(both: Both, relevance: Relevance): boolean {
  const { pairs, alike } = conditionPairs(relevance.before, relevance.after);
  if (alike && pairs.length > 0 && pairs.every((pair) => isSame(both.joint, pair))) return true;
  if (relevance.kind === "classify") return sameCases(both, relevance);
  return false;
}

/** A class that gives every lead the same case, and every case the same worth. */
function sameCases({ base, head, joint }: Both, relevance: Relevance & { readonly name: string }): boolean {
  const { name } = relevance;
  const worths = ({ policy, forms }: Both["base"]) => {
    const cases = policy.classes.find((one) => one.name === name)?.cases ?? [];
    return JSON.stringify(
      cases
        .map((one) => [
          one.name,
          one.worth === null ? null : [one.worth.unit, forms.expression.of(one.worth.value)],
        ])
        .toSorted(),
    );
  };
  if (worths(base) !== worths(head)) return false;
  const pairs = outcomePairs("classify", name, base.policy, head.policy);
  return pairs.length > 0 && pairs.every((pair) => isSame(joint, pair));
}
