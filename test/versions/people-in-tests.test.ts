import { createEngine, type ExpectationResult, runContractTests } from "@entente/engine";
import { describe, expect, it } from "vitest";
import { policyOf } from "./policy-of.ts";

const CONTRACT = `agreement "Owners" {
  between marketing and sales;  effective 2026-01-01 to 2026-12-31
  time zone "America/New_York";  currency USD
}
calendar office { mon-fri 09:00-17:00 }
calendar london { mon-fri 09:00-17:30;  time zone "Europe/London" }
lead { id text key;  owner text optional;  created time }
people { id text key;  hours one of office, london;  time_zone text optional }
event handoff
event assign { owner text }
event contact
commitment first_contact { sales must contact within 1 business hour of handoff;  calendar of owner }
commitment second_hand {
  sales must contact within 1 business hour of assign
  calendar of owner
}
`;

function outcomes(test: string): readonly ExpectationResult[] {
  const engine = createEngine(policyOf(`${CONTRACT}test "t" {\n${test}\n}`));
  return runContractTests(engine).flatMap(({ expectations }) => expectations);
}

const due = (rows: string, lead: string, at: string): string | undefined => {
  const [line] = outcomes(
    `${rows}\n lead { ${lead} }\n 2026-03-02 05:00 handoff\n expect first_contact due ${at}`,
  );
  return line?.status === "passed" ? "passed" : line?.actual;
};

const ADA = 'people { id: "ada", hours: london }';
const BOB = 'people { id: "bob", hours: office }';
const KEI = 'people { id: "kei", hours: office, time_zone: "Asia/Tokyo" }';

describe("the people of a test", () => {
  it.each([
    ["the hours of the owner count", ADA, 'owner: "ada"', "2026-03-02 06:00"],
    ["of several people it is the owner's", `${BOB}\n${ADA}`, 'owner: "bob"', "2026-03-02 10:00"],
    ["their order is irrelevant", `${ADA}\n${BOB}`, 'owner: "bob"', "2026-03-02 10:00"],
    ["a zone that the contract does not name is known", KEI, 'owner: "kei"', "2026-03-02 20:00"],
  ])("%s", (_what, rows, lead, at) => {
    expect(due(rows, lead, at)).toBe("passed");
  });

  it.each([
    ["nobody is known without rows", "", 'owner: "ada"'],
    ["somebody else's row is of no use", BOB, 'owner: "ada"'],
  ])("%s", (_what, rows, lead) => {
    const [line] = outcomes(
      `${rows}\n lead { ${lead} }\n 2026-03-02 05:00 handoff\n expect first_contact is unknown`,
    );
    expect(line).toMatchObject({ status: "passed" });
  });

  it("says in whose hours it counted where an expectation fails", () => {
    const [line] = outcomes(`${ADA}\n lead { owner: "ada" }
      2026-03-02 05:00 handoff
      2026-03-02 06:01 contact
      expect first_contact is met`);
    expect(line).toMatchObject({ status: "failed", actual: expect.stringContaining("late") });
  });

  it("belong to one test only", () => {
    const [met, unknown] = outcomes(`${ADA}\n lead { owner: "ada" }\n 2026-03-02 05:00 handoff
      expect first_contact is running }
      test "u" { lead { owner: "ada" }\n 2026-03-02 05:00 handoff
      expect first_contact is unknown`);
    expect([met?.status, unknown?.status]).toEqual(["passed", "passed"]);
  });

  it("count for coverage as they do for the verdict", () => {
    const text = `${CONTRACT}test "t" {\n ${ADA}\n lead { owner: "ada" }\n 2026-03-02 05:00 handoff
      2026-03-02 05:30 contact\n expect first_contact is met\n}`;
    const { coverage } = runContractTests(createEngine(policyOf(text)), { coverage: true });
    const met = coverage.items.filter(({ kind, covered }) => kind === "status" && covered);
    expect(met.map(({ side }) => side)).toContain("met");
  });
});
