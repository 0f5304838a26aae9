import { compare } from "@entente/diff";
import { assertNever, type Policy } from "@entente/ir";
import { type ExitCode, exitCode } from "../../exit-code.ts";
import { comparisonReport, type Fails } from "../../reporters/ci-comparison.ts";
import { ciReport } from "../../reporters/ci-report.ts";
import { type ComparedContract, prettyComparison } from "../../reporters/comparison.ts";
import { jsonComparison } from "../../reporters/comparison-json.ts";
import { markdownComparison } from "../../reporters/comparison-markdown.ts";
import { projectRoot } from "../../reporters/region.ts";
import { write } from "../../terminal/write.ts";
import { contractFiles } from "../contract-files.ts";
import { InvocationError } from "../invocation-error.ts";
import { programVersion } from "../program-version.ts";
import type { Session } from "../session.ts";
import type { DiffOptions } from "./diff-options.ts";
import { enforceChanges } from "./enforce-changes.ts";
import { failsOn } from "./fail-on.ts";
import { openRevision } from "./git.ts";
import { loadVersion } from "./load-version.ts";
import { replayLeads } from "./replay-leads.ts";
import { type FilePair, onDisk, openVersion, pairFiles, sameFileIn } from "./version-source.ts";
import { whichFail } from "./which-fail.ts";

/** Compares versions of contracts and writes what changed on stdout. */
export async function diffContracts(
  session: Session,
  versions: readonly string[],
  options: DiffOptions,
): Promise<ExitCode> {
  const { cwd } = session.io;
  const pairs =
    options.against === undefined ? twoVersions(versions, cwd) : against(options.against, versions, cwd);
  refuseContradictions(options, pairs);
  const contracts: ComparedContract[] = [];
  for (const pair of pairs) {
    const compared = await comparePair(session, pair, options);
    if (compared === null) return exitCode.contract;
    contracts.push(compared);
  }
  const failed = options.failOn !== "none" && failsOn(contracts, options.failOn);
  const fails = failed ? whichFail(options.failOn) : undefined;
  await write(session.io.stdout, reported(session, contracts, options.format, fails));
  const refused = contracts.some(({ obstacles }) => obstacles !== null && obstacles.length > 0);
  return failed || refused ? exitCode.no : exitCode.fine;
}

function refuseContradictions(options: DiffOptions, pairs: readonly FilePair[]): void {
  if (options.leads === undefined && (options.events ?? options.people) !== undefined)
    throw new InvocationError("--events and --people go with --leads, the history that both versions judge");
  if (options.leads !== undefined && pairs.length > 1)
    throw new InvocationError("--leads is the history of one contract: name that contract");
  if (options.allowedSigners !== undefined && options.enforce !== true)
    throw new InvocationError("--allowed-signers goes with --enforce, which looks for signatures");
}

function twoVersions(versions: readonly string[], cwd: string): readonly FilePair[] {
  const [base, head, ...more] = versions;
  if (base === undefined || head === undefined || more.length > 0) {
    throw new InvocationError(
      "two versions are compared: sla diff BASE HEAD. With --against REVISION give the contracts as they are now",
    );
  }
  const [one, other] = [openVersion(base, cwd), openVersion(head, cwd)];
  if (one.isFolder !== other.isFolder)
    throw new InvocationError("a folder is compared with a folder, and a file with a file");
  return pairFiles(one, other);
}

function against(name: string, files: readonly string[], cwd: string): readonly FilePair[] {
  const revision = openRevision(name, cwd);
  return contractFiles(files, cwd).map((path) => ({
    name: path,
    base: sameFileIn(revision, path),
    head: onDisk(path),
  }));
}

async function comparePair(
  session: Session,
  { name, base, head }: FilePair,
  options: DiffOptions,
): Promise<ComparedContract | null> {
  const before = base === null ? null : await loadVersion(session, base);
  const after = head === null ? null : await loadVersion(session, head);
  if ((base !== null && before === null) || (head !== null && after === null)) return null;
  const comparison = before === null || after === null ? null : compare(before, after);
  return {
    name,
    change: before === null ? "added" : after === null ? "removed" : isSame(comparison) ? "same" : "changed",
    comparison,
    parties: partiesOf(before, after),
    base: base === null || before === null ? null : { shown: base.shown, policy: before },
    head: head === null || after === null ? null : { shown: head.shown, policy: after },
    replay:
      options.leads === undefined || before === null || after === null
        ? null
        : await replayLeads(session, before, after, { ...options, leads: options.leads }),
    obstacles:
      options.enforce === true
        ? obstaclesOf(session, { base, head, before, after, comparison }, options)
        : null,
  };
}

interface Pair extends Pick<FilePair, "base" | "head">, Pick<ComparedContract, "comparison"> {
  readonly before: Policy | null;
  readonly after: Policy | null;
}

/** A contract that is new, or no more, has no change to approve: whoever reviews it sees all of it. */
function obstaclesOf(
  session: Session,
  { base, head, before, after, comparison }: Pair,
  options: DiffOptions,
): ComparedContract["obstacles"] {
  if (base === null || head === null || before === null || after === null || comparison === null) return [];
  const change = { base: { file: base, policy: before }, head: { file: head, policy: after }, comparison };
  return enforceChanges(change, options, session.io);
}

function isSame(comparison: ComparedContract["comparison"]): boolean {
  return comparison !== null && comparison.changes.length === 0;
}

function partiesOf(...policies: readonly (Policy | null)[]): readonly string[] {
  return [...new Set(policies.flatMap((policy) => policy?.agreement.between ?? []))];
}

function reported(
  session: Session,
  contracts: readonly ComparedContract[],
  format: DiffOptions["format"],
  fails: Fails | undefined,
): string {
  switch (format) {
    case "pretty":
      return prettyComparison(contracts, session.frameStyle("out"));
    case "json":
      return jsonComparison(contracts);
    case "markdown":
      return markdownComparison(contracts);
    case "sarif":
    case "junit":
    case "github":
      return ciReport(comparisonReport(contracts, projectRoot(session.io), fails), format, programVersion());
    default:
      return assertNever(format);
  }
}
