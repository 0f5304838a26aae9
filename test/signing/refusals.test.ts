import { execFileSync } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { runCli } from "@entente/cli";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HANDOFF } from "../support/contracts.ts";
import { hasSshKeygen, SigningDesk } from "./signing-desk.ts";

const desk = new SigningDesk();
afterAll(() => desk.clear());
const contract = `${HANDOFF}\nrole cmo "Chief marketing officer" of marketing\n`;

describe("what cannot be signed or verified", () => {
  beforeAll(() => {
    desk.file("acme.sla", contract);
    desk.file("broken.sla", contract.replace("employees >= 50", "employes >= 50"));
    desk.file("empty.sla", "");
    desk.file("a-key", "not a key\n");
    chmodSync(join(desk.folder, "a-key"), 0o600);
  });

  const signing: readonly (readonly [string, readonly string[], number, string])[] = [
    ["no key", ["acme.sla", "--role", "cmo"], 3, "required option '--key <file>' not specified"],
    ["no role", ["acme.sla", "--key", "a-key"], 3, "required option '--role <role>' not specified"],
    [
      "a key that is not there",
      ["acme.sla", "--role", "cmo", "--key", "none"],
      3,
      "none: there is no such key; ssh-keygen -t ed25519 makes one",
    ],
    [
      "a role with a slip of the pen",
      ["acme.sla", "--role", "cno", "--key", "a-key"],
      3,
      "the contract has no role or party 'cno'; did you mean 'cmo'?",
    ],
    [
      "a role of another world",
      ["acme.sla", "--role", "emperor", "--key", "a-key"],
      3,
      "there are cmo, marketing and sales",
    ],
    [
      "a day that does not exist",
      ["acme.sla", "--role", "cmo", "--key", "a-key", "--on", "2026-02-30"],
      3,
      '--on: "2026-02-30" is not a day; write it as 2026-01-02',
    ],
    ["a contract with errors", ["broken.sla", "--role", "cmo", "--key", "a-key"], 2, "1 error in broken.sla"],
    ["an empty contract", ["empty.sla", "--role", "cmo", "--key", "a-key"], 2, "2 errors in empty.sla"],
    [
      "a contract that is not there",
      ["none.sla", "--role", "cmo", "--key", "a-key"],
      3,
      "none.sla: there is no such file",
    ],
  ];
  it.each(signing)("signing with %s", async (_, argv, code, message) => {
    const outcome = await desk.sla("sign", ...argv);
    expect({ code: outcome.code, stdout: outcome.stdout }).toEqual({ code, stdout: "" });
    expect(outcome.stderr).toContain(message);
    expect(existsSync(join(desk.folder, `${argv[0]}.signed`))).toBe(false);
  });

  it("verifying without allowed signers", async () => {
    const { code, stdout, stderr } = await desk.sla("verify", "acme.sla");
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toBe(
      "error: allowed_signers: there is no such file; it says whose keys count, one on each line such as `cmo ssh-ed25519 AAAA…`; --allowed-signers names another file\n",
    );
  });

  it("verifying a file for an instant", async () => {
    const { code, stderr } = await desk.sla("verify", "acme.sla", "--at", "2026-01-01");
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: "error: --at asks which version of a folder is in force: name the folder\n",
    });
  });

  it("verifying for a role that the contract does not have", async () => {
    desk.file("any", "");
    const { code, stderr } = await desk.sla(
      "verify",
      "acme.sla",
      "--role",
      "cmoo",
      "--allowed-signers",
      "any",
    );
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: "error: --role: the contract has no role or party 'cmoo'; did you mean 'cmo'?\n",
    });
  });

  it("where a file stands in the place of the folder", async () => {
    desk.file("any", "");
    desk.file("taken.sla", contract);
    desk.file("taken.sla.signed", "");
    const why = "this is a file, where a folder with signatures should be; give it another name";
    for (const argv of [
      ["verify", "taken.sla", "--allowed-signers", "any"],
      ["sign", "taken.sla", "--role", "cmo", "--key", "a-key"],
    ]) {
      const { code, stderr } = await desk.sla(...argv);
      expect({ code, stderr }).toEqual({ code: 3, stderr: `error: taken.sla.signed: ${why}\n` });
    }
  });

  it("without ssh-keygen", async () => {
    let said = "";
    const sink = () =>
      new Writable({
        write(chunk, _encoding, done) {
          said += String(chunk);
          done();
        },
      });
    const code = await runCli(["sign", "acme.sla", "--role", "cmo", "--key", "a-key"], {
      stdin: Readable.from([]),
      stdout: sink(),
      stderr: sink(),
      cwd: desk.folder,
      isTTY: false,
      now: () => 0,
      columns: 100,
      environment: { PATH: desk.folder },
    });
    expect({ code, said }).toEqual({
      code: 3,
      said: "error: ssh-keygen: there is no such program on this machine; it comes with OpenSSH, 8.9 or newer\n",
    });
  });

  describe.skipIf(!hasSshKeygen)("with ssh-keygen", () => {
    it("a file that is no key", async () => {
      const { code, stderr } = await desk.sla("sign", "acme.sla", "--role", "cmo", "--key", "a-key");
      expect(code).toBe(3);
      expect(stderr).toMatch(
        /^error: a-key: ssh-keygen cannot sign with this file \(it says: .+\); name a private SSH key\n$/,
      );
    });

    it("a key with a passphrase that nobody is there to type", async () => {
      const path = join(desk.folder, "locked");
      execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "a passphrase", "-C", "", "-f", path]);
      const { code, stderr } = await desk.sla("sign", "acme.sla", "--role", "cmo", "--key", "locked");
      expect(code).toBe(3);
      expect(stderr).toContain(
        "error: locked: nobody is there to type its passphrase; a key with a passphrase needs a terminal",
      );
      expect(existsSync(join(desk.folder, "acme.sla.signed"))).toBe(false);
    });

    it("a key that others may read", async () => {
      desk.key("open");
      chmodSync(join(desk.folder, "open"), 0o644);
      const { code, stderr } = await desk.sla("sign", "acme.sla", "--role", "cmo", "--key", "open");
      expect({ code, stderr }).toEqual({
        code: 3,
        stderr:
          "error: open: others may read this key, so ssh-keygen does not use it; chmod 600 makes it private\n",
      });
    });

    it("a line of the allowed signers that cannot be read is told", async () => {
      desk.key("marketing");
      await desk.sla("sign", "acme.sla", "--role", "cmo", "--key", "marketing");
      desk.file("signers", "cmo\n");
      const { code, stdout } = await desk.sla("verify", "acme.sla", "--allowed-signers", "signers");
      expect(code).toBe(1);
      expect(stdout).toContain("(ssh-keygen on them: line 1: missing key)");
    });
  });
});
