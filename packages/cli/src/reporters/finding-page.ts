import { readFileSync } from "node:fs";

/** Where the pages stand: in an installed package, and in the project. */
const FOLDERS = ["../../docs/diagnostics/", "../../../../docs/diagnostics/"];

/** The page of a kind of finding, Markdown; null where it has none, or the pages are not part of this installation. */
export function findingPage(id: string): string | null {
  for (const folder of FOLDERS) {
    try {
      return readFileSync(new URL(`${folder}${id}.md`, import.meta.url), "utf8");
    } catch {
      // The page may stand in the other folder.
    }
  }
  return null;
}

/** The text under a heading of a page, such as `What`; null where there is no such heading. */
export function pageSection(page: string, heading: string): string | null {
  const [, rest] = page.split(new RegExp(`^## ${heading}\\n`, "m"));
  return rest === undefined ? null : (rest.split(/^## /m)[0] ?? "").trim();
}
