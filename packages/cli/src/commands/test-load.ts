import type { Diagnostic, Policy } from "@entente/ir";
import { type ContractFindings, prettyFindings } from "../reporters/diagnostics.ts";
import { write } from "../terminal/write.ts";
import { loadPolicy } from "./load-policy.ts";
import type { Session } from "./session.ts";

/** A contract as its tests need it. */
export interface LoadedContract {
  readonly file: string;
  /** Null where the contract has errors. */
  readonly policy: Policy | null;
  /** The texts by file: the contract and what it imports. */
  readonly sources: ReadonlyMap<string, string>;
  /** What the compiler says of it; nothing of a compiled policy. */
  readonly diagnostics: readonly Diagnostic[];
  /** Imports that could not be read, as paths from where the contract is named. */
  readonly absent: readonly string[];
}

/**
 * Loads a contract, given as `.sla` text or as compiled JSON. Errors in it are shown on stderr, as `sla check` would.
 *
 * @throws InputError where the file cannot be read, PolicyError where a compiled policy cannot be used
 */
export async function loadForTests(session: Session, file: string): Promise<LoadedContract> {
  if (file.endsWith(".json")) {
    const policy = await loadPolicy(session, file);
    const texts = policy?.sources.map((source) => [source.file, source.text] as const) ?? [];
    return { file, policy, sources: new Map(texts), diagnostics: [], absent: [] };
  }
  const { compileContract } = await import("./compile-contract.ts");
  const { policy, findings } = compileContract(file, session.io.cwd);
  const { sources, diagnostics } = findings;
  if (policy !== null) return { file, policy, sources, diagnostics, absent: [] };
  await write(session.io.stderr, prettyFindings([findings], session.frameStyle("err")));
  return { file, policy, sources, diagnostics, absent: absentImports(findings) };
}

function absentImports({ diagnostics, sources }: ContractFindings): readonly string[] {
  return diagnostics
    .filter(({ id }) => id === "resolve/import-not-found")
    .map(({ span }) => {
      const written = sources.get(span.file)?.slice(span.start, span.end).replaceAll('"', "") ?? "";
      const folder = span.file.includes("/") ? span.file.slice(0, span.file.lastIndexOf("/") + 1) : "";
      return folder + written;
    });
}
