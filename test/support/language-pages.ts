import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PAGES = fileURLToPath(new URL("../../docs/language", import.meta.url));

/** The contracts in a page: its blocks marked `sla`. */
export function contractsIn(page: string): string[] {
  return [...page.matchAll(/```sla\n([\s\S]*?)```/gu)].map(([, block = ""]) => block);
}

/** The pages of the reference by name, without the pages that have tests of their own. */
export function languagePages(): { readonly name: string; readonly text: string }[] {
  return readdirSync(PAGES)
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({ name, text: readFileSync(join(PAGES, name), "utf8") }));
}

const [surroundings = ""] = contractsIn(readFileSync(join(PAGES, "README.md"), "utf8"));

/** An example as a whole contract: in the surroundings that the index page shows, unless it has an agreement of its own. */
export function wholeContract(example: string): string {
  if (/^agreement\b/mu.test(example)) return example;
  const own = new Set(headsOf(example));
  const hasStages = [...own].some((head) => head.startsWith("stage "));
  const kept = declarationsOf(surroundings).filter((declaration) => {
    const [head = ""] = headsOf(declaration);
    return !own.has(head) && !(hasStages && head.startsWith("stage "));
  });
  return `${kept.join("\n")}\n${example}`;
}

/** `event handoff`, `lead`, `stage MQL`: what each declaration declares. */
function headsOf(text: string): string[] {
  return [...text.matchAll(/^(lead|agreement|people)\b|^([a-z]+ +[\p{L}\p{Nd}_]+)/gmu)].map(([head]) =>
    head.replace(/ +/u, " "),
  );
}

/** Declarations begin in the first column. */
function declarationsOf(text: string): string[] {
  return text.split(/\n(?=[a-z])/u);
}
