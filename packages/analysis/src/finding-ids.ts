import type { Severity } from "@entente/ir";

/** How grave each kind of finding is that is proved of a single contract. Each has a page in `docs/diagnostics`. */
export const analysisSeverity = {
  "analysis/overlap": "error",
  "analysis/gap": "error",
  "analysis/table-gap": "error",
  "analysis/shadowed": "warning",
  "analysis/never": "warning",
  "analysis/always": "warning",
  "analysis/unreachable": "warning",
  "analysis/contradictory-deadlines": "warning",
  "analysis/tight-cadence": "warning",
} as const satisfies Readonly<Record<`analysis/${string}`, Severity>>;

export type AnalysisId = keyof typeof analysisSeverity;

/** The ids of all of them. */
export const analysisIds = Object.keys(analysisSeverity) as readonly AnalysisId[];
