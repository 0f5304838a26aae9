import type { Policy } from "@entente/ir";
import type { LanguageCode } from "@entente/render";

/** A number of a policy, by where it stands, and how a language writes it once thousands are not grouped. */
export interface Term {
  readonly path: string;
  readonly written: (language: LanguageCode) => string;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** What is not a term of the agreement: places in the text, tables of the compiler, tests. */
const NO_TERMS = new Set([
  "span",
  "sources",
  "zones",
  "horizon",
  "tests",
  "irVersion",
  "rank",
  "order",
  "days",
]);
/** Keys whose text is an exact decimal. */
const DECIMALS = new Set(["points", "cap", "minimum", "maximum", "percent", "warnAt"]);
const WALL_CLOCK = new Set(["opens", "closes", "minute"]);
const COUNTS = new Set(["day", "missed", "year", "amount"]);
const MINOR_DIGITS: Readonly<Record<string, number>> = { USD: 2, PLN: 2, EUR: 2, JPY: 0, KWD: 3 };

/**
 * Every number, date and time of day of a policy, found without knowing what renders it: a number that this walk does not
 * know fails it, so that nobody adds one to the policy without saying how it is read.
 */
export function termsOf(policy: Policy): Term[] {
  const term = policy.agreement.effective ?? policy.horizon;
  const inTerm = (date: string): boolean => date >= term.from && date <= (term.to ?? policy.horizon.to);
  const terms: Term[] = [];

  function visit(node: Json, path: string, key: string): void {
    if (node === null || typeof node === "boolean") return;
    if (typeof node === "string") {
      if (/^\d{4}-\d{2}-\d{2}$/.test(node)) terms.push(dateTerm(path, node));
      else if (DECIMALS.has(key) && /^-?\d/.test(node)) terms.push(decimalTerm(path, node));
      return;
    }
    if (typeof node === "number") {
      if (WALL_CLOCK.has(key)) terms.push({ path, written: () => wallClock(node) });
      else if (COUNTS.has(key)) terms.push(decimalTerm(path, String(node)));
      else throw new Error(`${path}: nobody has said how this number is to be read`);
      return;
    }
    if (Array.isArray(node)) {
      for (const [index, each] of node.entries()) visit(each, `${path}[${index}]`, key);
      return;
    }
    visitObject(node as JsonObject, path);
  }

  function visitObject(node: JsonObject, path: string): void {
    if (isLiteral(node)) {
      terms.push(...literalTerms(node, path));
      return;
    }
    if ("count" in node && "unit" in node) {
      if (node.count !== 1) terms.push(decimalTerm(`${path}.count`, String(node.count)));
      return;
    }
    if ("name" in node && "date" in node && !inTerm(String(node.date))) return; // a holiday outside the term
    for (const [key, child] of Object.entries(node)) {
      if (NO_TERMS.has(key) || isSaidWithoutANumber(node, key, child)) continue;
      visit(child, `${path}.${key}`, key);
    }
  }

  visit(JSON.parse(JSON.stringify(policy)) as Json, "policy", "");
  return terms;
}

/** Once is not counted, and the day of the trigger has no number. */
function isSaidWithoutANumber(node: JsonObject, key: string, child: Json): boolean {
  if (node.kind === "respond" && key === "times") return JSON.stringify(child).includes('"value":"1"');
  return node.kind === "timeOfDay" && key === "day" && child === 0;
}

function isLiteral({ kind, value, minor, amount }: JsonObject): boolean {
  const simple = ["number", "percent", "text", "boolean", "choice", "date", "instant"];
  return (
    (simple.includes(String(kind)) && value !== undefined) ||
    (kind === "money" && minor !== undefined) ||
    (kind === "duration" && amount !== undefined)
  );
}

function literalTerms(node: JsonObject, path: string): Term[] {
  const value = String(node.value);
  switch (node.kind) {
    case "number":
      return [decimalTerm(path, value)];
    case "percent":
      return [{ path, written: () => `${plain(value)}%` }];
    case "money":
      return [decimalTerm(path, inMajorUnits(Number(node.minor), String(node.currency)))];
    case "duration":
      return [decimalTerm(path, String(node.amount))];
    case "date":
      return [dateTerm(path, value)];
    case "instant": {
      const iso = new Date(Number(node.value)).toISOString();
      return [dateTerm(path, iso.slice(0, 10)), { path, written: () => iso.slice(11, 16) }];
    }
    default:
      return [];
  }
}

const plain = (decimal: string): string => decimal.replace("-", "");

function decimalTerm(path: string, decimal: string): Term {
  return { path, written: () => plain(decimal) };
}

function inMajorUnits(minor: number, currency: string): string {
  const digits = MINOR_DIGITS[currency] ?? 2;
  const scale = 10 ** digits;
  const whole = Math.trunc(minor / scale);
  const rest = minor % scale;
  return rest === 0 ? `${whole}` : `${whole}.${String(rest).padStart(digits, "0")}`;
}

const MONTHS = {
  en: "January February March April May June July August September October November December".split(" "),
  pl: "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split(
    " ",
  ),
};

function dateTerm(path: string, date: string): Term {
  const [year = "", month = "", day = ""] = date.split("-").map((part) => String(Number(part)));
  const written = (language: LanguageCode): string => {
    if (language === "ja" || language === "zh") return `${year}年${month}月${day}日`;
    const name = MONTHS[language][Number(month) - 1];
    return language === "en" ? `${name} ${day}, ${year}` : `${day} ${name} ${year}`;
  };
  return { path, written };
}

function wallClock(minute: number): string {
  const time = minute > 1440 ? minute - 1440 : minute;
  return [Math.floor(time / 60), time % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
