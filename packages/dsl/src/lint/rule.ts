import type { Diagnostic, Policy } from "@entente/ir";
import type { DeclarationNode } from "../1-syntax/ast/file.ts";
import type { Resolution } from "../2-resolve/resolve.ts";
import type { lintCatalogue } from "../diagnostics/lint.ts";

/** A contract without errors, as the rules see it. */
export interface LintedContract {
  /** Path of the contract itself. What it imports may well declare more than it uses. */
  readonly entry: string;
  /** Of the contract and all it imports. */
  readonly declarations: readonly DeclarationNode[];
  readonly resolution: Resolution;
  readonly policy: Policy;
}

type WithoutPhase<Id> = Id extends `lint/${infer Name}` ? Name : never;
/** Name of a rule as settings write it: its id without the phase, `unused-event`. */
export type RuleName = WithoutPhase<keyof typeof lintCatalogue>;

/** One rule: a pure function of the contract. Its texts stand in the catalogue, its page in `docs/diagnostics/lint`. */
export interface LintRule {
  readonly name: RuleName;
  /** Whether the rule runs where nobody says so: only if a finding is worth everybody's attention. */
  readonly isOn: boolean;
  readonly check: (contract: LintedContract) => readonly Diagnostic[];
}
