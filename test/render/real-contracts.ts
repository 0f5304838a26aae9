import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "@entente/dsl";
import type { Policy } from "@entente/ir";
import { HANDOFF } from "../support/contracts.ts";
import { hasShared, SHARED } from "../support/folders.ts";
import { contractsIn, languagePages, wholeContract } from "../support/language-pages.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** The examples of the repository, the contracts beside it where there are any, and those of the language's pages. */
export function realContracts(): readonly (readonly [string, Policy])[] {
  const folders = [
    ...["company-a", "boston-311", "published"].map((name) => join(ROOT, "examples", name)),
    ...(hasShared ? [join(SHARED, "contracts")] : []),
  ];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".sla"))
      .map((name) => [join(folder, name), readFileSync(join(folder, name), "utf8")] as const),
  );
  const examples = languagePages().flatMap(({ name, text }) =>
    contractsIn(text).map((example, index) => [`${name} ${index + 1}`, wholeContract(example)] as const),
  );
  return [["handoff.sla", HANDOFF] as const, ...files, ...examples].flatMap(([name, text]) => {
    const { policy } = compile({ entry: name, text });
    return policy === null ? [] : [[name.replace(`${ROOT}/`, ""), policy] as const];
  });
}
