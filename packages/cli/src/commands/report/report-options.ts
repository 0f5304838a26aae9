/** What `sla report` writes. */
export type ReportFormat = "html" | "markdown" | "ics";

/** The options of `sla report` as they were given; files are relative to the current folder, `-` is stdin. */
export interface ReportOptions {
  /** Needed for every format but `ics`. */
  readonly leads?: string;
  readonly events?: string;
  readonly people?: string;
  readonly attestations?: string;
  readonly at?: string;
  readonly format: ReportFormat;
  readonly output?: string;
  readonly rejects?: string;
  readonly quiet?: boolean;
}
