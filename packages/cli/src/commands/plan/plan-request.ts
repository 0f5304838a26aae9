import type { Supposition, Unknown } from "@entente/engine";
import { type Funnel, isCalendarDate, nearest, type Policy } from "@entente/ir";
import { listed } from "../../terminal/counted.ts";
import { InvocationError } from "../invocation-error.ts";
import type { PlanOptions } from "./plan-options.ts";
import { type CountWithName, readCount, readMoney, readRate, readStep } from "./read-amount.ts";

/** What one invocation of `sla plan` asks. */
export interface PlanRequest {
  readonly funnels: readonly Funnel[];
  /** The date whose values count; undefined for the first day of the term. */
  readonly on: string | undefined;
  readonly leads: { readonly count: string; readonly stage: string | undefined } | null;
  readonly unknown: Unknown | null;
  /** What to reckon with in place of the contract's own amounts; null where nothing was said. */
  readonly given: Supposition | null;
}

/**
 * Reads the options against the contract that they are about.
 *
 * @param today the date that counts for an agreement without a term, `YYYY-MM-DD`
 * @throws InvocationError that says what to write
 */
export function readRequest(policy: Policy, options: PlanOptions, today: string): PlanRequest {
  const funnels = funnelsAsked(policy, options.funnel);
  const leads = options.leads === undefined ? null : readCount("--leads", options.leads);
  const unknown = options.solve === undefined ? null : readUnknown(options.solve);
  const given = givenBy(policy, options);
  refuseContradictions({ funnels, leads, unknown, given }, options);
  return {
    funnels,
    on: dateAsked(policy, options.on ?? (policy.agreement.effective === null ? today : undefined)),
    leads: leads === null ? null : { count: leads.count, stage: leads.name?.normalize("NFC") },
    unknown,
    given,
  };
}

function refuseContradictions(
  {
    funnels,
    leads,
    unknown,
    given,
  }: Omit<PlanRequest, "leads" | "on"> & { readonly leads: CountWithName | null },
  options: PlanOptions,
): void {
  if ((given !== null || leads !== null || unknown !== null) && funnels.length > 1) {
    throw new InvocationError(
      `this contract has ${funnels.length} funnels: say with --funnel which one is meant (${listed(names(funnels), "or")})`,
    );
  }
  if (unknown !== null && unknown.kind !== "leads" && leads === null) {
    throw new InvocationError(`--solve ${options.solve} needs the leads that there are: add --leads 500 MQL`);
  }
  if (options.format === "csv" && (leads !== null || unknown !== null)) {
    throw new InvocationError(
      "--format csv writes what is needed, row by row: leave --leads and --solve out, or write --format json",
    );
  }
}

function funnelsAsked({ funnels }: Policy, name: string | undefined): readonly Funnel[] {
  if (name === undefined) return funnels;
  const asked = funnels.filter((one) => one.name === name.normalize("NFC"));
  if (asked.length > 0) return asked;
  const near = nearest(name, names(funnels));
  const instead =
    near === undefined
      ? `there ${funnels.length === 0 ? "are none" : `are ${listed(names(funnels))}`}`
      : `did you mean ${near}?`;
  throw new InvocationError(`--funnel: this contract has no funnel ${JSON.stringify(name)}; ${instead}`);
}

function names(funnels: readonly Funnel[]): string[] {
  return funnels.map(({ name }) => name);
}

function dateAsked({ agreement }: Policy, on: string | undefined): string | undefined {
  if (on === undefined) return undefined;
  if (!isCalendarDate(on))
    throw new InvocationError(`--on: expected a date such as 2020-06-30, found ${JSON.stringify(on)}`);
  const { effective } = agreement;
  const outside = effective !== null && (on < effective.from || (effective.to !== null && on > effective.to));
  if (outside) {
    const term = `${effective.from}${effective.to === null ? " on" : ` to ${effective.to}`}`;
    throw new InvocationError(`--on: ${on} lies outside the term of the agreement, ${term}`);
  }
  return on;
}

function readUnknown(text: string): Unknown {
  const word = text.trim();
  if (word === "leads" || word === "revenue" || word === "deal") return { kind: word };
  if (word.startsWith("rate:")) return { kind: "rate", ...readStep("--solve", word.slice("rate:".length)) };
  throw new InvocationError(
    `--solve: expected leads, revenue, deal or a rate such as rate:MQL-SQL, found ${JSON.stringify(text)}`,
  );
}

function givenBy(policy: Policy, { quota, deal, rate }: PlanOptions): Supposition | null {
  if (quota === undefined && deal === undefined && rate === undefined) return null;
  const { currency } = policy.agreement;
  return {
    quota: quota === undefined ? undefined : quotaGiven(policy, quota),
    deal: deal === undefined ? undefined : readMoney("--deal", deal, currency),
    rates: (rate ?? []).map(readRate),
  };
}

/** `25 Customer` counts leads at a stage, everything else is money. */
function quotaGiven(
  { agreement, stages }: Policy,
  words: readonly string[],
): NonNullable<Supposition["quota"]> {
  const text = words.join(" ").trim();
  const last = /^(\S+)\s+(\S+)$/u.exec(text)?.[2]?.normalize("NFC");
  const stage = stages.find(({ name }) => name === last);
  if (stage === undefined) return { value: readMoney("--quota", text, agreement.currency), stage: null };
  return { value: { kind: "number", value: readCount("--quota", words).count }, stage: stage.name };
}
