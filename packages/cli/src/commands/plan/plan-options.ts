/** How `sla plan` writes its figures. */
export type PlanFormat = "table" | "json" | "csv" | "markdown";

/** The options of `sla plan` as they were given. */
export interface PlanOptions {
  readonly funnel?: string;
  readonly on?: string;
  readonly year?: true;
  readonly format: PlanFormat;
  /** `500 MQL` as one word or two. */
  readonly leads?: readonly string[];
  readonly quota?: readonly string[];
  readonly deal?: string;
  readonly rate?: readonly string[];
  readonly solve?: string;
}
