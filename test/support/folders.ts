import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** The folder of the golden fixtures. */
export const FIXTURES = join(here, "..", "fixtures");

/** Published contracts, cases and data beside the project; absent on most machines, and tests say so. */
export const SHARED = join(here, "..", "..", "..", "shared");
export const hasShared = existsSync(join(SHARED, "contracts"));

/** The cases of a fixture area: one folder each. */
export function casesOf(area: string): { readonly name: string; readonly folder: string }[] {
  const root = join(FIXTURES, area);
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ name: entry.name, folder: join(root, entry.name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
