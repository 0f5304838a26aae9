import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SHARED = fileURLToPath(new URL("../../../../../../shared/", import.meta.url));

/** The published contracts by name; empty where they are not there. */
export function sharedContracts(): readonly (readonly [name: string, text: string])[] {
  const folder = `${SHARED}contracts/`;
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".sla"));
  return names.map((name) => [name, readFileSync(folder + name, "utf8")] as const);
}

/** The examples in the design of the language; where a `…` stands for more, without it. */
export function languageSnippets(): readonly (readonly [name: string, text: string])[] {
  const path = `${SHARED}design/language.md`;
  if (!existsSync(path)) return [];
  const blocks = readFileSync(path, "utf8").matchAll(/```sla\n([\s\S]*?)```/g);
  return [...blocks].map((match, index) => [`snippet ${index + 1}`, (match[1] ?? "").replaceAll("…", "")]);
}
