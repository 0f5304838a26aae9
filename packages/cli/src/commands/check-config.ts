import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type LintSettings, lintLevels, ruleNames } from "@entente/dsl";
import { nearest } from "@entente/ir";
import { z } from "zod";
import { InputError } from "../input/input-error.ts";
import { listed } from "../terminal/counted.ts";
import { printable } from "../terminal/printable.ts";
import { ChangeSettings } from "./change-rules.ts";
import { whyUnreadable } from "./contract-text.ts";

/** The file beside a contract: which lint rules count, and as what; which changes need whose signature. */
export const configName = "sla.config.json";

const Level = z.enum(lintLevels, {
  error: ({ input }) => `expected ${listed(lintLevels.map(quoted), "or")}, found ${JSON.stringify(input)}`,
});
const Config = z.strictObject({
  lint: z.record(z.string(), Level).default({}),
  changes: ChangeSettings.optional(),
});
type Config = Omit<z.infer<typeof Config>, "lint"> & { readonly lint: LintSettings };

/**
 * Finds the lint settings of contracts: those of `sla.config.json` in a contract's own folder, and none where it has
 * no such file. Each file is read once.
 *
 * @returns a function that throws an InputError where the file cannot be read, is no JSON, or says something else than levels of rules
 */
export function lintConfigs(cwd: string): (contract: string) => LintSettings {
  const read = new Map<string, LintSettings>();
  return (contract) => {
    const file = join(dirname(contract), configName);
    const settings = read.get(file) ?? settingsIn(file, cwd);
    read.set(file, settings);
    return settings;
  };
}

function settingsIn(file: string, cwd: string): LintSettings {
  const text = configText(file, cwd);
  return text === null ? {} : parseConfig(text, file).lint;
}

/**
 * What a settings file says.
 *
 * @param file as it is shown in errors
 * @throws InputError where the text is no JSON, or says something else than settings
 */
export function parseConfig(text: string, file: string): Config {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(printable(file), `this is not JSON (${printable(why)})`);
  }
  const { data, error } = Config.safeParse(json);
  if (error !== undefined) throw new InputError(printable(file), error.issues.map(problem).join("; "));
  const unknown = Object.keys(data.lint).filter((name) => !(ruleNames as readonly string[]).includes(name));
  if (unknown.length > 0) throw new InputError(printable(file), unknown.map(noSuchRule).join("; "));
  return data;
}

/** The text of a settings file; null where there is none. */
export function configText(file: string, cwd: string): string | null {
  try {
    return readFileSync(resolve(cwd, file), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new InputError(printable(file), whyUnreadable(error));
  }
}

function problem(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    return `there is no setting ${listed(issue.keys.map(quoted))}; there are "lint" and "changes"`;
  }
  const place = issue.path.map(String).join(".");
  if (place === "") return 'expected an object such as { "lint": { "unused-event": "off" } }';
  return printable(`${place}: ${issue.message}`);
}

function noSuchRule(name: string): string {
  const near = nearest(name, ruleNames);
  const rules = near === undefined ? `the rules are ${listed(ruleNames)}` : `did you mean "${near}"?`;
  return printable(`lint: there is no rule "${name}"; ${rules}`);
}

function quoted(text: string): string {
  return `"${text}"`;
}
