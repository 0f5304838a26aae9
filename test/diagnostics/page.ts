import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyse, checkHistory } from "@entente/analysis";
import { type Compilation, checkVersions, compile, type LintSettings, ruleNames } from "@entente/dsl";
import { createEngine, createFunnelTally } from "@entente/engine";
import type { Diagnostic, Policy } from "@entente/ir";

/** The folder of the pages on findings. */
export const PAGES = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "docs", "diagnostics");

/** The files of one example, by name; the contract itself is `contract.sla`. */
export type Example = ReadonlyMap<string, string>;

export interface Page {
  readonly id: string;
  readonly text: string;
  readonly headings: readonly string[];
  readonly what: string;
  readonly wrong: Example;
  readonly right: Example;
}

/** Every page in the folder, by id. */
export function allPages(): readonly Page[] {
  const ids = readdirSync(PAGES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: phase }) =>
      readdirSync(join(PAGES, phase)).map((file) => `${phase}/${file.replace(/\.md$/, "")}`),
    );
  return ids.toSorted().map(readPage);
}

function readPage(id: string): Page {
  const text = readFileSync(join(PAGES, `${id}.md`), "utf8");
  const sections = new Map(
    text.split(/^## /m).map((part) => [part.slice(0, part.indexOf("\n")), part.slice(part.indexOf("\n"))]),
  );
  return {
    id,
    text,
    headings: [...text.matchAll(/^#+ .*$/gm)].map(([heading]) => heading),
    what: (sections.get("What") ?? "").trim().replaceAll("\n", " "),
    wrong: exampleIn(sections.get("Wrong") ?? ""),
    right: new Map([...leadsIn(sections.get("Wrong") ?? ""), ...exampleIn(sections.get("Right") ?? "")]),
  };
}

function exampleIn(section: string): Example {
  const blocks = section.matchAll(/^```(?:sla|csv) ?(\S*)\n([\s\S]*?)^```$/gm);
  return new Map([...blocks].map(([, name, text]) => [name || "contract.sla", text ?? ""]));
}

/** Leads that stand beside what is wrong are there beside what is right, too. */
function leadsIn(section: string): Example {
  return new Map([...exampleIn(section)].filter(([name]) => name.endsWith(".csv")));
}

/** What is found in an example. Pages on lint rules see their own rule alone, the others none; pages on promises see the sums, those of the analysis what is proved. */
export function findingsIn(id: string, example: Example): readonly Diagnostic[] {
  const lint: LintSettings = Object.fromEntries(
    ruleNames.map((name) => [name, id === `lint/${name}` ? "warning" : "off"]),
  );
  const compiled = (entry: string) =>
    compile({
      entry,
      text: example.get(entry) ?? "",
      read: (path) => example.get(path) ?? { problem: "there is no such file" },
      lint,
    });
  if (id.startsWith("history/")) return versionFindingsIn([...example.keys()].map(compiled));
  const { diagnostics, policy } = compiled("contract.sla");
  if (policy !== null && id.startsWith("analysis/"))
    return [...diagnostics, ...analyse(policy).findings.filter((found) => found.id.startsWith("analysis/"))];
  if (policy === null || !id.startsWith("promise/")) return diagnostics;
  return [...diagnostics, ...promiseFindingsIn(policy, example)];
}

/** The files of an example as versions of one agreement. */
function versionFindingsIn(versions: readonly Compilation[]): readonly Diagnostic[] {
  const policies = versions.flatMap(({ policy }) => policy ?? []);
  return [...versions.flatMap(({ diagnostics }) => diagnostics), ...checkVersions(policies)];
}

/** What the sums of an agreement show, held against the example's `leads.csv` where it has one. */
function promiseFindingsIn(policy: Policy, example: Example): readonly Diagnostic[] {
  const engine = createEngine(policy);
  const tally = createFunnelTally(engine, Date.UTC(2026, 0, 1));
  const [head = "", ...rows] = (example.get("leads.csv") ?? "").split("\n").filter((line) => line !== "");
  for (const row of rows) {
    const cells = row.split(",");
    const reading = engine.reader.readRow(
      Object.fromEntries(head.split(",").map((column, index) => [column, cells[index] ?? ""])),
    );
    if (reading.ok) tally.add(reading.facts);
  }
  const sums = analyse(policy).findings.filter(({ id }) => id.startsWith("promise/"));
  return [...sums, ...checkHistory(policy, tally.finish())];
}
