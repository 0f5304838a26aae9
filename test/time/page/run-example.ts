import { type Engine, runContractTests } from "@entente/engine";
import { contractFor, engineOf } from "./example-contract.ts";
import type { Example } from "./example-tables.ts";

/** Who holds the lead of an example that does not say. */
const OWNER = "rep-1";

/** What came of an example, clause by clause of its outcome: the clause itself where it holds. */
export function runExample(contract: string, example: Example): readonly string[] {
  return isData(example)
    ? runAsData(engineOf(contractFor(contract, example)), example)
    : runAsTest(contract, example);
}

/** A time with `T`, or a date alone, cannot stand in a contract's test: these are rows of data. */
function isData({ happens }: Example): boolean {
  return !happens.every((clause) => /^(at )?\d{4}-\d\d-\d\d \d\d:\d\d|^lead /.test(clause));
}

function runAsTest(contract: string, example: Example): readonly string[] {
  const expectations = example.outcome.map((clause) =>
    clause.startsWith("due ") ? `expect promise ${clause}` : `expect promise is ${clause}`,
  );
  const hasLead = example.happens.some((clause) => clause.startsWith("lead "));
  const lead = hasLead ? [] : [`lead { owner: "${OWNER}" }`];
  const test = [...lead, ...example.happens, ...expectations].join("\n  ");
  const results = runContractTests(
    engineOf(`${contractFor(contract, example)}\ntest "example" {\n  ${test}\n}\n`),
  ).flatMap((one) => one.expectations);
  return results.map(({ status, actual }, index) =>
    status === "passed" ? (example.outcome[index] ?? actual) : actual,
  );
}

function runAsData(engine: Engine, { happens, outcome }: Example): readonly string[] {
  const asOf = happens.find((clause) => clause.startsWith("at "))?.slice(3);
  const events = happens.filter((clause) => !clause.startsWith("at ")).map(rowOf);
  const known = events.flatMap(({ at, recorded }) => [
    instantOf(engine, at),
    instantOf(engine, recorded ?? at),
  ]);
  const at = asOf === undefined ? Math.max(...known.filter(Number.isFinite), 0) : instantOf(engine, asOf);
  const verdict = engine.evaluate({ id: "1", owner: OWNER, events }, { at });
  const clocks = verdict.clocks.filter(({ commitment }) => commitment === "promise");
  const last = clocks.at(-1);
  return outcome.map((clause) => {
    if (!verdict.judged) return "refused";
    if (clause.endsWith("clock") || clause.endsWith("clocks")) return COUNTS[clocks.length] ?? "clocks";
    if (!clause.startsWith("due ")) return last?.status ?? "no clock";
    return instantOf(engine, clause.slice(4)) === last?.due ? clause : `due ${last?.due}`;
  });
}

const COUNTS = ["no clock", "one clock", "two clocks"];

/** A row as another system would write it: `2026-03-06T10:30 contact recorded 2026-03-06T11:00`. */
function rowOf(clause: string): { event: string; at: string; recorded?: string } {
  const [at = "", event = "", word, recorded] = clause.split(" ");
  return word === "recorded" && recorded !== undefined ? { event, at, recorded } : { event, at };
}

/** NaN for a date alone. */
function instantOf(engine: Engine, text: string): number {
  if (!text.includes("T")) return Number.NaN;
  return text.endsWith("Z") ? Date.parse(text) : engine.plan.zone.toInstant(Date.parse(`${text}Z`));
}
