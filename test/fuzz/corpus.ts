import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FIXTURES, hasShared, SHARED } from "../support/folders.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Contracts to take pieces from: those of the examples, the fixtures and the language's pages, right and wrong ones. */
export function contractTexts(): readonly string[] {
  const folders = [join(ROOT, "examples"), FIXTURES, ...(hasShared ? [join(SHARED, "contracts")] : [])];
  const files = folders.flatMap((folder) => filesBelow(folder, ".sla"));
  const pages = filesBelow(join(ROOT, "docs"), ".md").flatMap(blocksOf);
  return [...files.map((file) => readFileSync(file, "utf8")), ...pages].filter((text) => text.trim() !== "");
}

function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending) && !path.includes("node_modules"))
    .toSorted()
    .map((path) => join(folder, path));
}

function blocksOf(page: string): readonly string[] {
  return [...readFileSync(page, "utf8").matchAll(/^```sla.*\n([\s\S]*?)^```$/gm)].map(
    ([, text]) => text ?? "",
  );
}
