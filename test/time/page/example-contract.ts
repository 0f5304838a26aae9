import { compile } from "@entente/dsl";
import { createEngine, type Engine, type Person } from "@entente/engine";
import type { Example } from "./example-tables.ts";

/** The people whom the page's contract speaks of. */
const PEOPLE: readonly Person[] = [
  { id: "rep-1", hours: "office" },
  { id: "rep-2", hours: "nights" },
];

/** The engine of a contract. Throws where it has errors. */
export function engineOf(text: string): Engine {
  const { policy, diagnostics } = compile({ entry: "page.sla", text });
  if (policy === null) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    throw new Error(`${JSON.stringify(errors, null, 2)}\n${text}`);
  }
  return createEngine(policy, { people: PEOPLE });
}

/** The page's contract without its tests, with an example's promise and, where it is about one, calendar in place of its own. */
export function contractFor(contract: string, { agreed, calendar }: Example): string {
  const promise = `commitment promise ${agreed.startsWith("for ") ? agreed : `{ ${agreed} }`}`;
  const office = `calendar office { ${calendar ?? ""} }`;
  const own = replaceLine(contract.replace(/^test "[\s\S]*?^}$/gm, ""), "commitment promise", promise);
  return calendar === null ? own : replaceLine(own, "calendar office", office);
}

function replaceLine(text: string, start: string, line: string): string {
  const lines = text.split("\n");
  const index = lines.findIndex((one) => one.startsWith(`${start} `));
  if (index < 0) throw new Error(`the contract has no line that begins with "${start}"`);
  return lines.with(index, line).join("\n");
}
