import type { Change, Comparison, Obstacle, Place, Replay } from "@entente/diff";
import { assertNever, type Policy } from "@entente/ir";
import { wrap } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import type { FrameStyle } from "./code-frame.ts";
import { countWords, forWhom, headingOf, strictnessWords, witnessLines, zoneOf } from "./comparison-words.ts";
import { prettyObstacles, prettyReplay } from "./replay.ts";
import { sourceLine } from "./source-line.ts";

/** A version of a contract as it was read. */
export interface ComparedVersion {
  /** As output names it: `main:sla/acme.sla`. */
  readonly shown: string;
  readonly policy: Policy;
}

/** What became of one contract between two versions. `comparison` is null where only one version has it. */
export interface ComparedContract {
  readonly name: string;
  readonly change: "same" | "changed" | "added" | "removed";
  readonly comparison: Comparison | null;
  /** The two sides, of either version. */
  readonly parties: readonly string[];
  readonly base: ComparedVersion | null;
  readonly head: ComparedVersion | null;
  /** What the change would have done to history; null where none was given. */
  readonly replay: Replay | null;
  /** What stands in the way of the change; null where nobody asked. */
  readonly obstacles: readonly Obstacle[] | null;
}

/** The changes of contracts as people read them: for whom each is stricter, its lines, a lead that shows it. */
export function prettyComparison(contracts: readonly ComparedContract[], style: FrameStyle): string {
  return contracts
    .map((contract) =>
      [
        prettyContract(contract, style),
        ...(contract.replay === null || contract.head === null
          ? []
          : [prettyReplay(contract.replay, contract.head.policy, style)]),
        ...(contract.obstacles === null ? [] : [prettyObstacles(contract.obstacles, contract.name, style)]),
      ].join("\n"),
    )
    .join("\n");
}

function prettyContract(contract: ComparedContract, style: FrameStyle): string {
  const { colours } = style;
  const { comparison, base, head } = contract;
  const title = colours.bold(printable(contract.name));
  if (comparison === null || base === null || head === null)
    return `${title}: the contract was ${contract.change}\n`;
  if (comparison.changes.length === 0) return `${title}: no change\n`;
  const words = strictnessWords(comparison.strictness);
  const sum = `${title}: ${countWords(comparison)} since ${printable(base.shown)}`;
  const whole = words === "" ? "the same for both sides" : `taken together ${words}`;
  const changes = comparison.changes.map((change) => prettyChange(change, base, head, style));
  return `${sum}\n${printable(whole)}\n\n${changes.join("\n")}`;
}

function prettyChange(
  change: Change,
  base: ComparedVersion,
  head: ComparedVersion,
  style: FrameStyle,
): string {
  const { colours } = style;
  const lines = [
    colours.bold(printable(headingOf(change))),
    ...forWhom(change).map((words) => `  for     ${printable(words)}`),
    ...placed(change.before, base, style, "-"),
    ...placed(change.after, head, style, "+"),
    ...change.breaks.map((words) => `  ${colours.yellow("breaks")}  ${printable(words)}`),
    ...effectLines(change, head.policy).map(printable),
  ];
  const room = Math.max(60, style.columns);
  return `${lines.flatMap((line) => folded(line, room)).join("\n")}\n`;
}

/** A long line goes on below its words; lines of the contract are cut already. */
function folded(line: string, room: number): readonly string[] {
  if (!/^ {2}(?:lead|was|is|for) /.test(line)) return [line];
  const [first = "", ...more] = wrap(line.slice(10), room - 10);
  return [`${line.slice(0, 10)}${first}`, ...more.map((rest) => `${" ".repeat(10)}${rest}`)];
}

/** The line on which a place starts, as the version has it, underlined where the two differ. */
function placed(
  place: Place | null,
  { shown, policy }: ComparedVersion,
  { colours, columns }: FrameStyle,
  sign: "+" | "-",
): readonly string[] {
  if (place === null) return [];
  const { span } = place;
  const source = policy.sources.find(({ file }) => file === span.file)?.text;
  const isEntry = policy.sources.at(-1)?.file === span.file;
  if (source === undefined) return [`  ${sign} ${printable(place.text)}`];
  const line = sourceLine(source, span, Math.max(40, columns - 10));
  const colour = sign === "+" ? colours.green : colours.red;
  const number = String(span.line).padStart(5);
  return [
    ...(isEntry ? [] : [colours.dim(`  ${printable(`${shown}, ${span.file}`)}:${span.line}:${span.column}`)]),
    `${colours.dim(number)} ${colour(sign)} ${line.text.trimEnd()}`,
    `${" ".repeat(8)}${" ".repeat(line.from)}${colour("^".repeat(line.width))}`,
  ];
}

function effectLines({ effect }: Change, policy: Policy): readonly string[] {
  switch (effect.kind) {
    case "differs": {
      const [first = "", ...more] = witnessLines(effect.witness, zoneOf(policy));
      return [
        `  lead    ${[first, ...more].join("; ")}`,
        `  was     ${effect.before}`,
        `  is      ${effect.after}`,
      ];
    }
    case "equivalent":
      return ["  proved  no lead tells the two versions apart by this"];
    case "undecided":
      return [`  open    whether a lead tells them apart: ${effect.reason}`];
    case "not about leads":
      return [];
    default:
      return assertNever(effect);
  }
}
