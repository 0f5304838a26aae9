import type { Funnel } from "@entente/ir";
import type { ExpectationOf } from "../contract-tests/finding.ts";
import { planFunnel } from "../funnel/plan-funnel.ts";
import type { Listing } from "./listing.ts";
import { listPart } from "./listing.ts";

type FunnelExpectation = ExpectationOf<"funnelNeeds" | "funnelWorth" | "funnelRate">;

/** Lists what a funnel's sum is made of: its rates and the parts of its mix, or the funnel where it has neither. */
export function listFunnel(listing: Listing, funnel: Funnel): void {
  for (const part of partsOf(funnel))
    listPart(
      listing,
      part,
      "clause",
      `funnel ${funnel.name}`,
      "summed",
      "has no part in any sum that is tested",
    );
}

/** Marks the parts of a funnel that a tested sum depends on: a number of leads on the rates after their stage. */
export function observeFunnel(
  { plan, ledger }: Pick<Listing, "plan" | "ledger">,
  expectation: FunnelExpectation,
): void {
  const funnel = plan.policy.funnels.find(({ name }) => name === expectation.funnel);
  if (funnel === undefined) return;
  const after = expectation.kind === "funnelRate" ? null : stagesFrom(plan.policy, expectation);
  for (const part of partsOf(funnel)) {
    const takesPart = after === null || !("from" in part) || after.has(part.from);
    if (takesPart) ledger.mark(part, "summed");
  }
}

function partsOf(funnel: Funnel): readonly (Funnel | Funnel["rates"][number] | Funnel["mix"][number])[] {
  const parts = [...funnel.rates, ...funnel.mix];
  return parts.length === 0 ? [funnel] : parts;
}

/** The stage and all after it; none where the sum cannot be done. */
function stagesFrom(
  policy: Parameters<typeof planFunnel>[0],
  { funnel, stage }: Exclude<FunnelExpectation, { kind: "funnelRate" }>,
): ReadonlySet<string> {
  try {
    const stages = [...planFunnel(policy, funnel).needs.keys()];
    const place = stages.indexOf(stage);
    return new Set(place < 0 ? [] : stages.slice(place));
  } catch (error) {
    if (error instanceof RangeError) return new Set();
    throw error;
  }
}
