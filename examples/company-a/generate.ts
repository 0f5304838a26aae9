/**
 * Writes data/leads.csv and data/events.csv: a synthetic year, always the same. With `--check` it writes nothing
 * and exits with 1 where the files are not what it would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportData } from "./generator/export-data.ts";

const folder = import.meta.dirname;
const checking = process.argv.includes("--check");
const files = exportData(readFileSync(join(folder, "situations.txt"), "utf8"));

mkdirSync(join(folder, "data"), { recursive: true });
for (const [name, text] of Object.entries(files)) {
  const path = join(folder, "data", name);
  const rows = text.split("\n").length - 2;
  if (!checking) {
    writeFileSync(path, text);
    console.log(`${name}: ${rows} rows written`);
  } else if (readFileSync(path, "utf8") === text) {
    console.log(`${name}: ${rows} rows, as generated`);
  } else {
    console.error(`${name} is not what generate.ts writes; run: node examples/company-a/generate.ts`);
    process.exitCode = 1;
  }
}
