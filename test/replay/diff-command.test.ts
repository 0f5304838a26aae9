import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import schema from "../../docs/schemas/comparison.schema.json" with { type: "json" };
import { hasSshKeygen, SigningDesk } from "../signing/signing-desk.ts";

const base = `agreement "Replayed" {
  between marketing and sales;  effective 2026-01-01 to 2026-12-31
  time zone "UTC";  currency EUR
}
role cmo of marketing
role cso of sales
lead { id text key;  employees integer;  owner text optional;  created time }
event handoff
event contact
stage Lead                when employees > 0 at created
stage MQL    after Lead   when employees >= 50 at handoff
classify size {
  large  when employees >= 100  worth €100
  small  otherwise              worth €10.50
}
commitment first_contact { sales must contact within 4 hours of handoff }
goal handovers by marketing { measure count of leads reaching MQL;  at least 2 every month }
`;
const stricter = base
  .replace("within 4 hours", "within 2 hours")
  .replace("employees >= 50", "employees >= 60");

const leads = `id,employees,owner,created
a,55,north,2026-02-01T00:00Z
b,200,south,2026-02-01T00:00Z
c,70,,2026-02-01T00:00Z
d,many,north,2026-02-01T00:00Z
`;
const events = `lead,event,at
a,handoff,2026-02-02T09:00Z
a,contact,2026-02-02T10:00Z
b,handoff,2026-02-02T09:00Z
b,contact,2026-02-02T12:00Z
c,handoff,2026-02-02T09:00Z
`;

const desk = new SigningDesk();
afterAll(() => desk.clear());
desk.file("base.sla", base);
desk.file("head.sla", stricter);
desk.file("layout.sla", base.replaceAll("  ", "   "));
desk.file("leads.csv", leads);
desk.file("events.csv", events);
desk.file("empty.csv", "");
desk.file("header.csv", "id,employees,owner,created\n");
desk.file("shop.sla", base.replace("€10.50", "€12"));

const replay = ["--leads", "leads.csv", "--events", "events.csv", "--at", "2026-03-01 00:00"];

/** What stands behind a heading at the left edge, up to the end. */
function from(text: string, heading: string): string {
  return text.slice(text.indexOf(`\n${heading}`) + 1);
}

describe("sla diff on history", () => {
  it("tells what would have come out differently, and for whom", async () => {
    const { code, stdout, stderr } = await desk.sla("diff", "base.sla", "head.sla", ...replay);
    expect(code).toBe(0);
    expect(from(stdout, "on history")).toBe(
      `on history  2 of 3 leads would have come out differently
  stage       1 lead would be elsewhere: 1 from MQL to Lead
  violations  1 → 2: 1 appear, 0 vanish
              by party: sales +1
              by clause: first_contact +1
              by owner: south +1
  goals       handovers: missed in 1 → 1 of 3 windows; 1 window with other figures, such as 2026-02 3 → 2
  first leads to change
              a: MQL → Lead
              b: first_contact would be violated
  records     1 record cannot be read by either version
`,
    );
    expect(stderr).toContain("replayed as of Sun 2026-03-01 00:00 UTC");
    expect(stderr).toContain("leads.csv:5: employees:");
  });

  it("tells worth in the currency's own digits", async () => {
    const { stdout } = await desk.sla("diff", "base.sla", "shop.sla", ...replay);
    expect(stdout).toContain("2 leads would be worth something else; in all EUR 121 → EUR 124");
    expect(stdout).toContain("a: worth EUR 10.50 → EUR 12");
  });

  it("takes the leads from stdin, once for both versions", async () => {
    const { stdout } = await desk.sla("diff", "base.sla", "head.sla", "--leads", "leads.csv");
    expect(stdout).toContain("of 3 leads would have come out differently");
  });

  it("finds nothing among no leads", async () => {
    const { code, stdout } = await desk.sla("diff", "base.sla", "head.sla", "--leads", "header.csv");
    expect([code, from(stdout, "on history").split("\n")[0]]).toEqual([
      0,
      "on history  0 of 0 leads would have come out differently",
    ]);
  });

  it("is a part of a comment, of JSON that fits its schema, and a line for a build server", async () => {
    const ask = (format: string) =>
      desk.sla("diff", "base.sla", "head.sla", ...replay, "--enforce", "--format", format);
    const markdown = await ask("markdown");
    expect(markdown.stdout).toContain("#### On history\n\n2 of 3 leads would have come out differently.");
    expect(markdown.stdout).toMatch(
      /#### Approval\n\n(- .*\n)?- the signature of a role of sales is missing/,
    );
    const json: unknown = JSON.parse((await ask("json")).stdout);
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect([validate(json), validate.errors]).toEqual([true, null]);
    expect(json).toMatchObject({
      contracts: [
        {
          replay: { violations: { appeared: 1 } },
          obstacles: [{ kind: "approval missing" }, { kind: "approval missing" }],
        },
      ],
    });
    const github = (await ask("github")).stdout;
    expect(github).toMatch(
      /^::error file=head\.sla,line=16,.*title=diff\/approval-missing::the signature of a role of sales/mu,
    );
    expect(github).toContain("head.sla, on history: 2 of 3 leads would have come out differently; 1 → 2");
  });

  it.each([
    ["events without leads", ["--events", "events.csv"], "--events and --people go with --leads"],
    ["events from stdin", ["--leads", "leads.csv", "--events", "-"], "it cannot come from stdin"],
    ["people that nobody declares", ["--leads", "leads.csv", "--people", "x"], "neither version declares"],
    ["an empty file", ["--leads", "empty.csv"], "empty.csv"],
    ["leads that are not there", ["--leads", "no.csv"], "no.csv: there is no such file"],
    ["an instant that is none", ["--leads", "leads.csv", "--at", "soon"], "--at"],
    [
      "signers that are not there",
      ["--enforce", "--allowed-signers", "nobody"],
      "nobody: the list of allowed signers cannot be read",
    ],
    ["signers without --enforce", ["--allowed-signers", "x"], "--allowed-signers goes with --enforce"],
  ])("refuses %s", async (_, options, message) => {
    const { code, stdout, stderr } = await desk.sla("diff", "base.sla", "head.sla", ...options);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain(message);
  });
});

const git = (...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...args], {
    cwd: desk.folder,
    stdio: "pipe",
  });

describe.skipIf(!hasSshKeygen)("sla diff --enforce (needs ssh-keygen)", () => {
  beforeAll(() => {
    desk.key("marketing", "cmo");
    desk.key("sales", "cso");
  });

  it("exits 1 and names the signature that is missing, until it is there", async () => {
    desk.file("new.sla", stricter);
    const enforced = () => desk.sla("diff", "base.sla", "new.sla", "--enforce");
    const missing = await enforced();
    expect(missing.code).toBe(1);
    expect(from(missing.stdout, "not approved")).toContain(
      "the signature of a role of sales is missing (stricter for sales: commitment first_contact, clause 1: changed)",
    );
    expect(missing.stdout).toContain("cso signs the new terms: sla sign new.sla --role cso --key KEY");
    await desk.sla("sign", "new.sla", "--role", "cmo", "--key", "marketing", "--on", "2026-01-02");
    expect((await enforced()).code).toBe(1);
    await desk.sla("sign", "new.sla", "--role", "cso", "--key", "sales", "--on", "2026-01-02");
    const signed = await enforced();
    expect(signed.stdout).not.toContain("a role of sales");
    desk.file("new.sla", stricter.replace("within 2 hours", "within 1 hour"));
    expect((await enforced()).stdout).toContain("the signature of a role of sales is missing");
  });

  it("lets through what is no change", async () => {
    const { code, stdout } = await desk.sla("diff", "base.sla", "layout.sla", "--enforce");
    expect([code, stdout]).toEqual([
      0,
      "layout.sla: no change\n\napproved    nothing stands in the way of this change\n",
    ]);
  });

  it("takes the rules that stand beside the earlier version, in its revision", async () => {
    const folder = join(desk.folder, "sla");
    mkdirSync(folder);
    const rules = { changes: { approvals: {}, "forbidden while in force": ["stricter for sales"] } };
    desk.file("sla/sla.config.json", JSON.stringify(rules));
    desk.file("sla/acme.sla", base);
    git("init", "-q");
    git("add", "sla");
    git("commit", "-q", "-m", "agreed");
    desk.file("sla/sla.config.json", JSON.stringify({ changes: { approvals: {} } }));
    desk.file("sla/acme.sla", stricter);
    const inForce = ["diff", "--against", "HEAD", "sla/acme.sla", "--enforce", "--at"];
    const during = await desk.sla(...inForce, "2026-06-01 12:00");
    expect([during.code, from(during.stdout, "not approved")]).toEqual([
      1,
      expect.stringContaining("this is forbidden while the contract is in force (stricter for sales:"),
    ]);
    expect((await desk.sla(...inForce, "2025-12-31 12:00")).code).toBe(0);
    const revision = await desk.sla("diff", "sla/acme.sla", "HEAD:sla/acme.sla", "--enforce");
    expect([revision.code, revision.stderr]).toEqual([
      3,
      expect.stringContaining("has to be a file on disk"),
    ]);
  });

  it.each([
    ['{ "changes": { "approvals": { "harder for sales": "sales" } } }', 'changes: expected "any change"'],
    ['{ "changes": { "approvals": { "stricter for slaes": "sales" } } }', 'no party or role "slaes"'],
    ['{ "changes": { "approvals": { "breaking": "ceo" } } }', 'no party or role "ceo"'],
    ['{ "changes": { "forbidden while in force": ["change of gaol"] } }', 'did you mean "goal"?'],
    ['{ "changes": { "in flight": "stays" } }', "changes.in flight"],
    ['{ "changes": { "aprovals": {} } }', '"aprovals"'],
    ["not JSON", "this is not JSON"],
  ])("refuses the rules %s", async (rules, message) => {
    mkdirSync(join(desk.folder, "broken"), { recursive: true });
    desk.file("broken/sla.config.json", rules);
    desk.file("broken/a.sla", base);
    desk.file("broken/b.sla", stricter);
    const { code, stderr } = await desk.sla("diff", "broken/a.sla", "broken/b.sla", "--enforce");
    expect(code).toBe(3);
    expect(stderr).toContain("broken/sla.config.json: ");
    expect(stderr).toContain(message);
  });
});
