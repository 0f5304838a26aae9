import { checkCatalogue } from "./check.ts";
import type { Catalogue } from "./define.ts";
import { historyCatalogue } from "./history.ts";
import { lintCatalogue } from "./lint.ts";
import { lowerCatalogue } from "./lower.ts";
import { resolveCatalogue } from "./resolve.ts";
import { syntaxCatalogue } from "./syntax.ts";

/** Every finding about a contract that there is, by id, phase after phase. */
export const catalogue: Catalogue = {
  ...syntaxCatalogue,
  ...resolveCatalogue,
  ...checkCatalogue,
  ...lowerCatalogue,
  ...lintCatalogue,
  ...historyCatalogue,
};

/** The ids of all findings. Each has a page in `docs/diagnostics`. */
export const diagnosticIds: readonly string[] = Object.keys(catalogue);
