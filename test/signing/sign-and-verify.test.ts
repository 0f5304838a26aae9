import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HANDOFF } from "../support/contracts.ts";
import { hasSshKeygen, SigningDesk } from "./signing-desk.ts";

const contract = `${HANDOFF}
role cmo "Chief marketing officer" of marketing
role cso "Chief sales officer" of sales
signature "Head of marketing" as cmo on 2026-01-02
signature "Head of sales" as cso on 2026-01-05
`;

const desk = new SigningDesk();
afterAll(() => desk.clear());

const sign = (file: string, role: string, key: string, on: string) =>
  desk.sla("sign", file, "--role", role, "--key", key, "--on", on);

describe.skipIf(!hasSshKeygen)("signing and verifying (needs ssh-keygen)", () => {
  beforeAll(async () => {
    desk.key("marketing", "cmo");
    desk.key("sales", "cso,ceo", 'namespaces="entente-contract"');
    desk.key("stranger");
    desk.file("acme.sla", contract);
    await sign("acme.sla", "cmo", "marketing", "2026-01-02");
    await sign("acme.sla", "cso", "sales", "2026-01-05");
  });

  it("keeps what was signed in a form that can be read", () => {
    expect(readdirSync(join(desk.folder, "acme.sla.signed"))).toEqual([
      "cmo.statement",
      "cmo.statement.sig",
      "cso.statement",
      "cso.statement.sig",
      expect.stringMatching(/^terms-[0-9a-f]{16}\.json$/),
    ]);
    expect(desk.read("acme.sla.signed/cmo.statement").replaceAll(/[0-9a-f]{64}/g, "…")).toBe(
      `Entente signature 1
contract: "Lead handoff"
effective: 2026-01-01 to 2026-12-31
digest: sha256:…
form: 1
terms: sha256:…
role: "cmo"
name: "Head of marketing"
on: 2026-01-02
`,
    );
    expect(desk.read("acme.sla.signed/cmo.statement.sig")).toMatch(/^-----BEGIN SSH SIGNATURE-----\n/);
  });

  it("holds for the contract that was signed", async () => {
    const { code, stdout, stderr } = await desk.sla("verify", "acme.sla");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.replaceAll(/[0-9a-f]{64}/g, "…").replaceAll(/SHA256:[\w+/]{43}/g, "SHA256:…")).toBe(
      `acme.sla: Lead handoff, 2026-01-01 to 2026-12-31
  terms sha256:…
  cmo  valid        "Head of marketing" on 2026-01-02, key SHA256:…
  cso  valid        "Head of sales" on 2026-01-05, key SHA256:…
`,
    );
  });

  describe("a contract that says the same", () => {
    const same: readonly (readonly [string, (text: string) => string])[] = [
      ["laid out otherwise", (text) => text.replaceAll("\n  ", "\n      ").replaceAll(/ {3,}(?=\S)/g, "  ")],
      ["with comments", (text) => text.replaceAll(/\n(?=[a-z])/g, "\n# a remark\n")],
      ["with other ends of lines", (text) => text.replaceAll("\n", "\r\n")],
      ["in another order", (text) => text.replace(/(event accept\n)([\s\S]*?)(event hold\n)/, "$3$2$1")],
      ["in other units", (text) => text.replace("within 24 hours", "within 1440 minutes")],
      ["with another signature", (text) => `${text}signature "A director" as sales on 2026-01-06\n`],
      [
        "with a test",
        (text) => `${text}test "t" { lead { email: "a@b.c" }; at 2026-03-02 10:00; expect stage is Lead }\n`,
      ],
    ];
    it.each(same)("%s is still signed", async (_, rewrite) => {
      const rewritten = rewrite(contract);
      expect(rewritten).not.toBe(contract);
      desk.file("acme.sla", rewritten);
      expect((await desk.statuses("acme.sla")).slice(0, 2)).toEqual(["cmo valid", "cso valid"]);
      desk.file("acme.sla", contract);
    });
  });

  describe("a changed clause", () => {
    const changed: readonly (readonly [string, string, string])[] = [
      ["a deadline", "within 24 hours of handoff", "within 48 hours of handoff"],
      ["a condition", "employees >= 50", "employees > 50"],
      ["a value", "worth $5,000", "worth $5,001"],
      ["an hour of the office", "13:00-17:00", "13:00-17:30"],
      ["a ladder", "at breach               notify owner", "at breach               notify sales"],
      ["the term", "to 2026-12-31", "to 2027-12-31"],
      ["the title", 'agreement "Lead handoff"', 'agreement "Lead hand-off"'],
    ];
    it.each(changed)("%s makes every signature stale", async (_, before, after) => {
      desk.file("acme.sla", contract.replace(before, after));
      expect(await desk.statuses("acme.sla")).toEqual(["cmo stale", "cso stale"]);
      expect((await desk.sla("verify", "acme.sla")).code).toBe(1);
      desk.file("acme.sla", contract);
    });

    it("is named, in the contract's words", async () => {
      desk.file(
        "acme.sla",
        contract
          .replace("within 24 hours of handoff", "within 48 hours of handoff")
          .replace("worth $5,000", "worth $4,000")
          .replace("event hold\n", "event hold\nevent won\n"),
      );
      const { code, stdout } = await desk.sla("verify", "acme.sla", "--role", "cmo");
      expect(code).toBe(1);
      const [named = ""] = stdout.split("  cso ");
      expect(named).toContain("; the contract has changed since\n");
      expect(named.match(/^ {4}\S.*: (added|changed)/gm)).toEqual([
        "    event won: added",
        "    classification kind: changed",
        "    commitment verdict, clause 1: changed",
      ]);
      expect(named).toMatch(/ {6}was {2}.*\$5,000\n {6}is {3}.*\$4,000\n/);
      expect(named).toMatch(/ {6}was {2}.*24 hours.*\n {6}is {3}.*48 hours/);
      const json = JSON.parse((await desk.sla("verify", "acme.sla", "--format", "json")).stdout);
      expect(json).toMatchObject({ version: 1, ok: false });
      const [{ signatures, digest, form, ok }] = json.contracts;
      expect({ digest, form, ok }).toEqual({ digest: expect.stringMatching(/^sha256:/), form: 1, ok: false });
      expect(signatures[0].changes).toContainEqual(
        expect.objectContaining({ kind: "commitment", path: ["verdict", "1"], change: "changed" }),
      );
      desk.file("acme.sla", contract);
    });

    it("is signed anew by one side after the other, and the old terms go", async () => {
      desk.file("renewed.sla", contract);
      await sign("renewed.sla", "cmo", "marketing", "2026-01-02");
      await sign("renewed.sla", "cso", "sales", "2026-01-05");
      desk.file("renewed.sla", contract.replace("within 24 hours of handoff", "within 12 hours of handoff"));
      expect((await sign("renewed.sla", "cmo", "marketing", "2026-02-01")).stderr).toBe(
        'the contract says "Head of marketing" as cmo on 2026-01-02: mend it, or sign with --name and --on\n',
      );
      expect(await desk.statuses("renewed.sla")).toEqual(["cmo valid", "cso stale"]);
      const last = await sign("renewed.sla", "cso", "sales", "2026-01-05");
      expect(last.stderr).toMatch(
        /^removed renewed\.sla\.signed\/terms-[0-9a-f]{16}\.json: no signature speaks/,
      );
      expect(await desk.statuses("renewed.sla")).toEqual(["cmo valid", "cso valid"]);
    });
  });

  describe("who signed", () => {
    it("counts only with a key that has the role", async () => {
      desk.file("keys.sla", contract);
      await sign("keys.sla", "cmo", "sales", "2026-01-02");
      await sign("keys.sla", "cso", "stranger", "2026-01-05");
      const { code, stdout } = await desk.sla("verify", "keys.sla");
      expect(code).toBe(1);
      expect(stdout).toMatch(
        / cmo {2}wrong key .*; its key counts for cso, ceo only; the contract|its key counts for cso, ceo only\n/,
      );
      expect(stdout).toMatch(
        / cso {2}unknown key .*; its key is not among the allowed signers on 2026-01-05\n/,
      );
    });

    it("counts only while the key does", async () => {
      desk.file("later.sla", contract);
      desk.key("former", "cmo", 'valid-before="20260601"');
      await sign("later.sla", "cmo", "former", "2026-05-31");
      expect(await desk.statuses("later.sla", "--role", "cmo")).toEqual(["cmo valid"]);
      await sign("later.sla", "cmo", "former", "2026-06-02");
      expect(await desk.statuses("later.sla", "--role", "cmo")).toEqual(["cmo unknown key"]);
    });

    it("counts only where the key is given for contracts", async () => {
      desk.file("purpose.sla", contract);
      desk.key("committer", "cmo", 'namespaces="git"');
      await sign("purpose.sla", "cmo", "committer", "2026-01-02");
      const { stdout } = await desk.sla("verify", "purpose.sla", "--role", "cmo");
      expect(stdout).toContain("its key is not given for contracts (namespaces) in the allowed signers");
    });

    it("must be everybody that the contract, or the one who asks, names", async () => {
      desk.file("half.sla", contract);
      await sign("half.sla", "cmo", "marketing", "2026-01-02");
      expect(await desk.statuses("half.sla")).toEqual(["cmo valid", "cso missing"]);
      expect(await desk.statuses("half.sla", "--role", "cmo")).toEqual(["cmo valid"]);
      expect(await desk.statuses("half.sla", "--role", "cmo", "--role", "marketing")).toEqual([
        "cmo valid",
        "marketing missing",
      ]);
    });

    it("stays necessary where the declaration is taken away after the first signature", async () => {
      desk.file("half.sla", contract.replace(/signature .* as cso .*\n/, ""));
      expect(await desk.statuses("half.sla")).toEqual(["cmo valid", "cso missing"]);
    });

    it("is nobody where nobody has signed", async () => {
      desk.file("unsigned.sla", HANDOFF);
      const { code, stdout } = await desk.sla("verify", "unsigned.sla");
      expect(code).toBe(1);
      expect(stdout).toContain("  nobody has signed\n");
    });
  });

  describe("a statement that was signed by hand, over an earlier form of the terms", () => {
    const byHand = (edit: (statement: string) => string) => {
      const file = join(desk.folder, "hand.sla.signed/cmo.statement");
      const statement = edit(desk.read("hand.sla.signed/cmo.statement"));
      desk.file("hand.sla.signed/cmo.statement", statement);
      rmSync(`${file}.sig`);
      const key = join(desk.folder, "marketing");
      execFileSync("ssh-keygen", ["-q", "-Y", "sign", "-f", key, "-n", "entente-contract", file], {
        stdio: "pipe",
      });
    };
    const earlier = (statement: string) => {
      const [, kept = ""] =
        /terms-([0-9a-f]{16})/.exec(readdirSync(join(desk.folder, "hand.sla.signed")).join()) ?? [];
      return statement
        .replace("form: 1", "form: 0")
        .replace(/digest: sha256:.*/, `digest: sha256:${kept}${"0".repeat(48)}`);
    };

    it("holds where the terms that it kept are those of the contract", async () => {
      desk.file("hand.sla", contract);
      await sign("hand.sla", "cmo", "marketing", "2026-01-02");
      byHand(earlier);
      expect(await desk.statuses("hand.sla", "--role", "cmo")).toEqual(["cmo valid"]);
      desk.file("hand.sla", contract.replace("worth $5,000", "worth $5,001"));
      expect(await desk.statuses("hand.sla", "--role", "cmo")).toEqual(["cmo stale"]);
    });
  });

  describe("what was tampered with", () => {
    const files = () => {
      desk.file("t.sla", contract);
      return sign("t.sla", "cmo", "marketing", "2026-01-02");
    };
    const only = () => desk.statuses("t.sla", "--role", "cmo");

    const tampered: readonly (readonly [string, () => void, string])[] = [
      ["the day", () => change("cmo.statement", "on: 2026-01-02", "on: 2026-01-03"), "cmo altered"],
      ["the digest", () => change("cmo.statement", /digest: sha256:./, "digest: sha256:0"), "cmo altered"],
      [
        "the form of the statement",
        () => change("cmo.statement", "signature 1", "signature 2"),
        "cmo altered",
      ],
      ["the signature", () => change("cmo.statement.sig", /\n.{10}/, "\nAAAAAAAAAA"), "cmo altered"],
      ["an empty signature", () => void desk.file("t.sla.signed/cmo.statement.sig", ""), "cmo altered"],
      ["no signature", () => rmSync(join(desk.folder, "t.sla.signed/cmo.statement.sig")), "cmo missing"],
      ["ends of lines", () => change("cmo.statement", /\n/g, "\r\n"), "cmo valid"],
    ];
    const change = (name: string, from: string | RegExp, to: string) =>
      void desk.file(`t.sla.signed/${name}`, desk.read(`t.sla.signed/${name}`).replace(from, to));

    it.each(tampered)("%s", async (_, tamper, status) => {
      await files();
      tamper();
      expect(await only()).toEqual([status]);
    });

    it("nothing, where a checkout changed the ends of all lines: the terms are still known", async () => {
      await files();
      for (const name of readdirSync(join(desk.folder, "t.sla.signed"))) change(name, /\n/g, "\r\n");
      desk.file("t.sla", contract.replace("worth $5,000", "worth $9,000").replaceAll("\n", "\r\n"));
      const { stdout } = await desk.sla("verify", "t.sla", "--role", "cmo");
      expect(stdout).toContain("    classification kind: changed");
      rmSync(join(desk.folder, "t.sla.signed"), { recursive: true });
    });

    it("a statement does not count for another role", async () => {
      await files();
      desk.file("t.sla.signed/cso.statement", desk.read("t.sla.signed/cmo.statement"));
      desk.file("t.sla.signed/cso.statement.sig", desk.read("t.sla.signed/cmo.statement.sig"));
      expect(await desk.statuses("t.sla")).toEqual(["cmo valid", "cso altered"]);
      rmSync(join(desk.folder, "t.sla.signed/cso.statement"));
    });

    it("a statement does not count for another contract", async () => {
      await files();
      desk.file("other.sla", contract.replace("worth $5,000", "worth $9,000"));
      rmSync(join(desk.folder, "other.sla.signed"), { recursive: true, force: true });
      await sign("other.sla", "cso", "sales", "2026-01-05");
      desk.file("other.sla.signed/cmo.statement", desk.read("t.sla.signed/cmo.statement"));
      desk.file("other.sla.signed/cmo.statement.sig", desk.read("t.sla.signed/cmo.statement.sig"));
      expect(await desk.statuses("other.sla")).toEqual(["cmo stale", "cso valid"]);
    });

    it("terms that are not those that were signed name no change", async () => {
      await files();
      const [terms = ""] = readdirSync(join(desk.folder, "t.sla.signed")).filter((name) =>
        name.startsWith("terms"),
      );
      change(terms, "employees", "employeez");
      desk.file("t.sla", contract.replace("worth $5,000", "worth $9,000"));
      const { stdout } = await desk.sla("verify", "t.sla", "--role", "cmo");
      expect(stdout).toContain("the terms that were signed are not in the folder");
    });
  });
});
