import { join } from "node:path";
import { analyse } from "@entente/analysis";
import { describe, expect, it } from "vitest";
import { contractsBelow, policyOfFile } from "../support/compiled.ts";
import { hasShared, SHARED } from "../support/folders.ts";
import { isValid } from "./analysed.ts";

const examples = join(import.meta.dirname, "..", "..", "examples");

/** The findings of a contract file; each witness is a valid record. */
function findingsOf(file: string): readonly string[] {
  const policy = policyOfFile(file);
  const { findings } = analyse(policy);
  for (const { witness } of findings) if (witness !== null) expect(isValid(policy, witness)).toBe(true);
  return findings.map(({ id }) => id);
}

/**
 * This page of alternatives promises the same call by tier, by multiples of a tier's time, and by source: each
 * pair holds for one lead, and says so.
 */
const alternatives = "revenue-operations.sla";

describe("the examples", () => {
  it.each(contractsBelow(examples).map((file) => [file.slice(examples.length + 1), file] as const))(
    "%s has only the findings that were looked at by hand",
    (name, file) => {
      const wanted = name.endsWith(alternatives) ? ["analysis/contradictory-deadlines"] : [];
      expect([...new Set(findingsOf(file))]).toEqual(wanted);
    },
  );
});

describe.skipIf(!hasShared)("the published contracts beside the project", () => {
  const files = hasShared ? contractsBelow(join(SHARED, "contracts")) : [];
  it.each(files.map((file) => [file.slice(SHARED.length + 1), file] as const))(
    "%s has no finding",
    (_, file) => {
      expect(findingsOf(file)).toEqual([]);
    },
  );
});
