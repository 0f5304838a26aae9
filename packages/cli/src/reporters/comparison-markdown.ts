import type { Change, Place } from "@entente/diff";
import type { Policy } from "@entente/ir";
import { printable } from "../terminal/printable.ts";
import type { ComparedContract } from "./comparison.ts";
import { countWords, forWhom, headingOf, strictnessWords, witnessLines, zoneOf } from "./comparison-words.ts";
import { markdownText } from "./markdown-text.ts";
import { markdownObstacles, markdownReplay } from "./replay.ts";

/** The changes of contracts as a comment on a pull request. */
export function markdownComparison(contracts: readonly ComparedContract[]): string {
  const parts = contracts.flatMap((contract) => [
    markdownContract(contract),
    ...(contract.replay === null || contract.head === null
      ? []
      : [markdownReplay(contract.replay, contract.head.policy)]),
    ...(contract.obstacles === null ? [] : [markdownObstacles(contract.obstacles, contract.name)]),
  ]);
  return `${parts.join("\n\n")}\n`;
}

function markdownContract({ name, change, comparison, base, head }: ComparedContract): string {
  const title = `### ${code(name)}`;
  if (comparison === null || base === null || head === null) return `${title}\n\nThe contract was ${change}.`;
  if (comparison.changes.length === 0) return `${title}\n\nNo change in meaning.`;
  const words = strictnessWords(comparison.strictness);
  const sum = `${countWords(comparison)} since ${code(base.shown)}: ${
    words === "" ? "the same for both sides" : `taken together **${inline(words)}**`
  }.`;
  return [title, sum, ...comparison.changes.map((one) => markdownChange(one, base.policy, head.policy))].join(
    "\n\n",
  );
}

function markdownChange(change: Change, base: Policy, head: Policy): string {
  return [
    `#### ${inline(headingOf(change))}`,
    ...forWhom(change).map((words) => `**For whom**: ${inline(words)}`),
    diffBlock(change, base, head),
    ...change.breaks.map((text) => `**Breaks**: ${inline(text)}`),
    ...effectParagraphs(change, head),
  ].join("\n\n");
}

function diffBlock({ before, after }: Change, base: Policy, head: Policy): string {
  const lines = [
    ...(before === null ? [] : [`- ${printable(clauseOf(before, base))}`]),
    ...(after === null ? [] : [`+ ${printable(clauseOf(after, head))}`]),
  ];
  const longest = Math.max(
    2,
    ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([ticks]) => ticks.length)),
  );
  const fence = "`".repeat(longest + 1);
  return [`${fence}diff`, ...lines, fence].join("\n");
}

function effectParagraphs({ effect }: Change, policy: Policy): readonly string[] {
  switch (effect.kind) {
    case "differs": {
      const lead = witnessLines(effect.witness, zoneOf(policy)).join("; ");
      return [
        `A lead that shows it: ${inline(lead)}`,
        `- was: ${inline(effect.before)}\n- is: ${inline(effect.after)}`,
      ];
    }
    case "equivalent":
      return ["Proved: no lead tells the two versions apart by this."];
    case "undecided":
      return [`Open, whether a lead tells them apart: ${inline(effect.reason)}.`];
    case "not about leads":
      return [];
  }
}

/** The line on which a place lies; the text of a place over several lines, on one. */
function clauseOf({ text, span }: Place, { sources }: Policy): string {
  const source = sources.find(({ file }) => file === span.file)?.text;
  const line = source?.split("\n")[span.line - 1];
  const isWhole = line !== undefined && span.end - span.start <= line.length;
  return isWhole ? line.replace(/\s+/g, " ").trim() : text;
}

/** Words of a contract on one line; what stands in backticks is code already. */
function inline(text: string): string {
  return markdownText(text.replace(/\s+/g, " "));
}

function code(text: string): string {
  const shown = printable(text).replace(/\s+/g, " ");
  return shown.includes("`") ? `\`\` ${shown} \`\`` : `\`${shown}\``;
}
