/** Writes the files in data/: a synthetic summer, always the same. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { simulate } from "./simulate.ts";

for (const [name, text] of Object.entries(simulate())) {
  writeFileSync(join(import.meta.dirname, "data", name), text);
  console.log(`${name}: ${text.split("\n").length - 2} rows written`);
}
