import type { AgreementVerdict, LimitVerdict, Verdict } from "@entente/engine";
import { assertNever } from "@entente/ir";
import type { FailOn } from "./run-options.ts";

/** How many promises over many leads were missed, where `--fail-on` is about these: a missed limit is a breach. */
export function limitFailures(verdicts: readonly LimitVerdict[], failOn: FailOn): number {
  if (failOn === "none" || failOn === "late") return 0;
  return verdicts.filter((verdict) => verdict.status === "breached").length;
}

/** How many promises about the agreement itself were missed, where `--fail-on` is about these. */
export function agreementFailures(verdict: AgreementVerdict, failOn: FailOn): number {
  return failures(verdict, failOn) + limitFailures(verdict.limits, failOn);
}

/** How many violations of a verdict `--fail-on` is about. */
export function failures(verdict: Pick<Verdict, "violations">, failOn: FailOn): number {
  switch (failOn) {
    case "none":
      return 0;
    case "violations":
      return verdict.violations.length;
    case "late":
    case "breached":
      return verdict.violations.filter((clock) => clock.status === failOn).length;
    default:
      return assertNever(failOn);
  }
}
