import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "./testing/desk.ts";

const desk = new Desk();
afterAll(() => desk.clear());

describe("sla check --explain", () => {
  it("prints the page of a finding", async () => {
    const { code, out, err } = await desk.sla(["check", "--explain", "check/unit-mismatch"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatchSnapshot();
  });

  it("needs no phase where the rest says enough", async () => {
    const full = await desk.sla(["check", "--explain", "lint/unused-event"]);
    expect(await desk.sla(["check", "--explain", "unused-event"])).toEqual(full);
  });

  const refused: readonly (readonly [readonly string[], string])[] = [
    [
      ["--explain", "check/unit-mismach"],
      "there is no finding 'check/unit-mismach'; did you mean 'check/unit-mismatch'?",
    ],
    [
      ["--explain", "../../README"],
      "there is no finding '../../README'; an id stands in the brackets of `error[…]`",
    ],
    [["--explain", "check/no-key", "a.sla"], "--explain ID stands alone"],
  ];
  it.each(refused)("refuses %j", async (argv, message) => {
    const { code, err } = await desk.sla(["check", ...argv]);
    expect(code).toBe(3);
    expect(err).toContain(message);
  });
});
