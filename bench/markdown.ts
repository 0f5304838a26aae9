import type { Comparison } from "./compare.ts";

/** A Markdown table of ratios: how many times slower than the first peer, which is 1. */
export function markdown(title: string, comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(
    ({ name, ratio, quartiles, callsPerSecond }) =>
      `| ${name} | ${short(ratio)} | ${quartiles.map(short).join(" to ")} | ${short(callsPerSecond / 1e6)} |`,
  );
  return [`| ${title} | x | quartiles | million a second |`, "|---|---|---|---|", ...rows, ""].join("\n");
}

function short(value: number): string {
  if (value >= 100) return String(Math.round(value));
  return value < 0.01 ? value.toFixed(4) : value.toPrecision(3);
}
