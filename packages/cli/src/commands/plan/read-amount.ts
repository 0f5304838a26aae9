import type { Literal } from "@entente/ir";
import { currencyDecimals } from "../../output/money.ts";
import { InvocationError } from "../invocation-error.ts";

/** A number with what stands behind it, such as the stage that it counts. */
export interface CountWithName {
  /** An exact decimal. */
  readonly count: string;
  readonly name: string | undefined;
}

const NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/**
 * `500 MQL`, `1,200`, in one word or two.
 *
 * @throws InvocationError that says what to write
 */
export function readCount(option: string, words: readonly string[]): CountWithName {
  const [number = "", name, ...more] = words.join(" ").trim().split(/\s+/);
  if (more.length > 0) {
    throw new InvocationError(
      `${option}: expected a number and a stage, found ${quoted(words.join(" "))}. The contract stands before the options: sla plan company-a.sla ${option} 500 MQL`,
    );
  }
  return { count: decimal(option, number, "a number of leads such as 500 or 1,200"), name };
}

/**
 * An amount of the agreement's currency: `$500,000`, `500000`, `500000 USD`.
 *
 * @throws InvocationError that says what to write
 */
export function readMoney(option: string, text: string, currency: string): Literal {
  const bare = text
    .trim()
    .replace(new RegExp(`^${currency}\\s*|\\s*${currency}$`, "i"), "")
    .trim();
  const symbol = symbolOf(currency);
  const number = bare.startsWith(symbol) ? bare.slice(symbol.length) : bare;
  if (/^0\d|^,/.test(number) || number === "") {
    throw new InvocationError(
      `${option}: ${quoted(text)} is no amount. A shell reads $5 as a name: write 500000, or quote it as '$500,000'`,
    );
  }
  const value = decimal(option, number, `an amount of ${currency} such as 500,000`);
  return { kind: "money", minor: minorOf(option, value, currency), currency };
}

/**
 * `MQL-SQL` as the two stages of a step. A stage may have a `-` of its own only in backticks, so the first one parts them.
 *
 * @throws InvocationError that says what to write
 */
export function readStep(option: string, text: string): { readonly from: string; readonly to: string } {
  const [, from, to] = /^([^-\s]+)(?:-|\s+to\s+)([^-\s]+)$/u.exec(text.trim()) ?? [];
  if (from === undefined || to === undefined)
    throw new InvocationError(`${option}: expected two stages such as MQL-SQL, found ${quoted(text)}`);
  return { from: from.normalize("NFC"), to: to.normalize("NFC") };
}

/**
 * `MQL-SQL=40%`: a rate to reckon with.
 *
 * @throws InvocationError that says what to write
 */
export function readRate(text: string): {
  readonly from: string;
  readonly to: string;
  readonly rate: Literal;
} {
  const [, step = "", number = ""] = /^(.*)=\s*(.*?)\s*%$/u.exec(text) ?? [];
  if (step === "")
    throw new InvocationError(
      `--rate: expected a step and its rate such as MQL-SQL=40%, found ${quoted(text)}`,
    );
  const value = decimal("--rate", number, "a percentage such as 40%");
  if (!(Number(value) > 0 && Number(value) <= 100))
    throw new InvocationError(`--rate: a rate lies above 0% and up to 100%, but this is ${number}%`);
  return { ...readStep("--rate", step), rate: { kind: "percent", value } };
}

function decimal(option: string, text: string, wanted: string): string {
  if (!NUMBER.test(text) || text.length > 30)
    throw new InvocationError(`${option}: expected ${wanted}, found ${quoted(text)}`);
  return text.replaceAll(",", "");
}

function minorOf(option: string, value: string, currency: string): number {
  const digits = currencyDecimals(currency);
  const [whole = "", fraction = ""] = value.split(".");
  if (fraction.length > digits)
    throw new InvocationError(`${option}: ${value} is finer than ${currency}, which has ${digits} decimals`);
  const minor = Number(`${whole}${fraction.padEnd(digits, "0")}`);
  if (!Number.isSafeInteger(minor))
    throw new InvocationError(`${option}: ${value} is too much to count exactly`);
  return minor;
}

function symbolOf(currency: string): string {
  const parts = new Intl.NumberFormat("en", { style: "currency", currency }).formatToParts(0);
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
