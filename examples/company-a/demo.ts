/** Judges the year of Company A against its contract and prints what came of it on one screen. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { styleText } from "node:util";
import { compile } from "@entente/dsl";
import { judge } from "./demo/run-sla.ts";
import { type Style, screen } from "./demo/screen.ts";

const folder = import.meta.dirname;
const contract = "company-a.sla";
const at = "2020-12-31 12:00";
const data = ["--leads", "data/leads.csv", "--events", "data/events.csv"];

const here = "examples/company-a";
const files = `--leads ${here}/data/leads.csv --events ${here}/data/events.csv`;
const check = `npx pnpm@12 sla check ${here}/${contract}`;
const commands = (lead: string) => [
  check,
  `npx pnpm@12 sla run ${here}/${contract} --at "${at}" \\`,
  `  ${files}`,
  `npx pnpm@12 sla explain ${here}/${contract} --lead ${lead} --at "${at}" \\`,
  `  ${files}`,
];

const coloured = process.stdout.isTTY === true && (process.env.NO_COLOR ?? "") === "";
const style: Style = {
  strong: (text) => (coloured ? styleText("bold", text) : text),
  bad: (text) => (coloured ? styleText("red", text) : text),
};

try {
  const { policy } = compile({ entry: contract, read: (path) => readFileSync(join(folder, path), "utf8") });
  if (policy === null) throw new Error(`${contract} has errors; see them with: ${check}`);
  const judged = await judge(folder, [contract, ...data], at);
  console.log(screen({ policy, at, commands, style }, judged));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
