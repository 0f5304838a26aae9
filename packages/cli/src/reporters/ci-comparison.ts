import type { Change } from "@entente/diff";
import { assertNever, type Policy } from "@entente/ir";
import { replayFacts } from "../output/replay-facts.ts";
import type { CiFinding, CiGroup, CiReport } from "./ci-findings.ts";
import type { ComparedContract } from "./comparison.ts";
import { countWords, headingOf, strictnessWords, witnessLines, zoneOf } from "./comparison-words.ts";
import { obstacleWords } from "./obstacles.ts";
import { type ProjectRoot, type Region, regionOf } from "./region.ts";

/** Whether a change, or a contract that was added or removed, must not pass. */
export type Fails = (change: Change | "added" | "removed", contract: ComparedContract) => boolean;

/**
 * What changed between two versions of contracts: a finding for each change, on the lines of the later version. What is
 * no more stands on the contract's first line.
 */
export function comparisonReport(
  contracts: readonly ComparedContract[],
  root: ProjectRoot,
  fails: Fails = () => false,
): CiReport {
  return {
    command: "diff",
    summary: contracts.map(summaryOf).join("; "),
    groups: contracts.map((contract) => {
      const { file, findings } = comparisonFindings(contract, root, fails);
      return { file, findings: [...obstacleFindings(contract, root), ...findings] };
    }),
    notes: contracts.flatMap(replayNotes),
  };
}

function summaryOf({ name, change, comparison }: ComparedContract): string {
  if (comparison === null) return `${name}: the contract was ${change}`;
  if (comparison.changes.length === 0) return `${name}: no change in meaning`;
  const words = strictnessWords(comparison.strictness);
  return `${name}: ${countWords(comparison)}${words === "" ? "" : `, taken together ${words}`}`;
}

export function comparisonFindings(
  contract: ComparedContract,
  root: ProjectRoot,
  fails: Fails = () => false,
): CiGroup {
  const { name, change, comparison, head } = contract;
  const file = fileOf(contract);
  if (comparison === null || head === null) {
    const known = change === "added" || change === "removed";
    return { file: name, findings: known ? [wholeContract(change, contract, root, fails)] : [] };
  }
  return {
    file: name,
    findings: comparison.changes.map((one): CiFinding => {
      const id = idOf(one);
      const serious = id === "diff/breaking" || id === "diff/stricter";
      return {
        level: fails(one, contract) ? "error" : serious ? "warning" : "note",
        id,
        message: messageOf(one),
        help: helpOf(one, head.policy),
        region: placeOf(one, head.policy, file, root),
        fix: null,
      };
    }),
  };
}

/** What stands in the way of a change, on the line of the first change that it is about. */
function obstacleFindings(contract: ComparedContract, root: ProjectRoot): readonly CiFinding[] {
  const { head, name, obstacles } = contract;
  return (obstacles ?? []).map((obstacle): CiFinding => {
    const { problem, help } = obstacleWords(obstacle, name);
    const [first] = "changes" in obstacle ? obstacle.changes : [];
    const file = fileOf(contract);
    return {
      level: "error",
      id: `diff/${obstacle.kind.replaceAll(" ", "-")}`,
      message: problem,
      help,
      region:
        first === undefined || head === null
          ? firstLine(file, root)
          : placeOf(first, head.policy, file, root),
      fix: null,
    };
  });
}

/** What a change would have done to history, in a line or two. */
function replayNotes({ name, replay, head }: ComparedContract): readonly string[] {
  if (replay === null || head === null) return [];
  const { summary, facts } = replayFacts(replay, head.policy);
  const violations = facts.find(({ about }) => about === "violations")?.lines.slice(0, 2) ?? [];
  return [`${name}, on history: ${[summary, ...violations].join("; ")}`];
}

function wholeContract(
  change: "added" | "removed",
  contract: ComparedContract,
  root: ProjectRoot,
  fails: Fails,
): CiFinding {
  return {
    level: fails(change, contract) ? "error" : "warning",
    id: `diff/${change}`,
    message: `the contract was ${change}`,
    help: null,
    region: firstLine(fileOf(contract), root),
    fix: null,
  };
}

/** Names of contracts in folders are without them. */
function fileOf({ name, head }: ComparedContract): string {
  return head?.shown ?? name;
}

function idOf({ breaks, strictness }: Change): string {
  if (breaks.length > 0) return "diff/breaking";
  const kinds = Object.values(strictness);
  if (kinds.includes("stricter")) return "diff/stricter";
  if (kinds.includes("incomparable")) return "diff/incomparable";
  return kinds.includes("looser") ? "diff/looser" : "diff/changed";
}

/** `commitment first_contact, clause 1: changed, was 1 hour, is 2 hours; looser for sales`. */
function messageOf(change: Change): string {
  const { before, after, strictness } = change;
  const words = strictnessWords(strictness);
  return [
    headingOf(change),
    ...(before === null ? [] : [`, was \`${oneLine(before.text)}\``]),
    ...(after === null ? [] : [`, is \`${oneLine(after.text)}\``]),
    ...(words === "" ? [] : [`; ${words}`]),
  ].join("");
}

function helpOf({ reasons, breaks, effect }: Change, policy: Policy): string | null {
  const lines = [...reasons, ...breaks.map((what) => `breaks: ${what}`), ...effectLines(effect, policy)];
  return lines.length === 0 ? null : lines.join("\n");
}

function effectLines(effect: Change["effect"], policy: Policy): readonly string[] {
  switch (effect.kind) {
    case "differs":
      return [
        `a lead that shows it: ${witnessLines(effect.witness, zoneOf(policy)).join("; ")}`,
        `was: ${effect.before}`,
        `is: ${effect.after}`,
      ];
    case "equivalent":
      return ["proved: no lead tells the two versions apart by this"];
    case "undecided":
      return [`open, whether a lead tells them apart: ${effect.reason}`];
    case "not about leads":
      return [];
    default:
      return assertNever(effect);
  }
}

function placeOf({ after }: Change, { sources }: Policy, file: string, root: ProjectRoot): Region {
  if (after === null) return firstLine(file, root);
  return regionOf(after.span, new Map(sources.map((source) => [source.file, source.text])), root);
}

function firstLine(file: string, root: ProjectRoot): Region {
  return { file: root.pathOf(file), line: 1, column: 1, endLine: 1, endColumn: 1 };
}

const longest = 120;

/** A clause on one line; what is long is cut, since it stands in the contract. */
function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").replaceAll("`", "'").trim();
  return line.length <= longest ? line : `${[...line].slice(0, longest - 1).join("")}…`;
}
