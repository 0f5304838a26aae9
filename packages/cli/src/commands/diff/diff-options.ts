import type { FailOn } from "./fail-on.ts";

/** The options of `sla diff` as given. */
export interface DiffOptions {
  readonly against?: string;
  readonly format: "pretty" | "json" | "markdown" | "sarif" | "junit" | "github";
  /** The default is the word itself. */
  readonly failOn: FailOn | "none";
  /** History that both versions judge: the leads, what happened to them, who holds them. */
  readonly leads?: string;
  readonly events?: string;
  readonly people?: string;
  /** The as-of instant of the replay, and of the question whether the contract is in force. */
  readonly at?: string;
  readonly enforce?: boolean;
  readonly allowedSigners?: string;
}
