import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeReport, written } from "./write-report.ts";

const folder = mkdtempSync(join(tmpdir(), "sla-report-"));
beforeAll(() => writeReport(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(Object.values(written))(
  "%s is what `sla report` writes (node examples/company-a/report/write-report.ts writes it anew)",
  (name) => {
    const text = (path: string) => readFileSync(join(path, name), "utf8");
    expect(text(folder) === text(import.meta.dirname)).toBe(true);
  },
);
