import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, type LintSettings, ruleNames } from "@entente/dsl";
import type { Diagnostic } from "@entente/ir";

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
    right: exampleIn(sections.get("Right") ?? ""),
  };
}

function exampleIn(section: string): Example {
  const blocks = section.matchAll(/^```sla ?(\S*)\n([\s\S]*?)^```$/gm);
  return new Map([...blocks].map(([, name, text]) => [name || "contract.sla", text ?? ""]));
}

/** What is found in an example. Pages on lint rules see their own rule alone, the others none. */
export function findingsIn(id: string, example: Example): readonly Diagnostic[] {
  const lint: LintSettings = Object.fromEntries(
    ruleNames.map((name) => [name, id === `lint/${name}` ? "warning" : "off"]),
  );
  const { diagnostics } = compile({
    entry: "contract.sla",
    text: example.get("contract.sla") ?? "",
    read: (path) => example.get(path) ?? { problem: "there is no such file" },
    lint,
  });
  return diagnostics;
}
