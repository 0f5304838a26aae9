import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "./testing/desk.ts";
import { handoffContract, leadsCsv } from "./testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());

describe("sla", () => {
  it("prints its version", async () => {
    expect(await desk.sla(["--version"])).toEqual({ code: 0, out: "sla 0.1.0\n", err: "" });
  });

  it.each([["help"], ["--help"], ["-h"]])("prints help with %s", async (argument) => {
    const { code, out, err } = await desk.sla([argument]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatchSnapshot();
  });

  it("prints help and fails without a command", async () => {
    const { code, out, err } = await desk.sla([]);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain("Usage: sla <command>");
  });

  it.each([
    ["check"],
    ["fmt"],
    ["test"],
    ["run"],
    ["attain"],
    ["explain"],
    ["plan"],
    ["report"],
    ["diff"],
    ["build"],
    ["render"],
    ["sign"],
    ["verify"],
  ])("%s --help", async (command) => {
    const { code, out, err } = await desk.sla([command, "--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatchSnapshot();
    expect((await desk.sla(["help", command])).out).toBe(out);
  });

  const wrong: readonly (readonly [string, string[], string])[] = [
    ["an unknown command", ["chek", "a.sla"], "error: unknown command 'chek'\n(Did you mean check?)\n"],
    ["an unknown option", ["check", "--fromat", "json", "a.sla"], "(Did you mean --format?)\n"],
    [
      "a format that does not exist",
      ["check", "--format", "yaml", "a.sla"],
      "Allowed choices are pretty, json, markdown, sarif, junit, github.",
    ],
    ["no file", ["check"], "error: missing required argument 'files'"],
    ["no leads", ["run", "a.sla"], "error: required option '--leads <file>' not specified"],
    [
      "a status that does not exist",
      ["run", "a.sla", "--leads", "l.csv", "--fail-on", "never"],
      "violations, late, breached, none",
    ],
    [
      "help on an unknown command",
      ["help", "chek"],
      "there is no command 'chek'; there are check, fmt, test, run, ",
    ],
    ["no leads to measure", ["attain", "a.sla"], "error: required option '--leads <file>' not specified"],
    [
      "a standing that does not exist",
      ["attain", "a.sla", "--leads", "l.csv", "--fail-on", "late"],
      "missed, behind, none",
    ],
    ["too many arguments", ["build", "a.sla", "b.sla"], "too many arguments"],
    ["no lead", ["explain", "a.sla", "--leads", "l.csv"], "required option '--lead <id>' not specified"],
  ];
  it.each(wrong)("refuses %s", async (_, argv, message) => {
    const { code, out, err } = await desk.sla(argv);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain(message);
  });

  it.each([
    ["a message", {}, /^This is a bug in sla: TypeError: broken\nSet SLA_DEBUG=1/],
    [
      "the stack with SLA_DEBUG",
      { SLA_DEBUG: "1" },
      /^This is a bug in sla[\s\S]*TypeError: broken\n {4}at /,
    ],
  ])("reports a bug of its own with %s", async (_, environment, message) => {
    desk.file("contract.sla", handoffContract);
    desk.file("leads.csv", leadsCsv);
    const now = () => {
      throw new TypeError("broken");
    };
    const { code, out, err } = await desk.sla(["run", "contract.sla", "--leads", "leads.csv"], {
      now,
      environment,
    });
    expect({ code, out }).toEqual({ code: 4, out: "" });
    expect(err).toMatch(message);
  });
});
