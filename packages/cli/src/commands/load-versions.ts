import { breaksHistory, orderVersions, type Policy } from "@entente/ir";
import { InputError } from "../input/input-error.ts";
import { type ContractFindings, prettyFindings } from "../reporters/diagnostics.ts";
import { listed } from "../terminal/counted.ts";
import { printable } from "../terminal/printable.ts";
import { write } from "../terminal/write.ts";
import { compileContract } from "./compile-contract.ts";
import { contractFiles } from "./contract-files.ts";
import { declaresAgreement, identityOf, withVersions } from "./contract-versions.ts";
import { InvocationError } from "./invocation-error.ts";
import type { Session } from "./session.ts";

/**
 * The versions of an agreement, in the order in which they come into force: every contract of a folder that declares an `agreement`. Files without one are
 * libraries, which come in where they are imported. What is wrong is reported on stderr, as `sla check` would.
 *
 * @returns null where a contract has errors, or where they do not follow each other
 * @throws InputError where the folder or a file cannot be read, or where it holds no agreement
 * @throws InvocationError where the folder holds different agreements
 */
export async function loadVersions(session: Session, folder: string): Promise<readonly Policy[] | null> {
  const compiled = contractFiles([folder], session.io.cwd)
    .map((file) => compileContract(file, session.io.cwd))
    .filter(declaresAgreement);
  if (compiled.length === 0)
    throw new InputError(printable(folder), "no contract in this folder declares an `agreement`");
  const policies = compiled.flatMap(({ policy }) => policy ?? []);
  if (policies.length < compiled.length) {
    const wrong = compiled.filter(({ policy }) => policy === null).map(({ findings }) => findings);
    await tell(session, wrong);
    return null;
  }
  requireOneAgreement(folder, policies);
  const { versions, problems } = orderVersions(policies);
  if (!problems.some(breaksHistory)) return versions;
  await tell(session, withVersions(compiled, [folder]));
  return null;
}

function requireOneAgreement(folder: string, policies: readonly Policy[]): void {
  if (new Set(policies.map(identityOf)).size < 2) return;
  const titles = [...new Set(policies.map(({ agreement }) => `"${agreement.title}"`))];
  const which = titles.length > 1 ? `: ${listed(titles)}` : ", between different parties";
  throw new InvocationError(
    `${printable(folder)} holds different agreements${printable(which)}; versions of one agreement share its title and its parties`,
  );
}

async function tell(session: Session, findings: readonly ContractFindings[]): Promise<void> {
  await write(session.io.stderr, prettyFindings(findings, session.frameStyle("err")));
}
