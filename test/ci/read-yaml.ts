import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A YAML file of the project's root folder, parsed. */
export function readYaml(name: string): unknown {
  return load(readFileSync(root + name, "utf8"));
}

/** The project's root folder, with a slash at its end. */
export const projectFolder = root;
