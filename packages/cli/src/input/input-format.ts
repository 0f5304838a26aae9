import { InputError } from "./input-error.ts";
import type { InputFormat } from "./input-row.ts";

const byExtension: ReadonlyMap<string, InputFormat> = new Map([
  ["csv", "csv"],
  ["tsv", "csv"],
  ["jsonl", "jsonl"],
  ["ndjson", "jsonl"],
  ["json", "json"],
]);

/** The format that a file's name tells; null where it tells none. */
export function formatOfName(path: string): InputFormat | null {
  const [, extension = ""] = /\.([^./\\]+)$/.exec(path) ?? [];
  return byExtension.get(extension.toLowerCase()) ?? null;
}

/** The format that the first character tells: a list is JSON, an object JSON Lines, anything else a table. */
export function formatOfText(head: string): InputFormat {
  const [first] = head.trimStart();
  if (first === "[") return "json";
  return first === "{" ? "jsonl" : "csv";
}

/** The format that the user named; throws an InputError where there is none of that name. */
export function formatOfOption(file: string, option: string): InputFormat {
  const known: readonly InputFormat[] = ["csv", "jsonl", "json"];
  const format = known.find((name) => name === option);
  if (format !== undefined) return format;
  throw new InputError(file, `there is no input format ${JSON.stringify(option)}; write csv, jsonl or json`);
}
