/** Which standings of goals make `sla attain` exit with 1. */
export type FailOnGoals = "missed" | "behind" | "none";

/** How `sla attain` writes what it found. */
export type AttainFormat = "table" | "json" | "csv" | "markdown";

/** The options of `sla attain` as they were given; files are relative to the current folder, `-` is stdin. */
export interface AttainOptions {
  readonly leads: string;
  readonly events?: string;
  readonly people?: string;
  readonly attestations?: string;
  readonly at?: string;
  readonly goal?: string;
  readonly format: AttainFormat;
  readonly failOn: FailOnGoals;
  readonly rejects?: string;
  readonly quiet?: boolean;
}
