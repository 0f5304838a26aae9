/** Which violations make `sla run` exit with 1. */
export type FailOn = "violations" | "late" | "breached" | "none";

/** How `sla run` writes its verdicts. */
export type VerdictFormat = "table" | "jsonl" | "csv";

/** The options of `sla run` as they were given; files are relative to the current folder, `-` is stdin. */
export interface RunOptions {
  readonly leads: string;
  readonly events?: string;
  readonly people?: string;
  readonly attestations?: string;
  readonly at?: string;
  readonly format: VerdictFormat;
  readonly failOn: FailOn;
  readonly rejects?: string;
  readonly limits?: string;
  readonly agreement?: string;
  readonly quiet?: boolean;
}
