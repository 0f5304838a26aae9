import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "@entente/dsl";
import { documentOf, LANGUAGE_CODES, toMarkdown } from "@entente/render";
import { describe, expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "everything");
const text = readFileSync(join(FOLDER, "everything.sla"), "utf8");

/** The words of each language, to be read by those who speak it. */
describe("a contract with one of everything", () => {
  const { policy } = compile({ entry: "everything.sla", text });
  it.each(LANGUAGE_CODES)("reads well in %s", async (language) => {
    if (policy === null) throw new Error("the contract has errors");
    const markdown = toMarkdown(documentOf(policy, { language }));
    await expect(markdown).toMatchFileSnapshot(join(FOLDER, `everything.${language}.md`));
  });
});
