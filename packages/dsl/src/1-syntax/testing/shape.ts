import type { SyntaxNode } from "../ast/node.ts";

/** A node without its spans, names and texts as strings: what a test compares. */
export function shapeOf(node: SyntaxNode): unknown {
  return strip(node);
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== "object" || value === null) return value;
  if ("kind" in value && value.kind === "Name" && "text" in value) return value.text;
  if ("kind" in value && value.kind === "Text" && "value" in value) return `"${value.value}"`;
  const parts = Object.entries(value).filter(([key]) => key !== "span");
  return Object.fromEntries(parts.map(([key, part]) => [key, strip(part)]));
}
