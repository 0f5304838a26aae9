import { readFileSync } from "node:fs";
import { Writable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
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
desk.file("leads.csv", leadsCsv);
desk.file("events.csv", eventsCsv);

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
    expect(new Set(commands)).toEqual(new Set(["check", "fmt", "test", "run", "explain", "build"]));
  });

  it.each(sessions)("shows what `sla %s` prints", async (command, output) => {
    expect(await shownBy(command)).toBe(output);
  });
});
