import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demandContract, lastYearCsv } from "./testing/demand-contract.ts";
import { Desk } from "./testing/desk.ts";
import { eventsCsv, handoffContract, leadsCsv } from "./testing/handoff-contract.ts";

const page = readFileSync(new URL("../../../../docs/cli.md", import.meta.url), "utf8");
const sessions = [...page.matchAll(/```console\n\$ sla (.+)\n([\s\S]*?)```/g)].map(
  ([, command = "", output = ""]) => [command, output] as const,
);

const desk = new Desk();
afterAll(() => desk.clear());
desk.file("handoff.sla", handoffContract);
desk.file("slow.sla", handoffContract.replace("09:45   contact", "11:45   contact"));
desk.file(
  "draft.sla",
  handoffContract
    .replace("employees >= 50", "employes >= 50")
    .replace("1 business hour of handoff", "1 business hour of handof")
    .replace("+10 when wants_contact", "+10 when employees >= $50"),
);
desk.file(
  "proposal.sla",
  handoffContract
    .replace("within 1 business hour", "within 30 business minutes")
    .replace("source is referral   worth $5,000", "source is referral   worth $4,000"),
);
desk.file("leads.csv", leadsCsv);
desk.file("demand.sla", demandContract);
desk.file("last-year.csv", lastYearCsv);
desk.file("events.csv", eventsCsv);

const hasSshKeygen = spawnSync("ssh-keygen", ["-?"]).error === undefined;

/** A key whose holder may sign for both sides, and a contract that was changed after it was signed. */
beforeAll(async () => {
  if (!hasSshKeygen) return;
  const key = join(desk.folder, "key");
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key]);
  desk.file("allowed_signers", `marketing,sales ${readFileSync(`${key}.pub`, "utf8")}`);
  desk.file("amended.sla", handoffContract);
  await desk.sla(["sign", "amended.sla", "--role", "marketing", "--on", "2026-01-02", "--key", "key"]);
  desk.file("amended.sla", handoffContract.replace("within 1 business hour", "within 2 business hours"));
});

/** Fingerprints are those of one key and one form of the terms; the page leaves them out. */
function withoutFingerprints(text: string): string {
  return text
    .replaceAll(/SHA256:[\w+/]{43}/g, "SHA256:…")
    .replaceAll(/sha256:[0-9a-f]{64}/g, "sha256:…")
    .replaceAll(/terms-[0-9a-f]{16}/g, "terms-…");
}

/** What a terminal shows: stdout and stderr in the order in which they are written. */
async function shownBy(command: string): Promise<string> {
  let shown = "";
  const screen = () =>
    new Writable({
      write(chunk, _encoding, done) {
        shown += String(chunk);
        done();
      },
    });
  const [sla = "", head] = command.split(" | head -");
  const onlyOut = sla.endsWith(" 2>/dev/null");
  const argv = (sla.replace(" 2>/dev/null", "").match(/"[^"]*"|\S+/g) ?? []).map((word) =>
    word.replaceAll('"', ""),
  );
  await desk.sla(argv, { stdout: screen(), ...(onlyOut ? {} : { stderr: screen() }) });
  return head === undefined
    ? shown
    : shown
        .split(/(?<=\n)/)
        .slice(0, Number(head))
        .join("");
}

describe("the page on the command", () => {
  it("has an example of every command", () => {
    const commands = sessions.map(([command]) => command.split(" ")[0]);
    expect(new Set(commands)).toEqual(
      new Set([
        "check",
        "fmt",
        "test",
        "run",
        "attain",
        "explain",
        "plan",
        "report",
        "diff",
        "build",
        "render",
        "sign",
        "verify",
      ]),
    );
  });

  const needsKeygen = ([command]: (typeof sessions)[number]) => /^(sign|verify) /.test(command);

  it.each(sessions.filter((one) => !needsKeygen(one)))(
    "shows what `sla %s` prints",
    async (command, output) => {
      expect(await shownBy(command)).toBe(output);
    },
  );

  describe.skipIf(!hasSshKeygen)("where there is ssh-keygen", () => {
    it.each(sessions.filter(needsKeygen))("shows what `sla %s` prints", async (command, output) => {
      expect(withoutFingerprints(await shownBy(command))).toBe(output);
    });
  });
});
