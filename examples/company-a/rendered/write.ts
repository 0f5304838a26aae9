import { join } from "node:path";
import { runCli } from "@entente/cli";
import { LANGUAGE_CODES } from "@entente/render";

/** Writes the documents of this folder: the contract in every language, as Markdown and as a page. */
for (const language of LANGUAGE_CODES) {
  for (const [format, extension] of [
    ["markdown", "md"],
    ["html", "html"],
  ] as const) {
    const output = join("rendered", `company-a.${language}.${extension}`);
    process.exitCode ||= await runCli(
      ["render", "company-a.sla", "-l", language, "--format", format, "-o", output],
      {
        stdin: process.stdin,
        stdout: process.stdout,
        stderr: process.stderr,
        cwd: join(import.meta.dirname, ".."),
        isTTY: false,
        now: Date.now,
        columns: 100,
      },
    );
  }
}
