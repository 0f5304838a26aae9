import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { runCli } from "@entente/cli";
import { LANGUAGE_CODES } from "@entente/render";
import { afterAll, describe, expect, it } from "vitest";

const scratch = mkdtempSync(join(tmpdir(), "rendered-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/** What `sla render` writes for the example. */
async function rendered(language: string, format: string): Promise<string> {
  const output = join(scratch, `${language}.${format}`);
  const code = await runCli(
    ["render", "company-a.sla", "--language", language, "--format", format, "--output", output],
    {
      stdin: Readable.from([]),
      stdout: nowhere(),
      stderr: nowhere(),
      cwd: join(import.meta.dirname, ".."),
      isTTY: false,
      now: () => 0,
      columns: 100,
    },
  );
  expect(code).toBe(0);
  return readFileSync(output, "utf8");
}

// `node examples/company-a/rendered/write.ts` writes the documents anew.
describe.each(LANGUAGE_CODES)("the documents in %s", (language) => {
  it.each([
    ["markdown", "md"],
    ["html", "html"],
  ])("are what sla render writes as %s", async (format, extension) => {
    const shipped = readFileSync(join(import.meta.dirname, `company-a.${language}.${extension}`), "utf8");
    expect(await rendered(language, format)).toBe(shipped);
  });
});
