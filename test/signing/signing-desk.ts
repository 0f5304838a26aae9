import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SlaRun, sla } from "../support/sla.ts";

/** Without this program nothing can be signed, and the tests say so. */
export const hasSshKeygen = spawnSync("ssh-keygen", ["-?"]).error === undefined;

/** A temporary folder with contracts, keys and the list of whose keys count. */
export class SigningDesk {
  readonly folder = mkdtempSync(join(tmpdir(), "sla-signing-"));

  /** Makes a key, and gives it roles where there are some. */
  key(name: string, roles = "", options = ""): string {
    const path = join(this.folder, name);
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path]);
    if (roles !== "") this.allow(name, roles, options);
    return name;
  }

  /** Adds a line to the allowed signers. */
  allow(key: string, roles: string, options = ""): void {
    const [type = "", half = ""] = readFileSync(join(this.folder, `${key}.pub`), "utf8").split(" ");
    const middle = options === "" ? "" : ` ${options}`;
    appendFileSync(join(this.folder, "allowed_signers"), `${roles}${middle} ${type} ${half.trim()}\n`);
  }

  file(name: string, text: string): string {
    writeFileSync(join(this.folder, name), text);
    return name;
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), "utf8");
  }

  sla(...argv: readonly string[]): Promise<SlaRun> {
    return sla(this.folder, argv);
  }

  /** `role status` of each signature that `sla verify` finds. */
  async statuses(...argv: readonly string[]): Promise<readonly string[]> {
    const { stdout, stderr } = await this.sla("verify", ...argv, "--format", "json");
    if (stdout === "") throw new Error(stderr);
    const { contracts } = JSON.parse(stdout) as {
      contracts: { signatures: { role: string; status: string }[] }[];
    };
    return contracts.flatMap(({ signatures }) => signatures.map(({ role, status }) => `${role} ${status}`));
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
