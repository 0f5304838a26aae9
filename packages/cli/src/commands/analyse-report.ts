import type { Finding, Json, Witness } from "@entente/analysis";
import type { Diagnostic } from "@entente/ir";
import type { ContractFindings } from "../reporters/diagnostics.ts";
import { counted } from "../terminal/counted.ts";
import { printable } from "../terminal/printable.ts";

/** As many open questions are always told; more are counted, unless the caller asks for them. */
const FEW = 3;

/** The findings with their witnesses in words, above what to write instead. */
export function withWitnesses(contract: ContractFindings): ContractFindings {
  return { ...contract, diagnostics: contract.diagnostics.map(withWitness) };
}

function withWitness(diagnostic: Diagnostic | Finding): Diagnostic {
  if (!("witness" in diagnostic) || diagnostic.witness === null) return diagnostic;
  const { help } = diagnostic;
  const shown = `a lead that shows it: ${witnessWords(diagnostic.witness)}`;
  return { ...diagnostic, help: help === undefined ? shown : `${shown}\n${help}` };
}

/** `source = web, budget is missing; contact (channel = call), accept`: what decides, and nothing else. */
export function witnessWords({ shows, events }: Witness): string {
  const fields = Object.entries(shows).map(([name, value]) =>
    value === null ? `${name} is missing` : `${name} = ${valueWords(value)}`,
  );
  const happened = events.map(eventWords).filter((words, index, all) => words !== all[index - 1]);
  const times = happened.map((words) => withCount(words, events.map(eventWords)));
  const parts = [fields.join(", "), times.join(", then ")].filter((part) => part !== "");
  return parts.length === 0 ? "any" : parts.join("; ");
}

function withCount(words: string, all: readonly string[]): string {
  const count = all.filter((other) => other === words).length;
  return count === 1 ? words : `${words} ${count} times`;
}

function eventWords({ event, at: _, ...attributes }: Witness["events"][number]): string {
  const settings = Object.entries(attributes).map(([name, value]) => `${name} = ${valueWords(value)}`);
  return settings.length === 0 ? String(event) : `${event} (${settings.join(", ")})`;
}

function valueWords(value: Json): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string")
    return /^[\p{L}\p{M}\p{Nd}_:.-]+$/u.test(value) ? value : JSON.stringify(value);
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}

/** What could not be proved, one line each: all of it where it is little or asked for, else how much it is. */
export function notProvedLines(contracts: readonly ContractFindings[], verbose: boolean): string {
  const open = contracts.flatMap(({ notProved = [] }) => notProved);
  if (open.length > FEW && !verbose)
    return `not proved: ${counted(open.length, "question")}; --verbose lists them\n`;
  return open
    .map(({ question, reason, span }) => `not proved: ${question}: ${reason} (${span.file}:${span.line})\n`)
    .map(printable)
    .join("");
}
