import type { Policy } from "@entente/ir";

/** The names of one version that another version uses for something else, each with the name to use instead. */
export interface Renaming {
  readonly define: ReadonlyMap<string, string>;
  readonly score: ReadonlyMap<string, string>;
  readonly class: ReadonlyMap<string, string>;
  readonly stage: ReadonlyMap<string, string>;
}

export type Classified = Pick<Policy, "defines" | "scores" | "classes" | "stages">;

/** A part of a policy with its names replaced wherever an expression uses them. */
export function renamed<T>(part: T, names: Renaming): T {
  return replace(part, names) as T;
}

function replace(part: unknown, names: Renaming): unknown {
  if (Array.isArray(part)) return part.map((one) => replace(one, names));
  if (typeof part !== "object" || part === null) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, replace(value, names)]));
  return withNames(copy, names);
}

function withNames(node: Record<string, unknown>, names: Renaming): Record<string, unknown> {
  const { kind, name, stage } = node;
  switch (kind) {
    case "define":
    case "score":
    case "class":
      return typeof name === "string" ? { ...node, name: names[kind].get(name) ?? name } : node;
    case "stageIs":
    case "stageReached":
      return typeof stage === "string" ? { ...node, stage: names.stage.get(stage) ?? stage } : node;
    default:
      return node;
  }
}
