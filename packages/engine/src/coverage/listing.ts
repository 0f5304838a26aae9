import type { Span } from "@entente/ir";
import { sourceText } from "../explain/source-text.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import type { CoverageKind } from "./coverage.ts";
import type { CoverageLedger } from "./ledger.ts";
import type { Boundaries } from "./recording.ts";

/** What there is to exercise is listed into the ledger before any test runs. */
export interface Listing {
  readonly plan: ExpressionPlan;
  readonly ledger: CoverageLedger;
  readonly boundaries: Boundaries;
}

/** Lists one side of a part of the contract, told in the words that its span covers. */
export function listPart(
  { plan, ledger }: Listing,
  part: { readonly span: Span },
  kind: CoverageKind,
  of: string,
  side: string,
  gap: string,
): void {
  ledger.list(part, { kind, of, text: sourceText(plan.policy, part.span), side, gap, span: part.span });
}
