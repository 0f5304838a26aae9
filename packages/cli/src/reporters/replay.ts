import type { Obstacle, Replay } from "@entente/diff";
import type { Policy } from "@entente/ir";
import { replayFacts } from "../output/replay-facts.ts";
import { wrap } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import type { FrameStyle } from "./code-frame.ts";
import { markdownText } from "./markdown-text.ts";
import { obstacleWords } from "./obstacles.ts";

const indent = 14;

/** What a change would have done to history, as people read it. */
export function prettyReplay(replay: Replay, policy: Policy, { colours, columns }: FrameStyle): string {
  const { summary, facts } = replayFacts(replay, policy);
  const room = Math.max(60, columns) - indent;
  const lines = facts.flatMap(({ about, lines: said }) =>
    said
      .flatMap((line) => wrap(printable(line), room))
      .map((line, index) => `  ${label(index === 0 ? about : "")}${line}`),
  );
  return `${colours.bold("on history")}  ${printable(summary)}\n${lines.map((line) => `${line}\n`).join("")}`;
}

function label(about: string): string {
  const text = printable(about);
  return text.length > indent - 4 ? `${text}\n${" ".repeat(indent)}` : text.padEnd(indent - 2);
}

/** What a change would have done to history, as a part of a comment on a pull request. */
export function markdownReplay(replay: Replay, policy: Policy): string {
  const { summary, facts } = replayFacts(replay, policy);
  const items = facts.map(({ about, lines }) =>
    lines.length === 1
      ? `- **${markdownText(about)}**: ${markdownText(lines[0] ?? "")}`
      : [`- **${markdownText(about)}**`, ...lines.map((line) => `  - ${markdownText(line)}`)].join("\n"),
  );
  return [
    `#### On history`,
    `${markdownText(summary)}.`,
    ...(items.length === 0 ? [] : [items.join("\n")]),
  ].join("\n\n");
}

/** What stands in the way of a change, or that nothing does. */
export function prettyObstacles(
  obstacles: readonly Obstacle[],
  contract: string,
  { colours }: FrameStyle,
): string {
  if (obstacles.length === 0)
    return `${colours.bold("approved")}    nothing stands in the way of this change\n`;
  return obstacles
    .map((obstacle) => {
      const { problem, help } = obstacleWords(obstacle, contract);
      return `${colours.red(colours.bold("not approved"))}  ${printable(problem)}\n${" ".repeat(indent)}${printable(help)}\n`;
    })
    .join("");
}

/** What stands in the way of a change, as a part of a comment on a pull request. */
export function markdownObstacles(obstacles: readonly Obstacle[], contract: string): string {
  const items = obstacles.map((obstacle) => {
    const { problem, help } = obstacleWords(obstacle, contract);
    return `- ${markdownText(problem)}. ${markdownText(help)}`;
  });
  const what = items.length === 0 ? "Nothing stands in the way of this change." : items.join("\n");
  return `#### Approval\n\n${what}`;
}
