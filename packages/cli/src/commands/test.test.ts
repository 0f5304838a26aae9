import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "./testing/desk.ts";
import { handoffContract } from "./testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());
desk.file("good.sla", handoffContract);
desk.file("failing.sla", handoffContract.replace("09:45   contact", "11:45   contact"));
desk.file("untested.sla", handoffContract.slice(0, handoffContract.indexOf('test "')));
desk.file("broken.sla", handoffContract.replace("employees >= 50", "employes >= 50"));

describe("sla test", () => {
  it("runs the tests of a contract", async () => {
    const outcome = await desk.sla(["test", "good.sla"]);
    expect(outcome).toEqual({ code: 0, out: "1 test in good.sla: 1 passed\n", err: "" });
  });

  it("says what was expected, what came out, and why", async () => {
    const { code, out, err } = await desk.sla(["test", "failing.sla", "good.sla"]);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toMatchSnapshot();
  });

  it("writes JSON", async () => {
    const { code, out } = await desk.sla(["test", "failing.sla", "--format", "json"]);
    expect(code).toBe(1);
    const { contracts, ...counts } = JSON.parse(out);
    expect(counts).toEqual({ version: 1, passed: 0, failed: 1 });
    expect(contracts[0].tests[0]).toMatchObject({
      name: "after hours counts from the next opening",
      status: "failed",
      at: "2026-03-09T15:45:00.000Z",
      expectations: [
        { status: "failed", expected: "first_contact is met", actual: "first_contact is late" },
        { status: "passed" },
        { status: "passed" },
      ],
    });
  });

  it("says that a contract has no tests", async () => {
    expect(await desk.sla(["test", "untested.sla"])).toEqual({
      code: 0,
      out: "untested.sla has no tests\n",
      err: "",
    });
  });

  it("reports a contract with errors, and runs the others", async () => {
    const { code, out, err } = await desk.sla(["test", "broken.sla", "good.sla"]);
    expect({ code, out }).toEqual({ code: 2, out: "1 test in good.sla: 1 passed\n" });
    expect(err).toContain("1 error in broken.sla");
  });

  it("fails for a file that is not there", async () => {
    expect(await desk.sla(["test", "none.sla"])).toEqual({
      code: 3,
      out: "",
      err: "error: none.sla: there is no such file\n",
    });
  });
});
