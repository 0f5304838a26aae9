import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HANDOFF } from "../support/contracts.ts";
import { hasSshKeygen, SigningDesk } from "./signing-desk.ts";

const desk = new SigningDesk();
afterAll(() => desk.clear());

const base = `import "./calendars.sla"\n${HANDOFF.replace(/calendar office .*\n/, "")}signature "Head of marketing" as marketing on 2025-12-20\n`;
const amendment = base
  .replace("effective  2026-01-01", "effective  2026-07-01")
  .replace("within 24 hours of handoff", "within 12 hours of handoff");

describe.skipIf(!hasSshKeygen)("an agreement and its amendment (needs ssh-keygen)", () => {
  beforeAll(async () => {
    mkdirSync(join(desk.folder, "acme"));
    desk.key("key", "marketing");
    desk.file("acme/calendars.sla", "calendar office { mon-fri 09:00-17:00 }\n");
    desk.file("acme/first.sla", base);
    desk.file("acme/amended.sla", amendment);
    for (const file of ["acme/first.sla", "acme/amended.sla"])
      await desk.sla("sign", file, "--role", "marketing", "--key", "key", "--on", "2025-12-20");
  });
  const verify = (...argv: readonly string[]) =>
    desk.sla("verify", "acme", "--allowed-signers", "allowed_signers", ...argv);

  const days: readonly (readonly [string, string])[] = [
    ["2025-12-31", "no version is in force"],
    ["2026-01-01", "acme/first.sla is in force"],
    ["2026-06-30", "acme/first.sla is in force"],
    ["2026-07-01", "acme/amended.sla is in force"],
    ["2026-12-31", "acme/amended.sla is in force"],
    ["2027-01-01", "no version is in force"],
    ["2026-07-01T03:59:59Z", "acme/first.sla is in force"],
    ["2026-07-01T04:00:00Z", "acme/amended.sla is in force"],
    ["2026-06-30 24:00", "acme/amended.sla is in force"],
  ];
  it.each(days)("at %s: %s", async (at, said) => {
    const { code, stderr } = await verify("--at", at);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(`^on [0-9-]{10} ${said}\n$`) });
  });

  it("are verified one by one, the earlier first, and now where no instant is given", async () => {
    const { code, stdout, stderr } = await verify();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "on 2026-06-30 acme/first.sla is in force\n" });
    expect(stdout.replaceAll(/[0-9a-f]{64}/g, "…").replaceAll(/SHA256:[\w+/]{43}/g, "SHA256:…")).toBe(
      `acme/first.sla: Lead handoff, 2026-01-01 to 2026-12-31, in force
  terms sha256:…
  marketing  valid        "Head of marketing" on 2025-12-20, key SHA256:…

acme/amended.sla: Lead handoff, 2026-07-01 to 2026-12-31, not in force
  terms sha256:…
  marketing  valid        "Head of marketing" on 2025-12-20, key SHA256:…
`,
    );
  });

  it("say in JSON which is in force", async () => {
    const { stdout } = await verify("--at", "2026-08-01", "--format", "json");
    const { ok, contracts } = JSON.parse(stdout);
    expect(ok).toBe(true);
    expect(contracts.map(({ file, inForce }: { file: string; inForce: boolean }) => [file, inForce])).toEqual(
      [
        ["acme/first.sla", false],
        ["acme/amended.sla", true],
      ],
    );
  });

  it("do not hold together where one is not signed as it stands, or what both import has changed", async () => {
    desk.file("acme/amended.sla", amendment.replace("within 12 hours", "within 6 hours"));
    expect((await verify()).code).toBe(1);
    expect(await desk.statuses("acme", "--allowed-signers", "allowed_signers")).toEqual([
      "marketing valid",
      "marketing stale",
    ]);
    desk.file("acme/amended.sla", amendment);
    desk.file("acme/calendars.sla", "calendar office { mon-fri 09:00-18:00 }\n");
    expect(await desk.statuses("acme", "--allowed-signers", "allowed_signers")).toEqual([
      "marketing stale",
      "marketing stale",
    ]);
  });

  it("must follow each other", async () => {
    desk.file("acme/amended.sla", amendment.replace("2026-07-01", "2026-01-01"));
    const { code, stdout, stderr } = await verify();
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("acme/first.sla:");
    desk.file("acme/amended.sla", amendment);
  });

  it("a folder without an agreement is said to have none", async () => {
    mkdirSync(join(desk.folder, "parts"));
    desk.file("parts/calendars.sla", "calendar office { mon-fri 09:00-17:00 }\n");
    const { code, stderr } = await desk.sla("verify", "parts", "--allowed-signers", "allowed_signers");
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: "error: parts: no contract in this folder declares an `agreement`\n",
    });
  });
});
