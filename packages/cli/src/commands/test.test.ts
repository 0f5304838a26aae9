import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "./testing/desk.ts";
import { handoffContract } from "./testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());
const second = `
test "a second one" {
  lead { email: "b@example.com", source: referral }
  at 2026-03-09 12:00
  expect lead_type is referral
}
`;
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

  it("runs the tests that --filter names, and says how many it left out", async () => {
    desk.file("two.sla", handoffContract + second);
    expect(await desk.sla(["test", "two.sla", "--filter", "SECOND"])).toEqual({
      code: 0,
      out: "1 test in two.sla: 1 passed, 1 left out\n",
      err: "",
    });
  });

  it("refuses a filter that leaves nothing", async () => {
    expect(await desk.sla(["test", "good.sla", "untested.sla", "--filter", "hnadoff"])).toEqual({
      code: 3,
      out: "",
      err: 'error: there is no test whose name contains "hnadoff"\n',
    });
  });

  it("names what no test exercises", async () => {
    const { code, out } = await desk.sla(["test", "good.sla", "--coverage"]);
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
  });

  it("writes coverage as JSON", async () => {
    const { out } = await desk.sla(["test", "good.sla", "--coverage", "--format", "json"]);
    const { contracts } = JSON.parse(out);
    const { kinds, gaps, beyond, ...all } = contracts[0].coverage;
    expect(all.covered + gaps.length).toBe(all.total);
    expect(Object.keys(kinds)).toEqual(["clause", "case", "branch", "boundary", "status"]);
    expect(gaps).toContainEqual({
      kind: "boundary",
      of: "define big",
      text: "employees >= 50",
      side: "low",
      gap: "was never tried at its boundary: 49",
      span: expect.objectContaining({ file: "good.sla", line: 24, column: 14 }),
    });
    expect(beyond.map(({ of }: { of: string }) => of)).toEqual(["load", "goal revenue"]);
  });

  it.each([
    ["0", 0],
    ["20%", 0],
    ["99.9", 1],
    ["100", 1],
  ])("asks for a coverage of %s", async (percent, code) => {
    const outcome = await desk.sla(["test", "good.sla", "--min-coverage", percent]);
    expect(outcome.code).toBe(code);
    const wanted = /^good\.sla: [\d.]+% is covered, less than the [\d.]+% asked for\n$/;
    expect(wanted.test(outcome.err)).toBe(code === 1);
  });

  it.each(["101", "-1", "many", "", "1e1"])("refuses %j as a percentage", async (percent) => {
    const { code, err } = await desk.sla(["test", "good.sla", `--min-coverage=${percent}`]);
    expect(code).toBe(3);
    expect(err).toContain("expected a percentage from 0 to 100");
  });

  it("writes JUnit XML, also of a contract with errors", async () => {
    const argv = ["test", "failing.sla", "good.sla", "broken.sla", "--format", "junit", "--coverage"];
    const { code, out } = await desk.sla(argv);
    expect(code).toBe(2);
    expect(out).toMatchSnapshot();
  });

  it("keeps what a contract says from breaking the XML", async () => {
    const name = "<&> ' \u0007 \u{1f600} ]]>";
    desk.file("wild.sla", handoffContract.replace("after hours counts from the next opening", name));
    const { out } = await desk.sla(["test", "wild.sla", "--format", "junit"]);
    expect(out).toContain(`name="&lt;&amp;&gt; ' \u2407 \u{1f600} ]]&gt;"`);
  });
});
